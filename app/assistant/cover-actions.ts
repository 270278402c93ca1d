"use server";
import { EndAbsenceInput, ProlongAbsenceInput, ReportSicknessInput } from "@/lib/absences/schema-sickness";
import { requireAssistant } from "@/lib/auth/guards";
import { acceptOffer, declineOffer } from "@/lib/coverage/offers";
import { AnswerOfferInput } from "@/lib/coverage/schema-absence-cover";
import { endAway, prolongAway, reportSick } from "@/lib/coverage/sickness";
import { formAction } from "@/lib/server/form-action";

const MINE = { revalidate: ["/assistant"] };

export const report = formAction(requireAssistant, ReportSicknessInput, reportSick, MINE);
export const prolong = formAction(requireAssistant, ProlongAbsenceInput, prolongAway, MINE);
export const end = formAction(requireAssistant, EndAbsenceInput, endAway, MINE);
export const accept = formAction(requireAssistant, AnswerOfferInput, acceptOffer, MINE);
export const decline = formAction(requireAssistant, AnswerOfferInput, declineOffer, MINE);
