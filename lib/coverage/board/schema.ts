import { z } from "zod";
import { type Day, DayInput, daysBetween } from "@/lib/time/day";
import { DayPartInput, isForward } from "@/lib/time/half-day";
import { IsoWeekInput } from "@/lib/time/iso-week";

const LONGEST_RANGE_DAYS = 84;

function isBounded({ from, to }: { from: Day; to: Day }): boolean {
  return daysBetween(from, to) < LONGEST_RANGE_DAYS;
}

const OrderedDays = { from: DayInput, to: DayInput };

/** A board of one pool: at most twelve weeks. */
export const BoardInput = z
  .strictObject({ poolId: z.uuid(), ...OrderedDays })
  .refine((input) => input.from <= input.to, { path: ["to"], error: "ends_before_start" })
  .refine(isBounded, {
    path: ["to"],
    error: "range_too_long",
  });
export type BoardInput = z.infer<typeof BoardInput>;

/** Which pool and days to plan: repair leaves alone what stands, optimise plans anew at a cost for each change. */
export const ProposePlanInput = z
  .strictObject({ poolId: z.uuid(), ...OrderedDays, mode: z.enum(["repair", "optimise"]).default("repair") })
  .refine((input) => input.from <= input.to, { path: ["to"], error: "ends_before_start" })
  .refine(isBounded, {
    path: ["to"],
    error: "range_too_long",
  });
export type ProposePlanInput = z.infer<typeof ProposePlanInput>;

export const PlanIdInput = z.strictObject({ id: z.uuid() });
export type PlanIdInput = z.infer<typeof PlanIdInput>;

/** The plan to accept; with a version, only as it was when it was read. */
export const AcceptPlanInput = z.strictObject({ id: z.uuid(), version: z.int().positive().optional() });
export type AcceptPlanInput = z.infer<typeof AcceptPlanInput>;

/** Which cover or gap of a plan to explain, by its place in it. */
export const ExplainPlanInput = z.strictObject({
  id: z.uuid(),
  kind: z.enum(["cover", "gap"]),
  index: z.coerce.number().int().min(0).max(100_000),
});
export type ExplainPlanInput = z.infer<typeof ExplainPlanInput>;

const DutyIds = z.array(z.string().trim().min(1).max(40)).max(40).default([]);
const Stretch = { from: DayInput, fromPart: DayPartInput, to: DayInput, toPart: DayPartInput };

/** Who is to cover an executive in a stretch of half-days. Half-days the own assistant serves are left alone. */
export const AssignCoverInput = z
  .strictObject({
    executiveId: z.uuid(),
    assistantId: z.uuid(),
    ...Stretch,
    /** The duties to cover; empty for all. */
    dutyIds: DutyIds,
    replace: z.boolean().default(false),
    /** Leaves alone what others cover, rather than refuse. */
    openOnly: z.boolean().default(false),
    pinned: z.boolean().default(false),
    overrideReason: z.string().trim().max(500).default(""),
  })
  .refine(isForward, { path: ["to"], error: "ends_before_start" })
  .refine(isBounded, { path: ["to"], error: "range_too_long" });
export type AssignCoverInput = z.infer<typeof AssignCoverInput>;

/** Which cover ends; with a stretch, only that part of it. */
export const ReleaseCoverInput = z
  .strictObject({
    id: z.uuid(),
    stretch: z
      .strictObject(Stretch)
      .refine(isForward, { path: ["to"], error: "ends_before_start" })
      .optional(),
  })
  .strict();
export type ReleaseCoverInput = z.infer<typeof ReleaseCoverInput>;

export const PinCoverInput = z.strictObject({ id: z.uuid(), pinned: z.boolean() });
export type PinCoverInput = z.infer<typeof PinCoverInput>;

export const UndoChangeInput = z.strictObject({ id: z.uuid() });
export type UndoChangeInput = z.infer<typeof UndoChangeInput>;

/** Who could cover an executive in a stretch of half-days; with duties, only these. */
export const CandidatesInput = z
  .strictObject({ executiveId: z.uuid(), ...Stretch, dutyIds: DutyIds })
  .refine(isForward, { path: ["to"], error: "ends_before_start" })
  .refine(isBounded, { path: ["to"], error: "range_too_long" });
export type CandidatesInput = z.infer<typeof CandidatesInput>;

/** Hours of a day in minutes after midnight; null for whole half-days. */
export const WindowView = z
  .object({ startMinute: z.number().int(), endMinute: z.number().int() })
  .nullable()
  .meta({ description: "Hours of the day as minutes after midnight; null for all of the half-day." });

