"use server";
import { requirePerson } from "@/lib/auth/guards";
import { AnswerTrialInput, CheckInTrialInput, TrialVersionInput } from "@/lib/matching/trials/schema";
import { answerTrial, checkInTrial, stopTrial } from "@/lib/matching/trials/service";
import { formAction } from "@/lib/server/form-action";

const HERE = { revalidate: ["/assistant/matching", "/executive"] };

export const answerTrialAction = formAction(requirePerson, AnswerTrialInput, answerTrial, HERE);
export const stopOwnTrialAction = formAction(requirePerson, TrialVersionInput, stopTrial, HERE);
export const checkInTrialAction = formAction(requirePerson, CheckInTrialInput, checkInTrial, HERE);
