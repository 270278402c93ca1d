"use server";
import { requireManager } from "@/lib/auth/guards";
import { AssignRequestInput, FileFromPageInput } from "@/lib/requests/schema";
import { fileFromPage } from "@/lib/requests/service-filing";
import { assignRequest } from "@/lib/requests/service-holders";
import { formAction } from "@/lib/server/form-action";

const LED = { revalidate: ["/manager/requests"] };

export const assign = formAction(requireManager, AssignRequestInput, assignRequest, LED);
export const fileFor = formAction(requireManager, FileFromPageInput, fileFromPage, LED);
