"use server";
import { EndAbsenceInput, ReportSicknessInput } from "@/lib/absences/requests/schema";
import { endAbsence, prolongAbsence, reportSickness } from "@/lib/absences/requests/service-sickness";
import { requireAssistant } from "@/lib/auth/guards";
import { AnswerOfferInput } from "@/lib/coverage/offers/schema";
import { acceptOffer, declineOffer } from "@/lib/coverage/offers/service";
import { formAction } from "@/lib/server/form-action";

const MINE = { revalidate: ["/assistant"] };

export const report = formAction(requireAssistant, ReportSicknessInput, reportSickness, MINE);
export const prolong = formAction(requireAssistant, EndAbsenceInput, prolongAbsence, MINE);
export const end = formAction(requireAssistant, EndAbsenceInput, endAbsence, MINE);
export const accept = formAction(requireAssistant, AnswerOfferInput, acceptOffer, MINE);
export const decline = formAction(requireAssistant, AnswerOfferInput, declineOffer, MINE);
