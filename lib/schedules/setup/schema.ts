import { z } from "zod";
import { DayText } from "@/lib/assistants/schema";
import { ReadVersion } from "@/lib/moves/schema";
import { DutyId } from "@/lib/pools/schema";
import { oneLine } from "@/lib/text";
import { DayInput, MinuteInput } from "@/lib/time/inputs";

const Flag = z.preprocess((value) => (value === "on" ? true : value), z.boolean());
const MOST_BREAK_MINUTES = 240;
export const BreakMinutesInput = z.coerce.number().int().min(0).max(MOST_BREAK_MINUTES);

const roleFields = {
  nameEn: oneLine(40, 1),
  nameSv: oneLine(40, 1),
  dutyId: DutyId.nullable().default(null),
  minProficiency: z.coerce.number().int().min(1).max(5).default(1),
  isWithExecutives: Flag.default(false).meta({
    description:
      "True for work with one's executives; any other work takes its time from them and from cover.",
  }),
  isUnloved: Flag.default(false).meta({ description: "True where turns are counted." }),
};

/** A new kind of work in shifts, for every pool. */
export const CreateWorkRoleInput = z.strictObject(roleFields);
export type CreateWorkRoleInput = z.infer<typeof CreateWorkRoleInput>;

/** All of a role. A retired one is offered no more and stays where it was planned. */
export const ChangeWorkRoleInput = z.strictObject({
  id: z.uuid(),
  version: ReadVersion,
  ...roleFields,
  isRetired: Flag.default(false),
});
export type ChangeWorkRoleInput = z.infer<typeof ChangeWorkRoleInput>;

export const WorkRoleView = z.strictObject({
  id: z.uuid(),
  nameEn: z.string(),
  nameSv: z.string(),
  dutyId: z.string().nullable(),
  minProficiency: z.number().int(),
  isWithExecutives: z.boolean(),
  isUnloved: z.boolean(),
  isRetired: z.boolean(),
  version: z.number().int(),
});
export type WorkRoleView = z.infer<typeof WorkRoleView>;

const demandFields = {
  startMinute: MinuteInput,
  endMinute: MinuteInput,
  headcount: z.coerce.number().int().min(0).max(1000),
};

/** How many people a role needs: every week on a weekday, or on one day, which then counts alone. */
export const CreateDemandInput = z
  .strictObject({
    poolId: z.uuid(),
    roleId: z.uuid(),
    weekday: z.coerce.number().int().min(1).max(7).nullable().default(null),
    on: DayInput.nullable().default(null),
    validFrom: DayInput.optional(),
    validTo: DayInput.nullable().default(null),
    ...demandFields,
  })
  .refine(({ weekday, on }) => (weekday === null) !== (on === null), {
    path: ["weekday"],
    error: "required",
  });
export type CreateDemandInput = z.infer<typeof CreateDemandInput>;

/** The same need on several weekdays. */
export const AddDemandInput = z.strictObject({
  poolId: z.uuid(),
  roleId: z.uuid(),
  weekdays: z.array(z.coerce.number().int().min(1).max(7)).min(1).max(7),
  ...demandFields,
});
export type AddDemandInput = z.infer<typeof AddDemandInput>;

export const ChangeDemandInput = z.strictObject({
  id: z.uuid(),
  version: ReadVersion,
  validTo: DayInput.nullable().default(null),
  ...demandFields,
});
export type ChangeDemandInput = z.infer<typeof ChangeDemandInput>;

export const DemandView = z.strictObject({
  id: z.uuid(),
  poolId: z.uuid(),
  roleId: z.uuid(),
  weekday: z.number().int().nullable(),
  on: DayText.nullable(),
  startMinute: z.number().int(),
  endMinute: z.number().int(),
  headcount: z.number().int(),
  validFrom: DayText,
  validTo: DayText.nullable(),
  version: z.number().int(),
});
export type DemandView = z.infer<typeof DemandView>;

export const WorkPieceInput = z.strictObject({
  roleId: z.uuid(),
  startMinute: MinuteInput,
  endMinute: MinuteInput,
});

/** Hours that are planned again and again: one role, or several one after the other. */
export const CreateTemplateInput = z.strictObject({
  poolId: z.uuid(),
  name: oneLine(40, 1),
  startMinute: MinuteInput,
  endMinute: MinuteInput,
  breakMinutes: BreakMinutesInput.optional(),
  roleId: z.uuid().optional(),
  work: z.array(WorkPieceInput).min(1).max(12).optional(),
});
export type CreateTemplateInput = z.infer<typeof CreateTemplateInput>;

export const TemplateWork = z.array(
  z.strictObject({ roleId: z.uuid(), startMinute: z.number().int(), endMinute: z.number().int() }),
);

export const TemplateView = z.strictObject({
  id: z.uuid(),
  poolId: z.uuid(),
  name: z.string(),
  startMinute: z.number().int(),
  endMinute: z.number().int(),
  breakMinutes: z.number().int(),
  work: TemplateWork,
});
export type TemplateView = z.infer<typeof TemplateView>;

export const SetupIdInput = z.strictObject({ id: z.uuid() });
export const PoolIdInput = z.strictObject({ poolId: z.uuid() });

const minutes = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

/** What a pool's shifts are checked against. */
export const SchedulePolicyInput = z.strictObject({
  poolId: z.uuid(),
  version: z.coerce.number().int().min(0).meta({ description: "0 while the pool has the defaults." }),
  restMinutes: minutes(0, 1440),
  daySpanMinutes: minutes(60, 1440),
  dayMinutes: minutes(60, 1440),
  weekMinutes: minutes(60, 10_080),
  overContractMinutes: minutes(0, 10_080),
  daysInRow: minutes(1, 31),
  weeklyRestMinutes: minutes(0, 10_080),
  breakAfterMinutes: minutes(60, 1440),
  breakMinutes: minutes(0, 240),
  noticeDays: minutes(0, 90),
  wishesCloseDays: minutes(0, 90),
  ratherNotDays: minutes(0, 31),
  replacesPattern: Flag.default(false).meta({
    description:
      "True where a published week replaces the patterns: a day without a shift is then a day off.",
  }),
  firstTaker: Flag.default(false).meta({
    description:
      "True where an open shift goes to the first who takes it, unless it is with executives or breaks a rule.",
  }),
});
export type SchedulePolicyInput = z.infer<typeof SchedulePolicyInput>;

export const SchedulePolicyView = z.strictObject({
  ...SchedulePolicyInput.omit({ version: true, replacesPattern: true, firstTaker: true }).shape,
  replacesPattern: z.boolean(),
  firstTaker: z.boolean(),
  version: z.number().int(),
});
export type SchedulePolicyView = z.infer<typeof SchedulePolicyView>;
