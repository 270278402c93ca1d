"use server";
import { requirePerson } from "@/lib/auth/guards";
import { AnswerTrialInput, CheckInTrialInput, TrialVersionInput } from "@/lib/matching/trials/schema";
import { answerTrial, stopTrial } from "@/lib/matching/trials/service";
import { checkInTrial } from "@/lib/matching/trials/service-check-ins";
import { formAction } from "@/lib/server/form-action";

const HERE = { revalidate: ["/assistant/matching", "/executive"] };

export const answerTrialAction = formAction(requirePerson, AnswerTrialInput, answerTrial, HERE);
export const stopOwnTrialAction = formAction(requirePerson, TrialVersionInput, stopTrial, HERE);
export const checkInTrialAction = formAction(requirePerson, CheckInTrialInput, checkInTrial, HERE);
