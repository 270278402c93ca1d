"use server";
import { RequestAbsenceInput, WithdrawAbsenceInput } from "@/lib/absences/schema";
import { requestAbsence, withdrawAbsence } from "@/lib/absences/service";
import { requireAssistant } from "@/lib/auth/guards";
import { formAction } from "@/lib/server/form-action";

const MINE = { revalidate: ["/assistant"] };

export const ask = formAction(requireAssistant, RequestAbsenceInput, requestAbsence, MINE);
export const withdraw = formAction(requireAssistant, WithdrawAbsenceInput, withdrawAbsence, MINE);
