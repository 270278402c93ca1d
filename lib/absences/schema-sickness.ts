import { z } from "zod";
import { DayInput } from "@/lib/time/day";
import { DayPartInput } from "@/lib/time/half-day";

/** Sickness of one's own from now, or from a half-day on; until the end of that day unless told otherwise. No reason is asked. */
export const ReportSicknessInput = z.strictObject({
  from: DayInput.optional(),
  fromPart: DayPartInput.optional(),
  to: DayInput.optional(),
  toPart: DayPartInput.default("pm"),
});
export type ReportSicknessInput = z.infer<typeof ReportSicknessInput>;

const id = { id: z.uuid(), version: z.coerce.number().int().optional() };

/** A new, later end of an absence. */
export const ProlongAbsenceInput = z.strictObject({
  ...id,
  to: DayInput,
  toPart: DayPartInput.default("pm"),
});
export type ProlongAbsenceInput = z.infer<typeof ProlongAbsenceInput>;

/** The last half-day of an absence that ends earlier than it was to. */
export const EndAbsenceInput = z.strictObject({
  ...id,
  lastOn: DayInput,
  lastPart: DayPartInput.default("pm"),
});
export type EndAbsenceInput = z.infer<typeof EndAbsenceInput>;
