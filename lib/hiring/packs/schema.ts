import { z } from "zod";
import { APPLICATION_STATUSES } from "@/lib/hiring/applications/rules";
import { StoredAnswers } from "@/lib/hiring/applications/schema";
import { CANDIDATE_PARTS } from "@/lib/hiring/fit/rules";
import { manyLines } from "@/lib/text";

export const PACK_ANSWERS = ["meet", "talk", "no"] as const;

const on = z.union([z.boolean(), z.literal("on").transform(() => true)]);

/** A candidate for an executive to read, and what to ask them. */
export const SendPackInput = z.strictObject({
  applicationId: z.uuid(),
  executiveId: z.uuid(),
  questions: manyLines(1_000).default("").meta({ description: "What to ask, a line each." }),
  hidesName: on.default(false).meta({ type: "boolean", description: "Leaves the name out." }),
});
export type SendPackInput = z.infer<typeof SendPackInput>;

/** What an executive answers, in at most 300 words. */
export const AnswerPackInput = z.strictObject({
  id: z.uuid(),
  answer: z.enum(PACK_ANSWERS),
  words: manyLines(2_400).default(""),
});
export type AnswerPackInput = z.infer<typeof AnswerPackInput>;

const Moment = z.string().meta({ format: "date-time" });

/** That a candidate was sent to an executive, and what came back. */
export const PackView = z.strictObject({
  id: z.uuid(),
  applicationId: z.uuid(),
  executiveId: z.uuid(),
  executive: z.string(),
  sentAt: Moment,
  answer: z.enum(PACK_ANSWERS).nullable(),
  words: z.string(),
  answeredAt: Moment.nullable(),
});
export type PackView = z.infer<typeof PackView>;

/** A candidate as an executive reads them. */
export const OwnPackView = z.strictObject({
  id: z.uuid(),
  name: z.string().nullable(),
  job: z.string(),
  stage: z.enum(APPLICATION_STATUSES),
  sentAt: Moment,
  asks: z.array(z.strictObject({ what: z.string(), level: z.string(), minutes: z.number().int() })),
  fit: z.strictObject({
    total: z.number().int().nullable(),
    known: z.number().int(),
    parts: z.array(
      z.strictObject({
        part: z.enum(CANDIDATE_PARTS),
        weight: z.number(),
        points: z.number().int().nullable(),
        knownPercent: z.number().int(),
      }),
    ),
  }),
  marks: z.array(
    z.strictObject({
      criterion: z.string(),
      name: z.string(),
      mark: z.number().int().nullable(),
      evidence: z.string(),
      by: z.string(),
    }),
  ),
  answers: StoredAnswers,
  questions: z.array(z.string()),
  answer: z.enum(PACK_ANSWERS).nullable(),
  words: z.string(),
  canAnswer: z.boolean().meta({ description: "The answer can be changed until the stage moves." }),
});
export type OwnPackView = z.infer<typeof OwnPackView>;
