"use server";
import { grantCancellation, refuseCancellation } from "@/lib/absences/cancellation";
import { listAbsenceSteps } from "@/lib/absences/history";
import { cancelLeaveAfterLeaving } from "@/lib/absences/leavers";
import { previewLeave, requireAbsenceOutlook } from "@/lib/absences/outlook";
import { DecideAbsenceInput, RecordAbsenceInput } from "@/lib/absences/schema";
import { LeaverInput, PreviewLeaveInput, RecordIdInput } from "@/lib/absences/schema-planning";
import { approveAbsence, cancelAbsence, declineAbsence, recordAbsence } from "@/lib/absences/service";
import { requireManager } from "@/lib/auth/guards";
import { ok } from "@/lib/result";
import { formAction } from "@/lib/server/form-action";
import { verbAction } from "@/lib/server/verb-action";

const AWAY = { revalidate: ["/manager/absences", "/manager/coverage"] };

export const approve = formAction(requireManager, DecideAbsenceInput, approveAbsence, AWAY);
export const decline = formAction(requireManager, DecideAbsenceInput, declineAbsence, AWAY);
export const cancel = formAction(requireManager, DecideAbsenceInput, cancelAbsence, AWAY);
export const grant = formAction(requireManager, DecideAbsenceInput, grantCancellation, AWAY);
export const refuseToCancel = formAction(requireManager, DecideAbsenceInput, refuseCancellation, AWAY);
export const cancelAfterLeaving = formAction(requireManager, LeaverInput, cancelLeaveAfterLeaving, AWAY);
export const record = formAction(requireManager, RecordAbsenceInput, recordAbsence, {
  ...AWAY,
  redirectTo: () => "/manager/absences",
});
export const preview = verbAction(requireManager, PreviewLeaveInput, previewLeave);
export const outlook = verbAction(requireManager, RecordIdInput, async (ctx, { id }) =>
  ok(await requireAbsenceOutlook(ctx, id)),
);
export const steps = verbAction(requireManager, RecordIdInput, async (ctx, { id }) =>
  ok(await listAbsenceSteps(ctx, id)),
);
