"use server";
import { requireAssistant } from "@/lib/auth/guards";
import { keepFiles } from "@/lib/files/service";
import { ComposeInput } from "@/lib/requests/comments/schema";
import { composeComment } from "@/lib/requests/comments/service";
import { mergeRequests, splitRequest } from "@/lib/requests/merging/service";
import {
  AssignRequestInput,
  ChangeFromPageInput,
  FileFromPageInput,
  MergeRequestInput,
  MoveRequestInput,
  WaitFromPageInput,
} from "@/lib/requests/schema";
import {
  finishRequest,
  resumeRequest,
  setAsideFromPage,
  startRequest,
} from "@/lib/requests/service-assistant";
import { changeRequest } from "@/lib/requests/service-changes";
import { fileFromPage } from "@/lib/requests/service-filing";
import { assignRequest, keepRequest, takeOverRequest } from "@/lib/requests/service-holders";
import { formAction } from "@/lib/server/form-action";

const SERVED = { revalidate: ["/assistant/requests"] };

export const start = formAction(requireAssistant, MoveRequestInput, startRequest, SERVED);
export const wait = formAction(requireAssistant, WaitFromPageInput, setAsideFromPage, SERVED);
export const resume = formAction(requireAssistant, MoveRequestInput, resumeRequest, SERVED);
export const finish = formAction(requireAssistant, MoveRequestInput, finishRequest, SERVED);
export const keep = formAction(requireAssistant, MoveRequestInput, keepRequest, SERVED);
export const change = formAction(requireAssistant, ChangeFromPageInput, changeRequest, SERVED);
export const takeOver = formAction(requireAssistant, MoveRequestInput, takeOverRequest, SERVED);
export const passOn = formAction(requireAssistant, AssignRequestInput, assignRequest, SERVED);
export const merge = formAction(requireAssistant, MergeRequestInput, mergeRequests, SERVED);
export const split = formAction(requireAssistant, MoveRequestInput, splitRequest, SERVED);
export const compose = formAction(requireAssistant, ComposeInput, composeComment, { ...SERVED, keepFiles });
export const fileFor = formAction(requireAssistant, FileFromPageInput, fileFromPage, {
  ...SERVED,
  keepFiles,
});
