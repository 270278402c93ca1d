"use server";
import { DecideAbsenceInput, RecordAbsenceInput } from "@/lib/absences/schema";
import { approveAbsence, cancelAbsence, declineAbsence, recordAbsence } from "@/lib/absences/service";
import { requireManager } from "@/lib/auth/guards";
import { formAction } from "@/lib/server/form-action";

const AWAY = { revalidate: ["/manager/absences", "/manager/coverage"] };

export const approve = formAction(requireManager, DecideAbsenceInput, approveAbsence, AWAY);
export const decline = formAction(requireManager, DecideAbsenceInput, declineAbsence, AWAY);
export const cancel = formAction(requireManager, DecideAbsenceInput, cancelAbsence, AWAY);
export const record = formAction(requireManager, RecordAbsenceInput, recordAbsence, {
  ...AWAY,
  redirectTo: () => "/manager/absences",
});
