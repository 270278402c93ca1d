import { z } from "zod";
import type { WAITS_FOR } from "../rules-choices";

const Instant = z.string().meta({ format: "date-time" });

/** Whom a paused request waits for; "done" is the time between its end and its opening again. */
export type PauseReason = (typeof WAITS_FOR)[number] | "done";

const CLOCK_STATES = ["running", "paused", "kept", "missed"] as const;

/** Where a promise stands; there is no due time while it is paused. */
export const ClockView = z.strictObject({
  targetMinutes: z.number().int(),
  usedMinutes: z.number().int(),
  dueAt: Instant.nullable(),
  state: z.enum(CLOCK_STATES),
});
export type ClockView = z.infer<typeof ClockView>;

/** What a request was promised; null where nothing was. */
export const ServiceLevelView = z.strictObject({
  answer: ClockView.nullable(),
  resolve: ClockView.nullable(),
});
export type ServiceLevelView = z.infer<typeof ServiceLevelView>;
