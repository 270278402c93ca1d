import { z } from "zod";
import { LEAVE_MEASURES, LeaveTypeId, stretchFields } from "@/lib/absences/requests/schema";
import { DayText } from "@/lib/assistants/schema";
import { oneLine } from "@/lib/text";
import { DayInput } from "@/lib/time/day";

const Flag = z.preprocess((value) => (value === "on" ? true : value), z.boolean());

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

/** Whether a pool decides once or twice, and who decides second. */
export const SetPoolPolicyInput = z.strictObject({
  poolId: z.uuid(),
  approvalStages: z.coerce.number().int().min(1).max(2),
  secondDeciderId: z.uuid().nullable().default(null),
});
export type SetPoolPolicyInput = z.infer<typeof SetPoolPolicyInput>;

export const PoolPolicyView = z.strictObject({
  poolId: z.uuid(),
  approvalStages: z.number().int(),
  secondDeciderId: z.uuid().nullable(),
});
export type PoolPolicyView = z.infer<typeof PoolPolicyView>;

/** Who decides on one assistant's leave; null is the managers of the pool. */
export const SetAssistantPolicyInput = z.strictObject({
  assistantId: z.uuid(),
  deciderId: z.uuid().nullable().default(null),
  isAutomatic: Flag.default(false),
});
export type SetAssistantPolicyInput = z.infer<typeof SetAssistantPolicyInput>;

export const AssistantPolicyView = z.strictObject({
  assistantId: z.uuid(),
  deciderId: z.uuid().nullable(),
  isAutomatic: z.boolean(),
});
export type AssistantPolicyView = z.infer<typeof AssistantPolicyView>;

/** Who decides for a manager between two days; the asker themselves unless another manager of their pools is named. */
export const AddDeputyInput = z.strictObject({
  managerId: z.uuid().optional(),
  deputyId: z.uuid(),
  from: DayInput,
  to: DayInput,
});
export type AddDeputyInput = z.infer<typeof AddDeputyInput>;

export const DeputyView = z.strictObject({
  id: z.uuid(),
  managerId: z.uuid(),
  managerName: z.string(),
  deputyId: z.uuid(),
  deputyName: z.string(),
  from: DayText,
  to: DayText,
});
export type DeputyView = z.infer<typeof DeputyView>;

/** Leave that is thought of: what would it take, and what stands in its way. */
export const PreviewLeaveInput = z.strictObject({
  assistantId: z.uuid().optional(),
  type: LeaveTypeId,
  ...stretchFields,
});
export type PreviewLeaveInput = z.infer<typeof PreviewLeaveInput>;

const Part = z.enum(["am", "pm"]);

/** What leave does to the balance of a year. */
export const WithdrawalView = z.strictObject({
  year: z.number().int(),
  amount: z.number(),
  before: z.number(),
  after: z.number(),
  /** All there is in the year on its first day: given, carried over and changed by hand. */
  whole: z.number(),
});

/** What is to be known of leave before it is sent or decided. Names are for those who decide; the others get numbers. */
export const LeaveOutlook = z.strictObject({
  type: z.string(),
  measure: z.enum(LEAVE_MEASURES),
  /** What it takes, whether or not a balance is kept. */
  amount: z.number(),
  withdrawals: z.array(WithdrawalView),
  isOverdrawn: z.boolean(),
  blackouts: z.array(BlackoutView.omit({ poolId: true })),
  /** Groups of which too many would be away. */
  crowdedGroups: z.array(z.string()),
  awayCount: z.number().int(),
  poolSize: z.number().int(),
  /** Null for whoever asks. */
  away: z
    .array(
      z.strictObject({
        name: z.string(),
        from: DayText,
        fromPart: Part,
        to: DayText,
        toPart: Part,
        startMinute: z.number().int().nullable(),
        endMinute: z.number().int().nullable(),
      }),
    )
    .nullable(),
});
export type LeaveOutlook = z.infer<typeof LeaveOutlook>;

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
