"use server";
import { revalidatePath } from "next/cache";
import { DecideAbsenceInput, RecordAbsenceInput } from "@/lib/absences/schema";
import { EndAbsenceInput, ProlongAbsenceInput } from "@/lib/absences/schema-sickness";
import { cancelAbsence, declineAbsence, recordAbsence } from "@/lib/absences/service";
import { requireManager } from "@/lib/auth/guards";
import { approveAbsenceWithCover, coverAbsence } from "@/lib/coverage/absence-cover";
import { releaseCover } from "@/lib/coverage/assignments";
import { confirmOffer } from "@/lib/coverage/offers";
import { OfferIdInput } from "@/lib/coverage/schema-absence-cover";
import { endAway, prolongAway } from "@/lib/coverage/sickness";
import { type FormAction, formAction } from "@/lib/server/form-action";
import { ApproveCardForm, CoverCardForm } from "./cover-form";

const AWAY = { revalidate: ["/manager/absences", "/manager/coverage"] };

export const approve = refreshing(formAction(requireManager, ApproveCardForm, approveAbsenceWithCover, AWAY));
export const cover = refreshing(formAction(requireManager, CoverCardForm, coverAbsence, AWAY));
export const confirm = refreshing(formAction(requireManager, OfferIdInput, confirmOffer, AWAY));
export const withdraw = refreshing(formAction(requireManager, OfferIdInput, releaseCover, AWAY));
export const prolong = formAction(requireManager, ProlongAbsenceInput, prolongAway, AWAY);
export const end = formAction(requireManager, EndAbsenceInput, endAway, AWAY);
export const decline = formAction(requireManager, DecideAbsenceInput, declineAbsence, AWAY);
export const cancel = formAction(requireManager, DecideAbsenceInput, cancelAbsence, AWAY);
export const record = formAction(requireManager, RecordAbsenceInput, recordAbsence, {
  ...AWAY,
  redirectTo: () => "/manager/absences",
});

/** A refusal means that the card shows what is no longer so; it is drawn anew with what stands now. */
function refreshing<T>(action: FormAction<T>): FormAction<T> {
  return async (previous, form) => {
    const state = await action(previous, form);
    if (state.status === "refused") revalidatePath("/manager/absences", "layout");
    return state;
  };
}
