"use server";
import { requireAssistant } from "@/lib/auth/guards";
import {
  DraftLetterInput,
  LetterIdInput,
  MoveLetterInput,
  SendLetterInput,
  WriteLetterInput,
} from "@/lib/letters/schema";
import { draftLetter, writeLetter } from "@/lib/letters/service";
import { sendLetter, sendLetterAgain, submitLetter } from "@/lib/letters/service-answers";
import { formAction } from "@/lib/server/form-action";

const PATH = "/assistant/letters";
const AFTER = { revalidate: [PATH] };

export const begin = formAction(requireAssistant, DraftLetterInput, draftLetter, {
  ...AFTER,
  redirectTo: ({ id }) => `${PATH}/${id}`,
});
export const save = formAction(requireAssistant, WriteLetterInput, writeLetter, AFTER);
export const submit = formAction(requireAssistant, MoveLetterInput, submitLetter, AFTER);
export const send = formAction(requireAssistant, SendLetterInput, sendLetter, AFTER);
export const sendAgain = formAction(requireAssistant, LetterIdInput, sendLetterAgain, AFTER);
