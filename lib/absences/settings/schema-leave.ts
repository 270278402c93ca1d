import { z } from "zod";

import { LeaveTypeId } from "@/lib/absences/requests/schema";
import { oneLine } from "@/lib/text";

/** The type under which people report that they are ill; an office has it from the start. */
export const SICK = "sick";

export const LEAVE_UNITS = ["day", "half", "hour"] as const;
export const LEAVE_MEASURES = ["days", "minutes"] as const;
export const LEAVE_APPROVALS = ["required", "automatic", "reported"] as const;

export const Version = z.coerce.number().int();
export const Year = z.coerce.number().int().min(2000).max(2100);
export const MOST_AMOUNT = 100_000;
const Flag = z.preprocess((value) => (value === "on" ? true : value), z.boolean());

/** Days in hundredths, such as 12.5, or whole minutes, as the type is measured. */
export const Amount = z.coerce.number().min(0).max(MOST_AMOUNT);

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

export const MonthDay = z
  .string()
  .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  .meta({ description: "A month and a day: 03-31." });

/** A type of leave; the yearly limit is in its measure. */
export const LeaveTypeView = z.strictObject({
  id: z.string(),
  nameEn: z.string(),
  nameSv: z.string(),
  isReported: z.boolean(),
  approval: z.enum(LEAVE_APPROVALS),
  isPaid: z.boolean(),
  countsAgainstAllowance: z.boolean(),
  canGoNegative: z.boolean(),
  interruptsLeave: z.boolean(),
  unit: z.enum(LEAVE_UNITS),
  measure: z.enum(LEAVE_MEASURES),
  yearlyLimit: z.number().nullable(),
  noticeDays: z.number().int(),
  isRetired: z.boolean(),
  version: z.number().int(),
});
export type LeaveTypeView = z.infer<typeof LeaveTypeView>;
