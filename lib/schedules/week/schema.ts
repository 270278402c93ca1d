import { z } from "zod";
import { DayText } from "@/lib/assistants/schema";
import { ReadVersion } from "@/lib/moves/schema";
import { BreakMinutesInput, WorkPieceInput } from "@/lib/schedules/setup/schema";
import { oneLine } from "@/lib/text";
import { DayInput, IsoWeekInput, MinuteInput } from "@/lib/time/inputs";
import { FINDING_RULES } from "./rules-findings-kinds";

const MOST_PIECES = 12;

const shiftFields = {
  assistantId: z
    .uuid()
    .nullable()
    .default(null)
    .meta({ description: "Null for an open shift, which nobody works yet." }),
  on: DayInput,
  startMinute: MinuteInput,
  endMinute: MinuteInput,
  breakMinutes: BreakMinutesInput.optional(),
  breakStartMinute: MinuteInput.optional(),
  roleId: z.uuid().optional().meta({ description: "The one role of the whole shift." }),
  work: z
    .array(WorkPieceInput)
    .min(1)
    .max(MOST_PIECES)
    .optional()
    .meta({ description: "Several roles, one after the other; they fill the shift." }),
  note: oneLine(200).optional().meta({ description: "A note for the person who works it." }),
};

/** A shift to be drafted: who, when, in which role. */
export const DraftShiftInput = z.strictObject({ poolId: z.uuid(), ...shiftFields });
export type DraftShiftInput = z.infer<typeof DraftShiftInput>;

/** A shift to be checked before it is drafted, or in the place of another. */
export const CheckShiftInput = DraftShiftInput.extend({ id: z.uuid().optional() });
export type CheckShiftInput = z.infer<typeof CheckShiftInput>;

/** Another person, day, hours or work of a shift; what is left out stays. */
export const ChangeShiftInput = z.strictObject({
  id: z.uuid(),
  version: ReadVersion,
  ...z.object({ ...shiftFields, assistantId: z.uuid().nullable() }).partial().shape,
});
export type ChangeShiftInput = z.infer<typeof ChangeShiftInput>;

/** A shift, and the version it was read at. */
export const ShiftVersionInput = z.strictObject({ id: z.uuid(), version: ReadVersion });
export type ShiftVersionInput = z.infer<typeof ShiftVersionInput>;

/** Where a shift is divided. */
export const SplitShiftInput = ShiftVersionInput.extend({ at: MinuteInput });
export type SplitShiftInput = z.infer<typeof SplitShiftInput>;

export const ScheduleWeekInput = z.strictObject({ poolId: z.uuid(), week: IsoWeekInput });
export type ScheduleWeekInput = z.infer<typeof ScheduleWeekInput>;

/** A week whose shifts are planned again in another, for all or some people. */
export const CopyWeekInput = z.strictObject({
  poolId: z.uuid(),
  fromWeek: IsoWeekInput,
  toWeek: IsoWeekInput,
  assistantIds: z.array(z.uuid()).max(1000).optional(),
});
export type CopyWeekInput = z.infer<typeof CopyWeekInput>;

/** Whether filling days leaves a shift as it is. */
export const LockShiftInput = ShiftVersionInput.extend({ isLocked: z.boolean() });
export type LockShiftInput = z.infer<typeof LockShiftInput>;

/** Drafts to be taken back together. */
export const RemoveDraftsInput = z.strictObject({
  poolId: z.uuid(),
  ids: z.array(z.uuid()).min(1).max(10_000),
});
export type RemoveDraftsInput = z.infer<typeof RemoveDraftsInput>;

const HoursView = z.strictObject({ startMinute: z.number().int(), endMinute: z.number().int() });
export const WorkView = z.array(HoursView.extend({ roleId: z.uuid() }));

export const ShiftView = z.strictObject({
  id: z.uuid(),
  assistantId: z.uuid().nullable(),
  on: DayText,
  startMinute: z.number().int(),
  endMinute: z.number().int(),
  breakStartMinute: z.number().int(),
  breakMinutes: z.number().int(),
  work: WorkView,
  status: z.enum(["draft", "published"]),
  supersedesId: z.uuid().nullable().meta({ description: "The published shift that this draft changes." }),
  isRemoval: z.boolean().meta({ description: "True for a draft that takes away what it supersedes." }),
  isLocked: z.boolean().meta({ description: "True for a shift that filling days leaves as it is." }),
  note: z.string().meta({ description: "A note for the person who works it." }),
  version: z.number().int(),
});

export const FindingView = z.strictObject({
  rule: z.enum(FINDING_RULES),
  kind: z.enum(["refused", "override", "note"]),
  shiftId: z.uuid(),
  assistantId: z.uuid(),
  on: DayText,
  details: z.looseObject({}),
  reason: z.string().nullable(),
});

/** A week of a pool's schedule with its drafts, for its managers. */
export const ScheduleWeekView = z.strictObject({
  week: z.string(),
  version: z.number().int().meta({ description: "Rises with every change; a publication names it." }),
  people: z.array(
    z.strictObject({
      assistantId: z.uuid(),
      name: z.string(),
      contractMinutes: z.number().int(),
      plannedMinutes: z.number().int(),
    }),
  ),
  shifts: z.array(ShiftView.extend({ calledOff: z.array(HoursView) })),
  demand: z.array(
    HoursView.extend({
      roleId: z.uuid(),
      on: DayText,
      needed: z.number().int(),
      there: z.number().int(),
      published: z.number().int().meta({ description: "How many of them are published." }),
    }),
  ),
  findings: z.array(FindingView),
});

/** A shift as it stands after a change, and what is to be known of it. Null where a draft no longer changes anything. */
export const ShiftAnswerView = ShiftView.extend({ findings: z.array(FindingView) });
