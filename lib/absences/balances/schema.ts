import { z } from "zod";
import { LeaveTypeId, stretchFields } from "@/lib/absences/requests/schema";
import { BlackoutView } from "@/lib/absences/settings/schema";
import {
  Amount,
  LEAVE_ACCRUALS,
  LEAVE_MEASURES,
  MOST_AMOUNT,
  MonthDay,
  Version,
  Year,
} from "@/lib/absences/settings/schema-leave";
import { DayText } from "@/lib/assistants/schema";
import { manyLines } from "@/lib/text";
import { DayInput, DayPartInput } from "@/lib/time/inputs";

/** What a full-time year in a pool gives of a type. */
export const SetEntitlementInput = z.strictObject({
  poolId: z.uuid(),
  type: LeaveTypeId,
  amount: Amount,
  accrual: z.enum(LEAVE_ACCRUALS).default("upfront"),
  carryOverMost: Amount.default(0),
  carryOverUntil: MonthDay.nullable().default(null),
  firstYear: Year.optional(),
  version: Version.optional(),
});
export type SetEntitlementInput = z.infer<typeof SetEntitlementInput>;

export const PoolInput = z.strictObject({ poolId: z.uuid() });
export type PoolInput = z.infer<typeof PoolInput>;

export const EntitlementView = z.strictObject({
  poolId: z.uuid(),
  type: z.string(),
  measure: z.enum(LEAVE_MEASURES),
  amount: z.number(),
  accrual: z.enum(LEAVE_ACCRUALS),
  carryOverMost: z.number(),
  carryOverUntil: z.string().nullable(),
  firstYear: z.number().int(),
  version: z.number().int(),
});
export type EntitlementView = z.infer<typeof EntitlementView>;

/** What one person has in a year; null follows from the pool and the year before. */
export const SetAllowanceInput = z.strictObject({
  assistantId: z.uuid(),
  type: LeaveTypeId,
  year: Year,
  amount: Amount.nullable().default(null),
  carriedOver: Amount.nullable().default(null),
});
export type SetAllowanceInput = z.infer<typeof SetAllowanceInput>;

/** Leave given or taken away by hand, or overtime earned; the reason is for the person and those who decide. */
export const AdjustLeaveInput = z.strictObject({
  assistantId: z.uuid(),
  type: LeaveTypeId,
  amount: z.coerce
    .number()
    .min(-MOST_AMOUNT)
    .max(MOST_AMOUNT)
    .refine((amount) => amount !== 0),
  on: DayInput.optional(),
  reason: manyLines(300, 1),
});
export type AdjustLeaveInput = z.infer<typeof AdjustLeaveInput>;

export const AdjustmentView = z.strictObject({
  id: z.uuid(),
  type: z.string(),
  measure: z.enum(LEAVE_MEASURES),
  on: DayText,
  amount: z.number(),
  reason: z.string(),
  byName: z.string(),
  at: z.iso.datetime(),
});
export type AdjustmentView = z.infer<typeof AdjustmentView>;

/** Whose balances, and on which day; one's own and today unless told otherwise. */
export const ListBalancesInput = z.strictObject({
  assistantId: z.uuid().optional(),
  on: DayInput.optional(),
});
export type ListBalancesInput = z.infer<typeof ListBalancesInput>;

/** How one type stands for one person on a day, in days such as 12.5 or in minutes. */
export const BalanceView = z.strictObject({
  type: z.string(),
  measure: z.enum(LEAVE_MEASURES),
  year: z.number().int(),
  on: DayText,
  entitled: z.number(),
  accrued: z.number(),
  carriedOver: z.number(),
  carriedOverUntil: DayText,
  expiring: z.number(),
  expired: z.number(),
  adjusted: z.number(),
  taken: z.number(),
  booked: z.number(),
  requested: z.number(),
  remaining: z.number(),
});
export type BalanceView = z.infer<typeof BalanceView>;

/** Leave that is thought of: what would it take, and what stands in its way. */
export const PreviewLeaveInput = z.strictObject({
  assistantId: z.uuid().optional(),
  type: LeaveTypeId,
  ...stretchFields,
});
export type PreviewLeaveInput = z.infer<typeof PreviewLeaveInput>;

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
  /** An absence of the person's own that takes some of these days already. */
  clash: z
    .strictObject({ from: DayText, fromPart: DayPartInput, to: DayText, toPart: DayPartInput })
    .nullable(),
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
        fromPart: DayPartInput,
        to: DayText,
        toPart: DayPartInput,
        startMinute: z.number().int().nullable(),
        endMinute: z.number().int().nullable(),
      }),
    )
    .nullable(),
});
export type LeaveOutlook = z.infer<typeof LeaveOutlook>;
