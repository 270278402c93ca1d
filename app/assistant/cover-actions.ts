"use server";
import { EndAbsenceInput, ReportSicknessInput } from "@/lib/absences/requests/schema";
import { endAbsence } from "@/lib/absences/requests/service-sickness";
import { requireAssistant } from "@/lib/auth/guards";
import { gapsOpenedBy } from "@/lib/coverage/leave-cover/queries-gaps";
import { AnswerOfferInput } from "@/lib/coverage/offers/schema";
import { acceptOffer, declineOffer } from "@/lib/coverage/offers/service";
import { formAction } from "@/lib/server/form-action";
import { prolongAbsenceAndSeats, reportSicknessAndSeats } from "@/lib/training/attendance/service-sickness";

const MINE = { revalidate: ["/assistant"] };

export const report = formAction(
  requireAssistant,
  ReportSicknessInput,
  (ctx, input) => reportSicknessAndSeats(ctx, input, gapsOpenedBy),
  MINE,
);
export const prolong = formAction(
  requireAssistant,
  EndAbsenceInput,
  (ctx, input) => prolongAbsenceAndSeats(ctx, input, gapsOpenedBy),
  MINE,
);
export const end = formAction(requireAssistant, EndAbsenceInput, endAbsence, MINE);
export const accept = formAction(requireAssistant, AnswerOfferInput, acceptOffer, MINE);
export const decline = formAction(requireAssistant, AnswerOfferInput, declineOffer, MINE);
