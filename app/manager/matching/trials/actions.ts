"use server";
import { requireManager } from "@/lib/auth/guards";
import { TrialVersionInput } from "@/lib/matching/trials/schema";
import { confirmTrial, stopTrial } from "@/lib/matching/trials/service";
import { formAction } from "@/lib/server/form-action";

const HERE = { revalidate: ["/manager"] };

export const confirmTrialAction = formAction(requireManager, TrialVersionInput, confirmTrial, HERE);
export const stopTrialAction = formAction(requireManager, TrialVersionInput, stopTrial, HERE);
