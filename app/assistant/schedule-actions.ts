"use server";
import { revalidatePath } from "next/cache";
import { requireAssistant } from "@/lib/auth/guards";
import { PublicationIdInput } from "@/lib/schedules/publishing/schema";
import { acknowledgePublication } from "@/lib/schedules/publishing/service";
import { AnswerShiftRequestInput, AskForShiftInput, ShiftRequestInput } from "@/lib/schedules/swaps/schema";
import { askForShift } from "@/lib/schedules/swaps/service";
import {
  acceptShiftRequest,
  cancelShiftRequest,
  declineShiftRequest,
} from "@/lib/schedules/swaps/service-answers";
import { formAction } from "@/lib/server/form-action";

const MINE = { revalidate: ["/assistant"] };

export const ask = formAction(requireAssistant, AskForShiftInput, askForShift, {
  ...MINE,
  redirectTo: () => "/assistant/schedule/requests",
});
export const take = formAction(requireAssistant, AskForShiftInput, askForShift, MINE);
export const acceptShift = formAction(requireAssistant, AnswerShiftRequestInput, acceptShiftRequest, MINE);
export const declineShift = formAction(requireAssistant, AnswerShiftRequestInput, declineShiftRequest, MINE);
export const cancelRequest = formAction(requireAssistant, ShiftRequestInput, cancelShiftRequest, MINE);

/** Says that one has read what a publication changed; works before JavaScript. */
export async function acknowledge(form: FormData): Promise<void> {
  const ctx = await requireAssistant();
  const input = PublicationIdInput.safeParse({ publicationId: form.get("publicationId") });
  if (input.success) await acknowledgePublication(ctx, input.data);
  revalidatePath("/assistant", "layout");
}
