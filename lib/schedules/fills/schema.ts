import { z } from "zod";
import { DayText } from "@/lib/assistants/schema";
import { DraftShiftInput, WorkView } from "@/lib/schedules/week/schema";
import { daysBetween } from "@/lib/time/day";
import { DayInput } from "@/lib/time/inputs";

const MOST_DAYS = 28;

/** Which days of a pool are to be filled with shifts. */
export const FillDaysInput = z
  .strictObject({
    ...{ poolId: z.uuid(), from: DayInput, to: DayInput },
    roleIds: z
      .array(z.uuid())
      .min(1)
      .max(100)
      .nullable()
      .default(null)
      .meta({ description: "The roles to fill; all where they are left out." }),
  })
  .refine(({ from, to }) => from <= to, { path: ["to"], error: "ends_before_start" })
  .refine(({ from, to }) => daysBetween(from, to) < MOST_DAYS, {
    path: ["to"],
    error: "more_than_four_weeks",
  });
export type FillDaysInput = z.infer<typeof FillDaysInput>;

/** What keeping a fill is undone with: its drafts, and those they took the place of. */
export const UndoFillInput = z.strictObject({
  poolId: z.uuid(),
  ids: z.array(z.uuid()).min(1).max(10_000),
  replaced: z.array(DraftShiftInput).max(10_000).default([]),
});
export type UndoFillInput = z.infer<typeof UndoFillInput>;

export const FillIdInput = z.strictObject({ id: z.uuid() });
export type FillIdInput = z.infer<typeof FillIdInput>;

/** The rules of a person that a fill holds. */
export const HELD_RULES = ["rest", "days_in_row", "week_hours"] as const;
export type HeldRule = (typeof HELD_RULES)[number];

/** Why somebody can't be where people are missing. */
export const HOLE_REASONS = [
  "skill",
  "not_working",
  "away",
  "unavailable",
  "busy",
  ...HELD_RULES,
  "rules",
] as const;
export type HoleReason = (typeof HOLE_REASONS)[number];

const HoursFields = { startMinute: z.number().int(), endMinute: z.number().int() };

/** A shift that is proposed; nobody is told of it. */
export const ProposedShiftView = z.strictObject({
  assistantId: z.uuid(),
  on: DayText,
  ...HoursFields,
  breakStartMinute: z.number().int(),
  breakMinutes: z.number().int(),
  work: WorkView,
  replacesId: z.uuid().nullable().meta({ description: "The draft of the day that it replaces." }),
});
export type ProposedShiftView = z.infer<typeof ProposedShiftView>;

/** Where people are still missing, and what stops the pool's people, by reason. */
export const HoleView = z.strictObject({
  roleId: z.uuid(),
  on: DayText,
  ...HoursFields,
  missing: z.number().int(),
  reasons: z.array(
    z.strictObject({
      reason: z.enum(HOLE_REASONS),
      assistantIds: z.array(z.uuid()).meta({ description: "Some of them." }),
      count: z.number().int(),
    }),
  ),
});
export type HoleView = z.infer<typeof HoleView>;

const OfPerson = { assistantId: z.uuid(), on: DayText };

/** A change after which a hole is filled and nothing else is missing, tried by filling the days again with it. */
export const HoleRemedyView = z.discriminatedUnion("code", [
  z.strictObject({ code: z.literal("longer_day"), ...OfPerson, ...HoursFields }),
  z.strictObject({ code: z.literal("extra_day"), ...OfPerson, ...HoursFields }),
  z.strictObject({ code: z.literal("begin_later"), ...OfPerson, minute: z.number().int() }),
  z.strictObject({ code: z.literal("end_earlier"), ...OfPerson, minute: z.number().int() }),
  z.strictObject({ code: z.literal("train"), ...OfPerson, dutyId: z.string(), level: z.number().int() }),
  z.strictObject({ code: z.literal("one_less"), on: DayText, left: z.number().int() }),
]);
export type HoleRemedyView = z.infer<typeof HoleRemedyView>;

/** A remedy that was tried, and how many holes it closes in all; `canUse` where the proposal itself can be changed so. */
export const TriedRemedyView = z.strictObject({
  remedy: HoleRemedyView,
  closes: z.number().int(),
  canUse: z.boolean(),
});
export type TriedRemedyView = z.infer<typeof TriedRemedyView>;

