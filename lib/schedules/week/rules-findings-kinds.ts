import type { Day } from "@/lib/time/day";
import { type Hours, isSameHours } from "@/lib/time/hours";
import type { PlannedShift } from "./rules";

/** Rules that no reason overrides. */
export const REFUSED_RULES = ["overlap", "away", "not_employed"] as const;

/** Rules that a reason overrides. */
export const OVERRIDE_RULES = [
  "rest",
  "day_span",
  "day_hours",
  "week_hours",
  "over_contract",
  "days_in_row",
  "weekly_rest",
  "break",
  "skill",
  "unavailable",
  "holiday",
] as const;

/** What is only worth knowing. */
export const NOTE_RULES = ["leave_requested", "against_wish", "under_contract", "late_again"] as const;

export const FINDING_RULES = [...REFUSED_RULES, ...OVERRIDE_RULES, ...NOTE_RULES] as const;
export type FindingRule = (typeof FINDING_RULES)[number];
export type FindingKind = "refused" | "override" | "note";

/** Something about a shift that breaks a rule, with the numbers that its sentence says: minutes, unless they are days. */
export type Finding = {
  rule: FindingRule;
  kind: FindingKind;
  shiftId: string;
  assistantId: string;
  on: Day;
  details: { is?: number; limit?: number; roleId?: string; hours?: Hours; on?: Day; said?: string };
  /** Why it is right all the same, where that was said for the shift as it is. */
  reason: string | null;
};

/** A reason given for a rule, and the shift as it was then. */
export type GivenOverride = Hours & {
  shiftId: string;
  rule: string;
  reason: string;
  assistantId: string;
  on: Day;
};

/** Whether a reason overrides a rule. */
export function kindOfRule(rule: FindingRule): FindingKind {
  if (REFUSED_RULES.some((one) => one === rule)) return "refused";
  return OVERRIDE_RULES.some((one) => one === rule) ? "override" : "note";
}

/** A reason counts for the shift as it was: on another day, at other hours or for another person it is asked again. */
export function isGivenFor(given: GivenOverride, rule: FindingRule, shift: PlannedShift): boolean {
  return (
    given.rule === rule &&
    (given.shiftId === shift.id || given.shiftId === shift.supersedesId) &&
    given.assistantId === shift.assistantId &&
    given.on === shift.on &&
    isSameHours(given, shift)
  );
}
