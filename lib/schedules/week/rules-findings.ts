import { addDays, type Day } from "@/lib/time/day";
import { sharedHours } from "@/lib/time/hours";
import { minutesOfShift, type PlannedShift, workedMinutesOfShift } from "./rules";
import {
  type Finding,
  type FindingRule,
  type GivenOverride,
  isGivenFor,
  kindOfRule,
} from "./rules-findings-kinds";
import {
  type BareFinding,
  endOfShifts,
  heldAgainst,
  isOfWeek,
  type Look,
  shiftsByDay,
} from "./rules-findings-look";
import { longestRest, shortRests } from "./rules-findings-rest";
import { findingsOfShift } from "./rules-findings-shift";
import { hoursAway, type RosterPerson, type RosterRules } from "./rules-person";

/**
 * Everything about one person's shifts of a week that breaks a rule; the one answer that form, grid and publication ask. The
 * shifts are all of theirs as planned, some days before and after the week included. What several shifts do together is held
 * against the last of them that is a draft.
 */
export function findingsOf(
  person: RosterPerson,
  shifts: readonly PlannedShift[],
  monday: Day,
  rules: RosterRules,
  overrides: readonly GivenOverride[] = [],
): Finding[] {
  const own = shifts.filter((shift) => shift.assistantId === person.id).sort(byTime);
  const look = { person, rules, shifts: own, monday };
  const found = [
    ...own.filter(isOfWeek(monday)).flatMap((shift) => findingsOfShift(look, shift)),
    ...overlaps(look),
    ...findingsOfDays(look),
    ...shortRests(look),
    ...findingsOfWeek(look),
    ...lateAgain(look),
  ];
  return found.flatMap((one) => {
    const shift = own.find(({ id }) => id === one.shiftId);
    if (!shift) return [];
    const reason = overrides.find((given) => isGivenFor(given, one.rule, shift))?.reason ?? null;
    return [{ ...one, kind: kindOfRule(one.rule), assistantId: person.id, on: shift.on, reason }];
  });
}

function byTime(a: PlannedShift, b: PlannedShift): number {
  return a.on === b.on ? a.startMinute - b.startMinute : a.on < b.on ? -1 : 1;
}

function overlaps({ shifts, monday }: Look): BareFinding[] {
  return shiftsByDay(shifts.filter(isOfWeek(monday))).flatMap((ofDay) =>
    ofDay.flatMap((shift, i) => {
      const before = ofDay.slice(0, i).find((one) => sharedHours(one, shift));
      if (!before) return [];
      const hours = { startMinute: before.startMinute, endMinute: before.endMinute };
      return [{ rule: "overlap" as const, shiftId: heldAgainst([before, shift]), details: { hours } }];
    }),
  );
}

function findingsOfDays({ shifts, monday, rules: { policy } }: Look): BareFinding[] {
  return shiftsByDay(shifts.filter(isOfWeek(monday))).flatMap((ofDay) => {
    const shiftId = heldAgainst(ofDay);
    const span = endOfShifts(ofDay) - (ofDay[0]?.startMinute ?? 0);
    const worked = ofDay.reduce((sum, shift) => sum + minutesOfShift(shift), 0);
    return [
      ...(span > policy.daySpanMinutes
        ? [{ rule: "day_span" as const, shiftId, details: { is: span, limit: policy.daySpanMinutes } }]
        : []),
      ...(worked > policy.dayMinutes
        ? [{ rule: "day_hours" as const, shiftId, details: { is: worked, limit: policy.dayMinutes } }]
        : []),
    ];
  });
}

function findingsOfWeek(look: Look): BareFinding[] {
  const { person, shifts, monday, rules } = look;
  const { policy } = rules;
  const ofWeek = shifts.filter(isOfWeek(monday));
  if (ofWeek.length === 0) return [];
  const shiftId = heldAgainst(ofWeek);
  const minutes = ofWeek.reduce(
    (sum, shift) => sum + workedMinutesOfShift(shift, hoursAway(person, shift.on)),
    0,
  );
  const found: BareFinding[] = [];
  const add = (rule: FindingRule, is: number, limit: number) =>
    found.push({ rule, shiftId, details: { is, limit } });
  if (minutes > policy.weekMinutes) add("week_hours", minutes, policy.weekMinutes);
  if (minutes - person.contractMinutes > policy.overContractMinutes)
    add("over_contract", minutes, person.contractMinutes);
  const hasDrafts = ofWeek.some(({ status }) => status === "draft");
  if (policy.replacesPattern && hasDrafts && minutes < person.contractMinutes)
    add("under_contract", minutes, person.contractMinutes);
  const run = longestRunOfDays(look);
  if (run > policy.daysInRow) add("days_in_row", run, policy.daysInRow);
  const rest = longestRest(look);
  if (rest < policy.weeklyRestMinutes) add("weekly_rest", rest, policy.weeklyRestMinutes);
  return found;
}

/** The longest run of days worked one after another that reaches into the week. */
function longestRunOfDays({ shifts, monday }: Look): number {
  const worked = new Set(shifts.map(({ on }) => on));
  let longest = 0;
  for (let i = 0; i < 7; i++) {
    let run = 0;
    while (worked.has(addDays(monday, i - run))) run++;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** A day whose last shift ends at this minute or after it ends late. */
const LATE_END = 18 * 60;
const LATE_DAYS = 3;

/** Each drafted day of the week that ends late as the third day worked in a row that does, or a later one. */
function lateAgain({ shifts, monday }: Look): BareFinding[] {
  let run = 0;
  return shiftsByDay(shifts).flatMap((ofDay) => {
    run = endOfShifts(ofDay) >= LATE_END ? run + 1 : 0;
    const draft = ofDay.findLast(({ status }) => status === "draft");
    if (run < LATE_DAYS || !draft || !isOfWeek(monday)(draft)) return [];
    return [{ rule: "late_again" as const, shiftId: draft.id, details: { is: run } }];
  });
}
