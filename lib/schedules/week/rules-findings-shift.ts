import type { SchedulePolicyRules } from "@/lib/schedules/setup/rules";
import { type Wish, wishesOn } from "@/lib/schedules/wishes/rules";
import { sharedHours } from "@/lib/time/hours";
import { hoursOfStretchOn } from "@/lib/time/stretch";
import type { PlannedShift } from "./rules";
import type { Finding, FindingRule, REFUSED_RULES } from "./rules-findings-kinds";
import type { BareFinding, Look } from "./rules-findings-look";
import { hoursAway, isEmployed, lackingSkill, type RosterPerson } from "./rules-person";

/** The rules that a shift breaks by itself. */
export function findingsOfShift({ person, rules }: Look, shift: PlannedShift): BareFinding[] {
  const { policy, roles, daysOff } = rules;
  const isDraft = shift.status === "draft";
  const found: BareFinding[] = [];
  const add = (rule: FindingRule, details: Finding["details"] = {}) =>
    found.push({ rule, shiftId: shift.id, details });
  if (!isEmployed(person, shift.on)) add("not_employed");
  const [away] = hoursAway(person, shift.on).flatMap((hours) => sharedHours(hours, shift) ?? []);
  if (isDraft && away) add("away", { hours: away });
  const requested = person.absences.filter((absence) => !absence.isApproved);
  const [asked] = requested.flatMap((one) => hoursOfStretchOn(one, shift.on) ?? []);
  if (asked && sharedHours(asked, shift)) add("leave_requested");
  const longest = longestRun(shift, policy);
  if (longest > policy.breakAfterMinutes) add("break", { is: longest, limit: policy.breakAfterMinutes });
  const lacking = lackingSkill(person, shift.work, roles);
  if (lacking) add("skill", lacking);
  const against = wishesOn(person.wishes, shift.on).filter((wish) => sharedHours(wish, shift));
  const unavailable = against.find(({ kind }) => kind === "unavailable");
  const ratherNot = against.find(({ kind }) => kind === "rather_not");
  if (unavailable) add("unavailable", saidOf(unavailable));
  else if (ratherNot) add("against_wish", saidOf(ratherNot));
  if (daysOff.has(shift.on)) add("holiday");
  return found;
}

function saidOf({ reason }: Wish): Finding["details"] {
  return reason ? { said: reason } : {};
}

function longestRun(shift: PlannedShift, { breakMinutes }: SchedulePolicyRules): number {
  const whole = shift.endMinute - shift.startMinute;
  if (shift.breakMinutes === 0 || shift.breakMinutes < breakMinutes) return whole;
  const after = shift.endMinute - shift.breakStartMinute - shift.breakMinutes;
  return Math.max(shift.breakStartMinute - shift.startMinute, after);
}

/** The rule that no reason overrides and a shift beside somebody's others breaks; null for none. */
export function refusedRuleOf(
  person: RosterPerson,
  shift: PlannedShift,
  others: readonly PlannedShift[],
): (typeof REFUSED_RULES)[number] | null {
  if (!isEmployed(person, shift.on)) return "not_employed";
  if (hoursAway(person, shift.on).some((hours) => sharedHours(hours, shift))) return "away";
  return others.some((one) => one.on === shift.on && sharedHours(one, shift)) ? "overlap" : null;
}
