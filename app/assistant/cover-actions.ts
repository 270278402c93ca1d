"use server";
import { EndAbsenceInput, ReportSicknessInput } from "@/lib/absences/schema";
import { endAbsence, prolongAbsence, reportSickness } from "@/lib/absences/sickness";
import { requireAssistant } from "@/lib/auth/guards";
import { acceptOffer, declineOffer } from "@/lib/coverage/offers";
import { AnswerOfferInput } from "@/lib/coverage/schema-absence-cover";
import { formAction } from "@/lib/server/form-action";

const MINE = { revalidate: ["/assistant"] };

export const report = formAction(requireAssistant, ReportSicknessInput, reportSickness, MINE);
export const prolong = formAction(requireAssistant, EndAbsenceInput, prolongAbsence, MINE);
export const end = formAction(requireAssistant, EndAbsenceInput, endAbsence, MINE);
export const accept = formAction(requireAssistant, AnswerOfferInput, acceptOffer, MINE);
export const decline = formAction(requireAssistant, AnswerOfferInput, declineOffer, MINE);
