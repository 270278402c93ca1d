import { z } from "zod";
import { DayText } from "@/lib/assistants/schema";
import { DraftShiftInput, WorkView } from "@/lib/schedules/week/schema";
import { daysBetween } from "@/lib/time/day";
import { DayInput } from "@/lib/time/inputs";

const MOST_DAYS = 28;

/** Which days of a pool are to be filled with shifts. */
export const FillDaysInput = z
  .strictObject({ poolId: z.uuid(), from: DayInput, to: DayInput })
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

/** Why somebody can't be where people are missing. */
export const HOLE_REASONS = ["skill", "not_working", "away", "unavailable", "busy", "rules"] as const;
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

/** What a fill brings. */
export const FillResultView = z.strictObject({
  shifts: z.array(ProposedShiftView),
  holesBefore: z.number().int(),
  holes: z.array(HoleView),
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
  status: z.enum(["running", "done", "stopped", "failed"]),
  stage: z.enum(["waiting", "first", "search", "unmet", "cost"]),
  result: FillResultView.nullable(),
});
export type FillView = z.infer<typeof FillView>;