/** What speaks for somebody having a proposed shift. */
export const SHIFT_REASONS = ["alone", "gladly", "own_hours", "fewer_turns", "below_contract"] as const;
export type ShiftReason = (typeof SHIFT_REASONS)[number];

/** Who else could work a proposed shift at the least cost, and what that would make worse. */
export const NextBestView = z.strictObject({
  assistantId: z.uuid(),
  missingMinutes: z.number().int().meta({ description: "Minutes in which one more person is missing." }),
  overContractMinutes: z.number().int(),
  workedMinutes: z.number().int().meta({ description: "Minutes more that are worked in all." }),
  wishesBroken: z.number().int(),
  isTurnUnfair: z
    .boolean()
    .meta({ description: "True where an assistant has more than their share of turns." }),
});
export type NextBestView = z.infer<typeof NextBestView>;

/** Which part of a fill to explain, by its place in the lists of the result. */
export const ExplainFillInput = z.strictObject({
  id: z.uuid(),
  kind: z.enum(["hole", "shift"]),
  index: z.coerce.number().int().min(0).max(100_000),
});
export type ExplainFillInput = z.infer<typeof ExplainFillInput>;

/** What would fill a hole, or why somebody has a shift and who is next best; of the version of the fill that it names. */
export const ExplainedFillView = z.strictObject({
  version: z.number().int(),
  hole: z.strictObject({ remedies: z.array(TriedRemedyView) }).nullable(),
  shift: z
    .strictObject({
      reasons: z.array(z.enum(SHIFT_REASONS)),
      next: NextBestView.nullable(),
      couldCount: z.number().int().meta({ description: "How many others could work it." }),
      others: HoleView.shape.reasons.meta({ description: "What keeps the rest from it." }),
    })
    .nullable(),
});
export type ExplainedFillView = z.infer<typeof ExplainedFillView>;

/** Which remedy of which hole to use, as they were read. */
export const UseRemedyInput = z.strictObject({
  id: z.uuid(),
  version: z.number().int(),
  hole: z.number().int().min(0).max(100_000),
  remedy: z.number().int().min(0).max(100),
});
export type UseRemedyInput = z.infer<typeof UseRemedyInput>;

/** What a fill brings. */
export const FillResultView = z.strictObject({
  shifts: z.array(ProposedShiftView),
  holesBefore: z.number().int(),
  holes: z.array(HoleView),
  people: z
    .array(
      z.strictObject({
        assistantId: z.uuid(),
        plannedMinutes: z.number().int(),
        contractMinutes: z.number().int(),
        turns: z.number().int().meta({ description: "Turns at roles whose turns are counted." }),
        turnsBefore: z.number().int().meta({ description: "Turns in the thirteen weeks before." }),
      }),
    )
    .meta({ description: "Those who are given shifts, with their hours once these are kept." }),
  contradictions: z
    .array(z.strictObject({ assistantId: z.uuid(), rule: z.enum(HELD_RULES), days: z.array(DayText) }))
    .meta({
      description: "People whose planned days break a rule already, so that they are given nothing else.",
    }),
  overContractMinutes: z
    .number()
    .int()
    .meta({ description: "Minutes beyond contract, of all people together." }),
  wishesBroken: z.number().int(),
  proof: z.enum(["optimal", "bounded", "heuristic"]),
  isFewestHoles: z
    .boolean()
    .meta({ description: "True where it is proven that no fewer heads can be missing." }),
  gapPercent: z.number().int().nullable().meta({ description: "How much better is possible at most." }),
  elapsedMs: z.number().int(),
});
export type FillResultView = z.infer<typeof FillResultView>;

/** A fill: what it is about, how far it is, and what it brings. */
export const FillView = z.strictObject({
  id: z.uuid(),
  poolId: z.uuid(),
  from: DayText,
  to: DayText,
  roleIds: z.array(z.uuid()).nullable().meta({ description: "The roles that are filled; null for all." }),
  version: z.number().int(),
  status: z.enum(["running", "done", "stopped", "failed"]),
  stage: z.enum(["waiting", "first", "search", "unmet", "cost"]),
  result: FillResultView.nullable(),
});
export type FillView = z.infer<typeof FillView>;
