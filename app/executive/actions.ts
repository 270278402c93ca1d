"use server";
import { requireExecutive } from "@/lib/auth/guards";
import { FileSupportRequestInput, MoveRequestInput } from "@/lib/requests/schema";
import {
  cancelSupportRequest,
  closeRequest,
  fileSupportRequest,
  reopenRequest,
} from "@/lib/requests/service";
import { formAction } from "@/lib/server/form-action";

const MINE = { revalidate: ["/executive"] };

export const fileRequest = formAction(requireExecutive, FileSupportRequestInput, fileSupportRequest, MINE);
export const close = formAction(requireExecutive, MoveRequestInput, closeRequest, MINE);
export const reopen = formAction(requireExecutive, MoveRequestInput, reopenRequest, MINE);
export const cancel = formAction(requireExecutive, MoveRequestInput, cancelSupportRequest, MINE);
