import { z } from "zod";
import { DayText } from "@/lib/assistants/schema";
import { PAY_UNITS } from "@/lib/hiring/ads/schema";
import { CandidateTokenInput } from "@/lib/hiring/applications/schema";
import { ReadVersion } from "@/lib/moves/schema";
import { manyLines, oneLine } from "@/lib/text";
import { DayInput } from "@/lib/time/inputs";
import { JOB_OFFER_STATUSES } from "./rules";

/** The terms a candidate is offered, and the last day to answer. */
export const MakeOfferInput = z.strictObject({
  applicationId: z.uuid(),
  startsOn: DayInput,
  ftePercent: z.coerce.number().int().min(1).max(100).default(100),
  place: oneLine(80, 1),
  trialMonths: z.coerce.number().int().min(0).max(12).default(0),
  pay: z.coerce.number().int().min(1).max(100_000_000),
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{3}$/),
  payUnit: z.enum(PAY_UNITS),
  words: manyLines(4_000).default(""),
  validUntil: DayInput,
});
export type MakeOfferInput = z.infer<typeof MakeOfferInput>;

export const JobOfferVersionInput = z.strictObject({ id: z.uuid(), version: ReadVersion });
export type JobOfferVersionInput = z.infer<typeof JobOfferVersionInput>;

/** A candidate's answer by their link; to accept, their name is typed. */
export const AnswerJobOfferInput = CandidateTokenInput.extend({
  answer: z.enum(["accept", "decline"]),
  name: oneLine(120).default(""),
});
export type AnswerJobOfferInput = z.infer<typeof AnswerJobOfferInput>;

export const JobOfferView = z.strictObject({
  id: z.uuid(),
  applicationId: z.uuid(),
  status: z.enum(JOB_OFFER_STATUSES),
  startsOn: DayText,
  ftePercent: z.number().int(),
  place: z.string(),
  trialMonths: z.number().int(),
  pay: z.number().int(),
  currency: z.string(),
  payUnit: z.enum(PAY_UNITS),
  words: z.string(),
  validUntil: DayText,
  isAnswerable: z.boolean(),
  answeredName: z.string().nullable(),
  answeredAt: z.string().meta({ format: "date-time" }).nullable(),
  version: z.number().int(),
});
export type JobOfferView = z.infer<typeof JobOfferView>;
