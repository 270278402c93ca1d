import { z } from "zod";
import { PRIORITIES } from "../rules-choices";
import { DURATION, MOST_PROMISED_MINUTES, minutesOfDuration } from "./rules-duration";

/** A key of a type of request. */
export const RequestTypeId = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);

const Minutes = z.coerce.number().int().min(1).max(MOST_PROMISED_MINUTES);
const InstantInput = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

/** What a pool promises for some requests, in minutes of the executive's support hours. What is null is any, or no promise. */
export const ServiceLevelRow = z.strictObject({
  typeId: RequestTypeId.nullable(),
  priority: z.enum(PRIORITIES).nullable(),
  tier: z.number().int().min(1).max(5).nullable(),
  answerMinutes: Minutes.nullable(),
  resolveMinutes: Minutes.nullable(),
});
export type ServiceLevelRow = z.infer<typeof ServiceLevelRow>;

export const MOST_LEVELS = 200;

/** All levels of a pool: those that are left out are gone. Requests that were sent keep what they were promised. */
export const SetServiceLevelsInput = z.strictObject({
  id: z.uuid(),
  levels: z.array(ServiceLevelRow).max(MOST_LEVELS),
});
export type SetServiceLevelsInput = z.infer<typeof SetServiceLevelsInput>;

/** Minutes as hours: "1:30". */
const Duration = z
  .string()
  .trim()
  .regex(DURATION)
  .transform(minutesOfDuration)
  .pipe(z.number().int().min(1).max(MOST_PROMISED_MINUTES));

/** One level of a pool, set from the page: one for the same type, priority and tier is replaced. */
export const SaveServiceLevelInput = z.strictObject({
  poolId: z.uuid(),
  typeId: RequestTypeId.nullable().default(null),
  priority: z.enum(PRIORITIES).nullable().default(null),
  tier: z.coerce.number().int().min(1).max(5).nullable().default(null),
  answerMinutes: Duration.nullable().default(null),
  resolveMinutes: Duration.nullable().default(null),
});
export type SaveServiceLevelInput = z.output<typeof SaveServiceLevelInput>;

export const ServiceLevelIdInput = z.strictObject({ id: z.uuid() });

export const TRY_MOVES = ["answer", "wait", "resume", "resolve", "reopen", "targets"] as const;

const TryStep = z.strictObject({
  at: InstantInput,
  move: z.enum(TRY_MOVES),
  answerMinutes: Minutes.nullish(),
  resolveMinutes: Minutes.nullish(),
});

/** A level tried on an executive's hours: when a request is sent, and what happens to it. Nothing is kept of it. */
export const TryServiceLevelInput = z.strictObject({
  executiveId: z.uuid(),
  answerMinutes: Minutes.nullish().default(null),
  resolveMinutes: Minutes.nullish().default(null),
  filedAt: InstantInput,
  steps: z.array(TryStep).max(50).default([]),
  now: InstantInput.optional(),
});
export type TryServiceLevelInput = z.infer<typeof TryServiceLevelInput>;
