import { z } from "zod";
import { manyLines } from "@/lib/text";
import { VERDICTS } from "./rules";

const Moment = z.string().meta({ format: "date-time" });

const MarkInput = z.strictObject({
  mark: z
    .enum(["1", "2", "3", "4", "5", "not_seen", ""])
    .default("")
    .meta({ description: "1 to 5, or not_seen; empty while it is not decided." }),
  evidence: manyLines(1_000).default("").meta({ description: "What was said or done." }),
});

/** One's own card as it is saved, and sent when it says so. */
export const SaveScorecardInput = z.strictObject({
  id: z.uuid().meta({ description: "The interview." }),
  marks: z.record(z.string().max(80), MarkInput).default({}),
  verdict: z.enum([...VERDICTS, ""]).default(""),
  words: manyLines(2_000).default(""),
  send: z
    .union([z.boolean(), z.literal("on").transform(() => true)])
    .default(false)
    .meta({ type: "boolean", description: "Sends it for good; until then it is a draft of one’s own." }),
});
export type SaveScorecardInput = z.infer<typeof SaveScorecardInput>;

export const AddScorecardNoteInput = z.strictObject({ id: z.uuid(), words: manyLines(1_000, 1) });
export type AddScorecardNoteInput = z.infer<typeof AddScorecardNoteInput>;

export const OpenScorecardsInput = z.strictObject({ id: z.uuid(), reason: manyLines(500, 1) });
export type OpenScorecardsInput = z.infer<typeof OpenScorecardsInput>;

const CardView = z.strictObject({
  userId: z.uuid(),
  name: z.string(),
  verdict: z.enum(VERDICTS).nullable(),
  words: z.string(),
  sentAt: Moment.nullable(),
  marks: z.array(
    z.strictObject({
      criterion: z.string(),
      mark: z.number().int().nullable(),
      isNotSeen: z.boolean().meta({ description: "false without a mark while a draft has not decided." }),
      evidence: z.string(),
    }),
  ),
  notes: z.array(z.strictObject({ words: z.string(), at: Moment })),
});
export type CardView = z.infer<typeof CardView>;

export const ScorecardsView = z.strictObject({
  interviewId: z.uuid(),
  hasBegun: z.boolean(),
  countIn: z.number().int(),
  people: z.array(z.strictObject({ userId: z.uuid(), name: z.string(), isIn: z.boolean() })),
  criteria: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  own: CardView.nullable().meta({ description: "One’s own, sent or not." }),
  isOnPanel: z.boolean(),
  seesAll: z.boolean().meta({ description: "What others judged is hidden until one’s own is sent." }),
  mayOpenEarly: z.boolean(),
  cards: z.array(CardView),
  means: z.array(
    z.strictObject({
      criterion: z.string(),
      tenths: z.number().int().nullable(),
      seenBy: z.number().int(),
    }),
  ),
  dueAt: Moment.nullable(),
  timeZone: z.string(),
});
export type ScorecardsView = z.infer<typeof ScorecardsView>;