const DutiesView = z.array(z.string()).meta({ description: "The duties; empty for all." });

const Piece = z.object({
  window: WindowView,
  dutyIds: DutiesView,
  minutes: z.number().int(),
  assistantId: z.uuid().nullable(),
  coverageAssignmentId: z.uuid().nullable(),
  pinned: z.boolean(),
  proposedAssistantId: z.uuid().nullable(),
});

const Slot = z.object({
  on: z.iso.date(),
  part: DayPartInput,
  status: z.enum(["own", "cover", "gap", "not_needed"]),
  assistantId: z.uuid().nullable(),
  coverageAssignmentId: z.uuid().nullable(),
  pinned: z.boolean(),
  proposedAssistantId: z.uuid().nullable(),
  ownAssistantId: z.uuid().nullable().meta({ description: "Who of the executive's own is there." }),
  pieces: z
    .array(Piece)
    .meta({ description: "Filled where only some hours need cover or the duties are shared." }),
  acceptedBy: z.string().nullable().meta({ description: "Who knowingly left this gap open." }),
  isOffered: z.boolean().meta({ description: "The cover is asked and has not answered." }),
});

/** The board as the API answers it. */
export const BoardView = z.object({
  poolId: z.uuid(),
  from: z.iso.date(),
  to: z.iso.date(),
  executives: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      title: z.string(),
      dutyIds: z.array(z.string()).meta({ description: "The duties that cannot wait." }),
      slots: z.array(Slot),
    }),
  ),
  assistants: z.array(z.object({ id: z.uuid(), name: z.string() })),
  gaps: z.number().int(),
});

const CarriedView = z.strictObject({
  minutes: z.number(),
  halfDays: z.number(),
  fridays: z.number(),
  difficult: z.number().meta({ description: "Half-days at desks of tier 4 or 5." }),
});

/** Which pool's shares of cover are asked for. */
export const StandingsInput = z.strictObject({ poolId: z.uuid() });
export type StandingsInput = z.infer<typeof StandingsInput>;

/** One's own cover over thirteen weeks beside the pool's average for one's hours. */
export const OwnStandingView = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date(),
  own: CarriedView,
  average: CarriedView,
});

/** Everybody's cover over thirteen weeks, whoever carried most for their hours first. */
export const StandingsView = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date(),
  people: z.array(
    z.strictObject({
      assistantId: z.uuid(),
      name: z.string(),
      availableMinutes: z.number().int().meta({ description: "Minutes at work in the period." }),
      carried: CarriedView,
      average: CarriedView,
      minutesPerHour: z.number().meta({ description: "Minutes of cover for each hour at work." }),
    }),
  ),
});

const NewDuty = z.strictObject({
  dutyId: z.string().min(1).max(60),
  minutesPerDay: z.coerce.number().int().min(1).max(480),
  minProficiency: z.coerce.number().int().min(1).max(5).default(3),
});

/** One thing that would be different. */
export const WhatIfChange = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("resigns"), assistantId: z.uuid(), from: DayInput }),
  z.strictObject({
    kind: z.literal("executive_joins"),
    likeExecutiveId: z.uuid(),
    from: DayInput.optional(),
    tier: z.coerce.number().int().min(1).max(5).optional(),
    primaryAssistantId: z.uuid().optional(),
    duties: z.array(NewDuty).max(20).default([]),
  }),
  z.strictObject({
    kind: z.literal("assistant_joins"),
    likeAssistantId: z.uuid(),
    from: DayInput.optional(),
  }),
  z.strictObject({ kind: z.literal("no_cover"), weekday: z.coerce.number().int().min(1).max(7) }),
  z.strictObject({ kind: z.literal("leave_approved"), absenceId: z.uuid() }),
  z.strictObject({ kind: z.literal("pool_lends"), poolId: z.uuid() }),
]);
export type WhatIfChange = z.infer<typeof WhatIfChange>;

/** What would be different in a pool, over one to six weeks. */
export const WhatIfInput = z.strictObject({
  poolId: z.uuid(),
  week: IsoWeekInput,
  weeks: z.coerce.number().int().min(1).max(6).default(2),
  changes: z.array(WhatIfChange).max(12).default([]),
});
export type WhatIfInput = z.infer<typeof WhatIfInput>;

/** A what-if question that is being worked out, by the word its page knows it by. */
export const WhatIfRunInput = z.strictObject({ run: z.string().regex(/^[0-9a-f]{64}$/) });
export type WhatIfRunInput = z.infer<typeof WhatIfRunInput>;
