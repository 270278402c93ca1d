"use server";
import { askCancellation } from "@/lib/absences/cancellation";
import { listAbsenceSteps } from "@/lib/absences/history";
import { previewLeave } from "@/lib/absences/outlook";
import {
  AskCancellationInput,
  MoveAbsenceInput,
  RequestAbsenceInput,
  WithdrawAbsenceInput,
} from "@/lib/absences/schema";
import { PreviewLeaveInput, RecordIdInput } from "@/lib/absences/schema-planning";
import { moveAbsence, requestAbsence, withdrawAbsence } from "@/lib/absences/service";
import { requireAssistant } from "@/lib/auth/guards";
import { ok } from "@/lib/result";
import { formAction } from "@/lib/server/form-action";
import { verbAction } from "@/lib/server/verb-action";

const MINE = { revalidate: ["/assistant"] };

export const ask = formAction(requireAssistant, RequestAbsenceInput, requestAbsence, MINE);
export const withdraw = formAction(requireAssistant, WithdrawAbsenceInput, withdrawAbsence, MINE);
export const move = formAction(requireAssistant, MoveAbsenceInput, moveAbsence, MINE);
export const takeBack = formAction(requireAssistant, AskCancellationInput, askCancellation, MINE);
export const preview = verbAction(requireAssistant, PreviewLeaveInput, previewLeave);
export const steps = verbAction(requireAssistant, RecordIdInput, async (ctx, { id }) =>
  ok(await listAbsenceSteps(ctx, id)),
);
