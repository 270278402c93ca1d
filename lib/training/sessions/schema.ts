import { z } from "zod";
import { DayText } from "@/lib/assistants/schema";
import { coverFields, NamedGapInput } from "@/lib/coverage/leave-cover/schema";
import { ReadVersion } from "@/lib/moves/schema";
import { oneLine } from "@/lib/text";
import { DayInput, MinuteInput } from "@/lib/time/inputs";
import { SESSION_STATUSES } from "./rules";

const MOST_SEATS = 500;
const MOST_DATES = 30;

export const SessionDateInput = z.strictObject({
  on: DayInput,
  startMinute: MinuteInput,
  endMinute: MinuteInput,
});

const sessionFields = {
  capacity: z.coerce.number().int().min(1).max(MOST_SEATS),
  minimum: z.coerce
    .number()
    .int()
    .min(0)
    .max(MOST_SEATS)
    .default(1)
    .meta({ description: "Below it the session may not be worth holding." }),
  location: oneLine(120).default(""),
  link: z.union([z.literal(""), z.url({ protocol: /^https?$/ }).max(500)]).default(""),
  trainer: oneLine(80).default(""),
  signUpUntil: DayInput.nullable().default(null),
  cancelUntil: DayInput.nullable().default(null),
};

/** A course held for a pool on one or several dates; without dates it is a list of interest. */
export const PlanSessionInput = z.strictObject({
  courseId: z.uuid(),
  poolId: z.uuid(),
  ...sessionFields,
  dates: z.array(SessionDateInput).max(MOST_DATES).default([]),
});
export type PlanSessionInput = z.infer<typeof PlanSessionInput>;

/** All of a session but its dates. */
export const ChangeSessionInput = z.strictObject({ id: z.uuid(), version: ReadVersion, ...sessionFields });
export type ChangeSessionInput = z.infer<typeof ChangeSessionInput>;

/** Other dates for a session; who has a seat keeps it. */
export const MoveSessionInput = z.strictObject({
  id: z.uuid(),
  version: ReadVersion,
  dates: z.array(SessionDateInput).min(1).max(MOST_DATES),
  acceptedGaps: z
    .array(NamedGapInput)
    .max(500)
    .default([])
    .meta({ description: "Exactly the half-days that stay uncovered, each named." }),
});
export type MoveSessionInput = z.infer<typeof MoveSessionInput>;

/** Who holds a session: an assistant of the pool, whose hours are then covered, or somebody from outside. */
export const SetTrainerInput = z.strictObject({
  id: z.uuid(),
  version: ReadVersion,
  trainerId: z.preprocess((value) => (value === "" ? null : value), z.uuid().nullable()).default(null),
  trainer: oneLine(80).default("").meta({ description: "The name of a trainer from outside." }),
  trainerContact: oneLine(160).default("").meta({ description: "How they are reached; for managers." }),
  ...coverFields,
});
export type SetTrainerInput = z.infer<typeof SetTrainerInput>;

export const SessionVersionInput = z.strictObject({ id: z.uuid(), version: ReadVersion });
export type SessionVersionInput = z.infer<typeof SessionVersionInput>;

export const ListSessionsInput = z.strictObject({
  poolId: z.uuid().optional(),
  from: DayInput.optional().meta({
    description: "Those that are not over by this day; today when left out.",
  }),
});
export type ListSessionsInput = z.infer<typeof ListSessionsInput>;

/** A session as its pool knows it: how many have a location, never who. */
export const SessionView = z.strictObject({
  id: z.uuid(),
  courseId: z.uuid(),
  course: z.string(),
  poolId: z.uuid(),
  timeZone: z.string(),
  status: z.enum(SESSION_STATUSES),
  dates: z.array(
    z.strictObject({
      id: z.uuid(),
      on: DayText,
      startMinute: z.number().int(),
      endMinute: z.number().int(),
    }),
  ),
  capacity: z.number().int(),
  minimum: z.number().int(),
  held: z.number().int().meta({ description: "Seats that are booked or offered." }),
  waiting: z.number().int(),
  arrangements: z.number().int().meta({ description: "How much has to be seen to." }),
  arranged: z.number().int().meta({ description: "How much of it is done." }),
  location: z.string(),
  link: z.string(),
  trainer: z.string(),
  trainerContact: z.string().meta({ description: "For managers." }),
  trainerId: z.uuid().nullable().meta({ description: "The assistant who holds it." }),
  trainerName: z.string().nullable(),
  signUpUntil: DayText.nullable(),
  cancelUntil: DayText.nullable(),
  version: z.number().int(),
});
export type SessionView = z.infer<typeof SessionView>;
