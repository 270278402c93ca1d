import "server-only";
import { z } from "zod";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { getLetterDeputy } from "@/lib/letters/deputies/queries";
import { LetterDeputyView, NameDeputyInput } from "@/lib/letters/deputies/schema";
import { nameLetterDeputy } from "@/lib/letters/deputies/service";
import { listLetters, requireLetter } from "@/lib/letters/queries";
import { getLetterFile } from "@/lib/letters/queries-file";
import {
  DraftLetterInput,
  LetterFileInput,
  LetterLine,
  LetterView,
  ListLettersInput,
  MoveLetterInput,
  ReturnLetterInput,
  SendLetterInput,
  WriteLetterInput,
} from "@/lib/letters/schema";
import { draftLetter, writeLetter } from "@/lib/letters/service";
import {
  approveLetter,
  returnLetter,
  sendLetter,
  sendLetterAgain,
  submitLetter,
} from "@/lib/letters/service-answers";
import { assistantApi, executiveApi, personApi } from "./base";
import { IdInput, pageView } from "./page";
import { requireValue } from "./refusals";
import { atVersion } from "./version";

/** A letter at the version that was read, or at the one that stands. */
function atLetterVersion<I extends { id: string; version?: number }>(ctx: Ctx<Person>, input: I) {
  return atVersion(input, () => requireLetter(ctx, input.id));
}

const Move = MoveLetterInput.partial({ version: true });

/** Letters for requests: written, approved in the version that was seen, had as files, and sent. */
export const lettersApi = {
  list: personApi
    .route({
      method: "GET",
      path: "/letters",
      summary: "List letters",
      description: "Letters of requests whose words you may read, what was last done first.",
    })
    .input(ListLettersInput)
    .output(pageView(LetterLine))
    .handler(({ context: { ctx }, input }) => listLetters(ctx, input)),

  draft: assistantApi
    .meta({
      access: "assistant",
      example: {
        requestId: "019ab3a0-0000-7000-8000-000000000006",
        language: "en",
        subject: "Interim audit",
        body: "Dear {{salutation}},\n\nThank you for your letter.",
        values: { salutation: "Ms Wahlström" },
      },
    })
    .route({
      method: "POST",
      path: "/letters",
      successStatus: 201,
      summary: "Begin a letter",
      description:
        "For an open request you have or serve, from a template or from nothing. Fields stand in double braces; one there isn’t is refused.",
    })
    .input(DraftLetterInput)
    .output(LetterView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await draftLetter(ctx, input));
      return requireLetter(ctx, id);
    }),

  get: personApi
    .route({
      method: "GET",
      path: "/letters/{id}",
      summary: "Show a letter",
      description: "A letter with its versions, what became of each, and the fields that are missing.",
    })
    .input(IdInput)
    .output(LetterView)
    .handler(({ context: { ctx }, input }) => requireLetter(ctx, input.id)),

  write: assistantApi
    .meta({
      access: "assistant",
      example: { subject: "Interim audit", body: "Dear Ms Wahlström,\n\nThank you.", version: 1 },
    })
    .route({
      method: "PUT",
      path: "/letters/{id}",
      summary: "Change a letter",
      description: "Its next version. One that was approved or waits for approval needs approval again.",
    })
    .input(WriteLetterInput.partial({ version: true }))
    .output(LetterView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await writeLetter(ctx, await atLetterVersion(ctx, input)));
      return requireLetter(ctx, id);
    }),

  submit: assistantApi
    .meta({ access: "assistant", example: { version: 1 } })
    .route({
      method: "POST",
      path: "/letters/{id}/submit",
      summary: "Send a letter for approval",
      description: "To its executive; the request waits for them. Refused while a field is missing.",
    })
    .input(Move)
    .output(LetterView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await submitLetter(ctx, await atLetterVersion(ctx, input)));
      return requireLetter(ctx, id);
    }),

  approve: executiveApi
    .meta({ access: "executive", example: { version: 2 } })
    .route({
      method: "POST",
      path: "/letters/{id}/approve",
      summary: "Approve a letter",
      description: "Exactly the version that was read; another one by then is refused, and so is your own.",
    })
    .input(Move)
    .output(LetterView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await approveLetter(ctx, await atLetterVersion(ctx, input)));
      return requireLetter(ctx, id);
    }),

  return: executiveApi
    .meta({ access: "executive", example: { remarks: "Which room, and the ledger?", version: 2 } })
    .route({
      method: "POST",
      path: "/letters/{id}/return",
      summary: "Return a letter",
      description: "With what is to be changed.",
    })
    .input(ReturnLetterInput.partial({ version: true }))
    .output(LetterView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await returnLetter(ctx, await atLetterVersion(ctx, input)));
      return requireLetter(ctx, id);
    }),

  deputy: executiveApi
    .route({
      method: "GET",
      path: "/letter-deputy",
      summary: "Show who else approves your letters",
      description: "The executive you named for it, if any.",
    })
    .output(LetterDeputyView)
    .handler(({ context: { ctx } }) => getLetterDeputy(ctx)),

  nameDeputy: executiveApi
    .meta({ access: "executive", example: { email: "mats.wahlberg@standby.example" } })
    .route({
      method: "PUT",
      path: "/letter-deputy",
      summary: "Set who else approves your letters",
      description: "Another executive of your pool, beside you; confidential letters stay yours alone.",
    })
    .input(NameDeputyInput)
    .output(LetterDeputyView)
    .handler(async ({ context: { ctx }, input }) => requireValue(await nameLetterDeputy(ctx, input))),

  send: assistantApi
    .meta({ access: "assistant", example: { via: "post", version: 3 } })
    .route({
      method: "POST",
      path: "/letters/{id}/send",
      summary: "Send a letter",
      description:
        "An approved one: by mail to its recipient, word for word and as PDF, or by post on a day. Nothing of it changes from then on.",
    })
    .input(SendLetterInput.partial({ version: true }))
    .output(LetterView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await sendLetter(ctx, await atLetterVersion(ctx, input)));
      return requireLetter(ctx, id);
    }),

  sendAgain: assistantApi
    .route({
      method: "POST",
      path: "/letters/{id}/send-again",
      summary: "Send a letter’s mail again",
      description: "After the mail server has refused it; otherwise nothing happens.",
    })
    .input(IdInput)
    .output(LetterView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await sendLetterAgain(ctx, input));
      return requireLetter(ctx, id);
    }),

  file: personApi
    .route({
      method: "GET",
      path: "/letters/{id}/file",
      summary: "Get a letter as a file",
      description:
        "The latest version as a tagged PDF, a Word document or a mail to send; one that is not approved says Draft on each page.",
    })
    .input(LetterFileInput)
    .output(z.file())
    .handler(({ context: { ctx }, input }) => getLetterFile(ctx, input)),
};
