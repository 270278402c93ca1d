import { z } from "zod";
import { OverrideInput } from "@/lib/schedules/publishing/schema";
import { FindingView, ShiftVersionInput } from "@/lib/schedules/week/schema";
import { DayInput, MinuteInput } from "@/lib/time/inputs";

/** Hours of a published shift that are called off; all of it where none are named. */
export const CallOffShiftInput = ShiftVersionInput.extend({
  startMinute: MinuteInput.optional(),
  endMinute: MinuteInput.optional(),
});
export type CallOffShiftInput = z.infer<typeof CallOffShiftInput>;

export const ReplacingInput = z.strictObject({ id: z.uuid() });

/** Who works what is called off of a shift, with a reason for each rule that breaks. */
export const ReplaceShiftInput = ShiftVersionInput.extend({
  assistantId: z.uuid(),
  overrides: z
    .array(OverrideInput.omit({ shiftId: true }))
    .max(20)
    .default([]),
});
export type ReplaceShiftInput = z.infer<typeof ReplaceShiftInput>;

export const CalledOffView = z.strictObject({
  id: z.uuid(),
  version: z.number().int(),
  calledOff: z.array(z.strictObject({ startMinute: z.number().int(), endMinute: z.number().int() })),
  takenBy: z
    .array(z.strictObject({ shiftId: z.uuid(), assistantId: z.uuid().nullable() }))
    .meta({ description: "Shifts in which others have these hours now." }),
});
export type CalledOffView = z.infer<typeof CalledOffView>;

/** Who could work what is called off of a shift, the best first. */
export const ReplacementsView = z.strictObject({
  could: z.array(
    z.strictObject({
      assistantId: z.uuid(),
      name: z.string(),
      isAtWork: z.boolean().meta({ description: "True where it becomes a part of a shift of theirs." }),
      plannedMinutes: z.number().int(),
      contractMinutes: z.number().int(),
      isGlad: z.boolean(),
      findings: z.array(FindingView.omit({ shiftId: true })),
    }),
  ),
  bars: z.array(
    z.strictObject({
      assistantId: z.uuid(),
      name: z.string(),
      bar: z.enum(["at_work", "away", "not_employed", "skill"]),
    }),
  ),
});

/** Some hours of a day in which a role needs one person more. */
export const RoleHoursInput = z.strictObject({
  poolId: z.uuid(),
  on: DayInput,
  roleId: z.uuid(),
  startMinute: MinuteInput,
  endMinute: MinuteInput,
});
export type RoleHoursInput = z.infer<typeof RoleHoursInput>;

/** Who is asked whether they work these hours. */
export const AskForHoursInput = RoleHoursInput.extend({ assistantId: z.uuid() });
export type AskForHoursInput = z.infer<typeof AskForHoursInput>;

/** Who is drafted for these hours; nobody for an open shift. */
export const FillHoursInput = RoleHoursInput.extend({ assistantId: z.uuid().optional() });
export type FillHoursInput = z.infer<typeof FillHoursInput>;
