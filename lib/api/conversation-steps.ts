import "server-only";
import type { z } from "zod";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { openCase } from "@/lib/disputes/cases/queries";
import {
  AcknowledgeCaseInput,
  CasePersonInput,
  CloseCaseInput,
  EndCaseInput,
  MovePromiseInput,
  TextIdInput,
  TriageCaseInput,
  WriteTextInput,
} from "@/lib/disputes/cases/schema";
import {
  acknowledgeCase,
  closeCase,
  escalateCase,
  movePromise,
  reopenCase,
  triageCase,
  withdrawCase,
} from "@/lib/disputes/cases/service";
import { allowPerson, letIn, stepDown } from "@/lib/disputes/cases/service-people";
import { releaseText, writeText } from "@/lib/disputes/cases/service-texts";
import { CaseVersionInput } from "@/lib/disputes/raising/schema";
import type { Result } from "@/lib/result";
import { conversationApi } from "./conversations";
import { IdInput } from "./page";
import { requireValue } from "./refusals";
import { atVersion } from "./version";

/** What reading and every step of a conversation takes. */
export const PROVEN = "Takes a proof within ten minutes.";

type Versioned = { id: string; version: number };

/** A step of a conversation at the version that was read, or at the one that stands. */
export function conversationStep<S extends z.ZodObject<{ id: z.ZodUUID; version: z.ZodType<number> }>>(
  name: string,
  [summary, description]: [string, string],
  example: Record<string, unknown>,
  input: S,
  verb: (ctx: Ctx<Person>, input: z.output<S>) => Promise<Result<{ id: string }>>,
) {
  return conversationApi
    .meta({ access: "person", example: { ...example, version: 1 } })
    .route({
      method: "POST",
      path: `/conversations/{id}/${name}`,
      summary,
      description: `${description} ${PROVEN}`,
    })
    .input(input.partial({ version: true }))
    .output(IdInput)
    .handler(async ({ context: { ctx }, input: asked }) => {
      const given = asked as Partial<Versioned> & { id: string };
      const read = await atVersion(given, async () => requireValue(await openCase(ctx, given.id)));
      return requireValue(await verb(ctx, read as z.output<S>));
    });
}

/** The course of a conversation. */
export const conversationStepsApi = {
  acknowledge: conversationStep(
    "acknowledge",
    ["Answer the writer", "The first answer, in words. For its handler."],
    { words: "I have read it and will call you." },
    AcknowledgeCaseInput,
    acknowledgeCase,
  ),
  triage: conversationStep(
    "triage",
    ["Sort a conversation", "How grave it is, and by when it is closed. For its handler."],
    { tier: 2, promisedOn: "2026-09-15" },
    TriageCaseInput,
    triageCase,
  ),
  movePromise: conversationStep(
    "move-promise",
    ["Move the closing date", "With a reason that its people read. For its handler."],
    { promisedOn: "2026-09-30", reason: "We meet again." },
    MovePromiseInput,
    movePromise,
  ),
  escalate: conversationStep(
    "escalate",
    ["Pass a conversation on", "To HR or outside, with a reason for who raised it. For its handler."],
    { reason: "HR takes over." },
    EndCaseInput,
    escalateCase,
  ),
  close: conversationStep(
    "close",
    ["Close a conversation", "With an outcome and a sentence to each of its people. For its handler."],
    { outcome: "settled", words: {} },
    CloseCaseInput,
    closeCase,
  ),
  withdraw: conversationStep(
    "withdraw",
    ["Withdraw what I raised", "With a reason or without, until it is closed."],
    { reason: "" },
    EndCaseInput,
    withdrawCase,
  ),
  reopen: conversationStep(
    "reopen",
    ["Open a conversation again", "Its people may once, within half a year; its handler at any time."],
    {},
    CaseVersionInput,
    reopenCase,
  ),
  stepDown: conversationApi
    .meta({ access: "person", example: {} })
    .route({
      method: "POST",
      path: "/conversations/{id}/step-down",
      summary: "Step down from a conversation",
      description: `The next impartial person takes over; no reason is asked. For its handler. ${PROVEN}`,
    })
    .input(IdInput)
    .output(IdInput)
    .handler(async ({ context: { ctx }, input }) => requireValue(await stepDown(ctx, input))),
  write: conversationApi
    .meta({ access: "person", example: { kind: "statement", words: "It happened again on Monday." } })
    .route({
      method: "POST",
      path: "/conversations/{id}/texts",
      successStatus: 201,
      summary: "Write in a conversation",
      description: `A statement, which you may release later, or a note, which only its handler writes and reads. ${PROVEN}`,
    })
    .input(WriteTextInput)
    .output(IdInput)
    .handler(async ({ context: { ctx }, input }) => requireValue(await writeText(ctx, input))),
  release: conversationApi
    .meta({ access: "person", example: {} })
    .route({
      method: "POST",
      path: "/conversations/{id}/texts/{textId}/release",
      summary: "Release a statement of mine",
      description: `Everybody in the conversation reads it from then on; it can't be taken back. ${PROVEN}`,
    })
    .input(TextIdInput)
    .output(IdInput)
    .handler(async ({ context: { ctx }, input }) => requireValue(await releaseText(ctx, input))),
  allow: conversationApi
    .meta({ access: "person", example: {} })
    .route({
      method: "POST",
      path: "/conversations/{id}/people/{userId}/allow",
      summary: "Say that a person may know",
      description: `For who raised it; it can't be taken back. ${PROVEN}`,
    })
    .input(CasePersonInput)
    .output(IdInput)
    .handler(async ({ context: { ctx }, input }) => requireValue(await allowPerson(ctx, input))),
  letIn: conversationApi
    .meta({ access: "person", example: {} })
    .route({
      method: "POST",
      path: "/conversations/{id}/people/{userId}/let-in",
      summary: "Let a person in",
      description: `Once who raised it has said so. For its handler. ${PROVEN}`,
    })
    .input(CasePersonInput)
    .output(IdInput)
    .handler(async ({ context: { ctx }, input }) => requireValue(await letIn(ctx, input))),
};
