"use server";
import { previewLeave } from "@/lib/absences/balances/queries-outlook";
import { PreviewLeaveInput } from "@/lib/absences/balances/schema";
import { listAbsenceSteps } from "@/lib/absences/requests/queries-history";
import { DecideAbsenceInput, EndAbsenceInput, RecordAbsenceInput } from "@/lib/absences/requests/schema";
import { cancelAbsence, declineAbsence } from "@/lib/absences/requests/service";
import { grantCancellation, refuseCancellation } from "@/lib/absences/requests/service-cancellation";
import { endAbsence } from "@/lib/absences/requests/service-sickness";
import { LeaverInput, RecordIdInput } from "@/lib/absences/settings/schema";
import { cancelLeaveAfterLeaving } from "@/lib/absences/settings/service-leavers";
import { requireManager } from "@/lib/auth/guards";
import { UndoChangeInput } from "@/lib/coverage/board/schema";
import { releaseCover } from "@/lib/coverage/board/service";
import { undoChange } from "@/lib/coverage/board/service-undo";
import { gapsOpenedBy } from "@/lib/coverage/leave-cover/queries-gaps";
import { ApproveEachInput } from "@/lib/coverage/leave-cover/schema";
import {
  approveAbsenceWithCover,
  approveEachWithCover,
  coverAbsence,
} from "@/lib/coverage/leave-cover/service";
import { OfferInput } from "@/lib/coverage/offers/schema";
import { confirmOffer } from "@/lib/coverage/offers/service";
import { ok } from "@/lib/result";
import { formAction } from "@/lib/server/form-action";
import { verbAction } from "@/lib/server/verb-action";
import { prolongAbsenceAndSeats, recordAbsenceAndSeats } from "@/lib/training/attendance/service-sickness";
import { ApproveCardForm, CoverCardForm } from "./cover-form";

const AWAY = { revalidate: ["/manager/absences", "/manager/coverage"] };

export const approve = formAction(requireManager, ApproveCardForm, approveAbsenceWithCover, AWAY);
const planned = { acceptedGaps: [], asOffers: false, note: "" };
export const approveNow = verbAction(
  requireManager,
  DecideAbsenceInput.pick({ id: true, version: true }),
  (ctx, input) => approveAbsenceWithCover(ctx, { ...input, ...planned }),
  AWAY,
);
export const approveEach = verbAction(requireManager, ApproveEachInput, approveEachWithCover, AWAY);
export const grantNow = verbAction(requireManager, DecideAbsenceInput, grantCancellation, AWAY);
export const cancelNow = verbAction(requireManager, DecideAbsenceInput, cancelAbsence, AWAY);
export const cover = formAction(requireManager, CoverCardForm, coverAbsence, AWAY);
export const confirm = formAction(requireManager, OfferInput, confirmOffer, AWAY);
export const withdraw = formAction(requireManager, OfferInput, releaseCover, AWAY);
export const undo = verbAction(requireManager, UndoChangeInput, undoChange, AWAY);
export const prolong = formAction(
  requireManager,
  EndAbsenceInput,
  (ctx, input) => prolongAbsenceAndSeats(ctx, input, gapsOpenedBy),
  AWAY,
);
export const end = formAction(requireManager, EndAbsenceInput, endAbsence, AWAY);
export const decline = formAction(requireManager, DecideAbsenceInput, declineAbsence, AWAY);
export const cancel = formAction(requireManager, DecideAbsenceInput, cancelAbsence, AWAY);
export const grant = formAction(requireManager, DecideAbsenceInput, grantCancellation, AWAY);
export const refuseToCancel = formAction(requireManager, DecideAbsenceInput, refuseCancellation, AWAY);
export const cancelAfterLeaving = formAction(requireManager, LeaverInput, cancelLeaveAfterLeaving, AWAY);
export const record = formAction(
  requireManager,
  RecordAbsenceInput,
  (ctx, input) => recordAbsenceAndSeats(ctx, input, gapsOpenedBy),
  {
    ...AWAY,
    redirectTo: () => "/manager/absences",
  },
);
export const preview = verbAction(requireManager, PreviewLeaveInput, previewLeave);
export const steps = verbAction(requireManager, RecordIdInput, async (ctx, { id }) =>
  ok(await listAbsenceSteps(ctx, id)),
);
