import { z } from "zod";
import { LEAVE_APPROVALS, LEAVE_MEASURES, LEAVE_UNITS, LeaveTypeId } from "@/lib/absences/requests/schema";
import { DayText } from "@/lib/assistants/schema";
import { manyLines, oneLine } from "@/lib/text";
import { DayInput } from "@/lib/time/day";

const Version = z.coerce.number().int();
const Year = z.coerce.number().int().min(2000).max(2100);
const MOST_AMOUNT = 100_000;
const Flag = z.preprocess((value) => (value === "on" ? true : value), z.boolean());

/** Days in hundredths, such as 12.5, or whole minutes, as the type is measured. */
const Amount = z.coerce.number().min(0).max(MOST_AMOUNT);

export const LEAVE_ACCRUALS = ["upfront", "monthly"] as const;

const typeFields = {
  nameEn: oneLine(60, 1),
  nameSv: oneLine(60, 1),
  approval: z.enum(LEAVE_APPROVALS).default("required"),
  isPaid: Flag.default(false),
  countsAgainstAllowance: Flag.default(false),
  canGoNegative: Flag.default(false),
  interruptsLeave: Flag.default(false),
  unit: z.enum(LEAVE_UNITS).default("half"),
  yearlyLimit: Amount.nullable().default(null),
  noticeDays: z.coerce.number().int().min(0).max(366).default(0),
};

/** A new type of leave. What it is measured in stays as it is made. */
export const CreateLeaveTypeInput = z.strictObject({
  id: z
    .string()
    .trim()
    .regex(/^[a-z][a-z0-9_]{0,39}$/),
  measure: z.enum(LEAVE_MEASURES).default("days"),
  ...typeFields,
});
export type CreateLeaveTypeInput = z.infer<typeof CreateLeaveTypeInput>;

/** All of a type but its key and measure. A retired one is offered no more and keeps what was taken. */
export const ChangeLeaveTypeInput = z.strictObject({
  id: LeaveTypeId,
  version: Version,
  ...typeFields,
  isRetired: Flag.default(false),
});
export type ChangeLeaveTypeInput = z.infer<typeof ChangeLeaveTypeInput>;

export const LeaveTypeIdInput = z.strictObject({ id: LeaveTypeId });
export type LeaveTypeIdInput = z.infer<typeof LeaveTypeIdInput>;

const MonthDay = z
  .string()
  .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  .meta({ description: "A month and a day: 03-31." });

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
