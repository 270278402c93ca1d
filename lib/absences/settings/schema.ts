import { z } from "zod";
import { DayText } from "@/lib/assistants/schema";
import { oneLine } from "@/lib/text";
import { DayInput } from "@/lib/time/inputs";

export const Flag = z.preprocess((value) => (value === "on" ? true : value), z.boolean());

export const BLACKOUT_KINDS = ["soft", "hard"] as const;

/** Days on which a pool needs its people: soft warns, hard refuses. */
export const AddBlackoutInput = z.strictObject({
  poolId: z.uuid(),
  name: oneLine(80, 1),
  kind: z.enum(BLACKOUT_KINDS).default("soft"),
  from: DayInput,
  to: DayInput,
});
export type AddBlackoutInput = z.infer<typeof AddBlackoutInput>;

export const BlackoutView = z.strictObject({
  id: z.uuid(),
  poolId: z.uuid(),
  name: z.string(),
  kind: z.enum(BLACKOUT_KINDS),
  from: DayText,
  to: DayText,
});
export type BlackoutView = z.infer<typeof BlackoutView>;

/** People of a pool of whom only so many may be on leave at a time. */
export const SaveGroupInput = z.strictObject({
  id: z.uuid().optional(),
  poolId: z.uuid(),
  name: oneLine(80, 1),
  mostAway: z.coerce.number().int().min(1).max(100).default(1),
  memberIds: z.array(z.uuid()).min(2).max(100),
});
export type SaveGroupInput = z.infer<typeof SaveGroupInput>;

export const GroupView = z.strictObject({
  id: z.uuid(),
  poolId: z.uuid(),
  name: z.string(),
  mostAway: z.number().int(),
  members: z.array(z.strictObject({ id: z.uuid(), name: z.string() })),
});
export type GroupView = z.infer<typeof GroupView>;

/** One of a pool's own records, by its id. */
export const RecordIdInput = z.strictObject({ id: z.uuid() });
export type RecordIdInput = z.infer<typeof RecordIdInput>;

/** Whose leave after their last day is meant. */
export const LeaverInput = z.strictObject({ assistantId: z.uuid() });
export type LeaverInput = z.infer<typeof LeaverInput>;

/** Somebody who leaves, and the leave they have after their last day. */
export const LeaverView = z.strictObject({
  assistantId: z.uuid(),
  name: z.string(),
  leavesOn: DayText,
  absences: z.array(z.strictObject({ id: z.uuid(), from: DayText, to: DayText })),
});
export type LeaverView = z.infer<typeof LeaverView>;
