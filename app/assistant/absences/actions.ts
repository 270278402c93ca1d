"use server";
import { previewLeave } from "@/lib/absences/balances/queries-outlook";
import { PreviewLeaveInput } from "@/lib/absences/balances/schema";
import { listAbsenceSteps } from "@/lib/absences/requests/queries-history";
import {
  AskCancellationInput,
  MoveAbsenceInput,
  RequestAbsenceInput,
  WithdrawAbsenceInput,
} from "@/lib/absences/requests/schema";
import { moveAbsence, requestAbsence, withdrawAbsence } from "@/lib/absences/requests/service";
import { askCancellation } from "@/lib/absences/requests/service-cancellation";
import { RecordIdInput } from "@/lib/absences/settings/schema";
import { requireAssistant } from "@/lib/auth/guards";
import { gapsOpenedBy } from "@/lib/coverage/leave-cover/queries-gaps";
import { ok } from "@/lib/result";
import { formAction } from "@/lib/server/form-action";
import { verbAction } from "@/lib/server/verb-action";

const MINE = { revalidate: ["/assistant"] };

export const ask = formAction(
  requireAssistant,
  RequestAbsenceInput,
  (ctx, input) => requestAbsence(ctx, input, gapsOpenedBy),
  MINE,
);
export const withdraw = formAction(requireAssistant, WithdrawAbsenceInput, withdrawAbsence, MINE);
export const move = formAction(
  requireAssistant,
  MoveAbsenceInput,
  (ctx, input) => moveAbsence(ctx, input, gapsOpenedBy),
  MINE,
);
export const takeBack = formAction(requireAssistant, AskCancellationInput, askCancellation, MINE);
export const preview = verbAction(requireAssistant, PreviewLeaveInput, previewLeave);
export const steps = verbAction(requireAssistant, RecordIdInput, async (ctx, { id }) =>
  ok(await listAbsenceSteps(ctx, id)),
);
