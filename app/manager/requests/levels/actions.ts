"use server";
import { requireManager } from "@/lib/auth/guards";
import { SaveServiceLevelInput, ServiceLevelIdInput } from "@/lib/requests/levels/schema";
import { removeServiceLevel, saveServiceLevel } from "@/lib/requests/levels/service";
import { formAction } from "@/lib/server/form-action";

const HERE = { revalidate: ["/manager/requests/levels"] };

export const saveLevel = formAction(requireManager, SaveServiceLevelInput, saveServiceLevel, HERE);
export const removeLevel = formAction(requireManager, ServiceLevelIdInput, removeServiceLevel, HERE);
