"use server";
import { requireAssistant } from "@/lib/auth/guards";
import { MoveRequestInput, WaitRequestInput } from "@/lib/requests/schema";
import { resolveRequest, resumeRequest, startRequest, waitRequest } from "@/lib/requests/service-assistant";
import { formAction } from "@/lib/server/form-action";

const SERVED = { revalidate: ["/assistant/requests"] };

export const start = formAction(requireAssistant, MoveRequestInput, startRequest, SERVED);
export const wait = formAction(requireAssistant, WaitRequestInput, waitRequest, SERVED);
export const resume = formAction(requireAssistant, MoveRequestInput, resumeRequest, SERVED);
export const resolve = formAction(requireAssistant, MoveRequestInput, resolveRequest, SERVED);
