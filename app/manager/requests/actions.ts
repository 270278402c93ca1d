"use server";
import { requireManager } from "@/lib/auth/guards";
import { keepFiles } from "@/lib/files/service";
import { AssignRequestInput, ChangeFromPageInput, FileFromPageInput } from "@/lib/requests/schema";
import { changeRequest } from "@/lib/requests/service-changes";
import { fileFromPage } from "@/lib/requests/service-filing";
import { assignRequest } from "@/lib/requests/service-holders";
import { formAction } from "@/lib/server/form-action";

const LED = { revalidate: ["/manager/requests"] };

export const assign = formAction(requireManager, AssignRequestInput, assignRequest, LED);
export const change = formAction(requireManager, ChangeFromPageInput, changeRequest, LED);
export const fileFor = formAction(requireManager, FileFromPageInput, fileFromPage, { ...LED, keepFiles });
