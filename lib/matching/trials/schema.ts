import { z } from "zod";
import { DayText } from "@/lib/assistants/schema";
import { ReadVersion } from "@/lib/moves/schema";
import { manyLines } from "@/lib/text";
import { DayInput } from "@/lib/time/inputs";
import { MOST_TRIAL_WEEKS, TRIAL_MOMENTS, TRIAL_PHASES } from "./rules";

/** A pair that is to try working together from a day on for some weeks, to which both have yet to say yes. */
export const ProposeTrialInput = z.strictObject({
  executiveId: z.uuid(),
  assistantId: z.uuid(),
  from: DayInput,
  weeks: z.coerce.number().int().min(1).max(MOST_TRIAL_WEEKS).default(4),
});
export type ProposeTrialInput = z.infer<typeof ProposeTrialInput>;

const asRead = { id: z.uuid(), version: ReadVersion };

export const TrialVersionInput = z.strictObject(asRead);
export type TrialVersionInput = z.infer<typeof TrialVersionInput>;

/** One's own answer; a no needs no reason. */
export const AnswerTrialInput = z.strictObject({
  ...asRead,
  accept: z.preprocess((value) => (value === "yes" ? true : value === "no" ? false : value), z.boolean()),
});
export type AnswerTrialInput = z.infer<typeof AnswerTrialInput>;

/** How one finds a trial, 1 to 5, what works well and what should change; for the managers of the pool. */
export const CheckInTrialInput = z.strictObject({
  id: z.uuid(),
  rating: z.coerce.number().int().min(1).max(5),
  works: manyLines(500).default(""),
  changes: manyLines(500).default(""),
});
export type CheckInTrialInput = z.infer<typeof CheckInTrialInput>;

export const TRIAL_SIDES = ["assistant", "executive"] as const;

/** A trial as the two and the managers of the pool see it: of check-ins each of the two reads their own alone. */
export const TrialView = z.strictObject({
  id: z.uuid(),
  executiveId: z.uuid(),
  executive: z.string(),
  assistantId: z.uuid(),
  assistant: z.string(),
  poolId: z.uuid(),
  from: DayText,
  to: DayText,
  phase: z.enum(TRIAL_PHASES),
  halfwayOn: DayText.nullable(),
  endingOn: DayText,
  awaitsMe: z.boolean().meta({ description: "True while your own answer is asked for." }),
  checkIn: z
    .enum(TRIAL_MOMENTS)
    .nullable()
    .meta({ description: "The moment you are asked about now, until you have said how it goes." }),
  checkIns: z.array(
    z.strictObject({
      side: z.enum(TRIAL_SIDES),
      moment: z.enum(TRIAL_MOMENTS),
      rating: z.number().int(),
      works: z.string(),
      changes: z.string(),
      saidAt: z.iso.datetime(),
    }),
  ),
  version: z.number().int(),
});
export type TrialView = z.infer<typeof TrialView>;
