"use server";
import { requireAssistant } from "@/lib/auth/guards";
import { formAction } from "@/lib/server/form-action";
import { SayNeedsInput, SettleArrangementInput } from "@/lib/training/arrangements/schema";
import { sayNeeds, settleArrangement } from "@/lib/training/arrangements/service";
import { AnswerSeatInput, AskForSeatInput, EndEnrolmentInput } from "@/lib/training/enrolments/schema";
import { askForSeat } from "@/lib/training/enrolments/service";
import { answerSeat, cancelEnrolment } from "@/lib/training/enrolments/service-ending";
import { EvaluateInput } from "@/lib/training/evaluations/schema";
import { evaluateCourse } from "@/lib/training/evaluations/service";
import { SuggestOptionInput } from "@/lib/training/options/schema";
import { suggestOption } from "@/lib/training/options/service";

const MINE = { revalidate: ["/assistant"] };

export const ask = formAction(requireAssistant, AskForSeatInput, askForSeat, MINE);
export const giveBack = formAction(requireAssistant, EndEnrolmentInput, cancelEnrolment, MINE);
export const evaluate = formAction(requireAssistant, EvaluateInput, evaluateCourse, MINE);
export const suggest = formAction(requireAssistant, SuggestOptionInput, suggestOption, MINE);
export const settleToArrange = formAction(requireAssistant, SettleArrangementInput, settleArrangement, MINE);
export const saveNeeds = formAction(requireAssistant, SayNeedsInput, sayNeeds, MINE);
export const answer = formAction(requireAssistant, AnswerSeatInput, answerSeat, MINE);
