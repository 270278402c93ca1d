import type { SchedulePolicyRules } from "@/lib/schedules/setup/rules";
import { type Wish, wishesOn } from "@/lib/schedules/wishes/rules";
import { addDays, type Day, daysBetween } from "@/lib/time/day";
import { DAY_MINUTES, type Hours, sharedHours } from "@/lib/time/hours";
import { hoursOfStretchOn, type Stretch } from "@/lib/time/stretch";
import { instantIn } from "@/lib/time/zone";
import { minutesOfShift, type PlannedShift, workedMinutesOfShift } from "./rules";

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
export const NOTE_RULES = ["leave_requested", "against_wish"] as const;

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
  details: { is?: number; limit?: number; roleId?: string; hours?: Hours; on?: Day };
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

/** What of a person decides which shifts are lawful. */
export type RosterPerson = {
  id: string;
  hiredOn: Day | null;
  leavesOn: Day | null;
  skills: ReadonlyMap<string, number>;
  absences: readonly (Stretch & { isApproved: boolean })[];
  wishes: readonly Wish[];
  /** Minutes of contract in the week looked at. */
  contractMinutes: number;
};

/** What of a pool decides it. */
export type RosterRules = {
  policy: SchedulePolicyRules;
  timeZone: string;
  daysOff: ReadonlyMap<Day, string>;
  roles: ReadonlyMap<string, { dutyId: string | null; minProficiency: number }>;
};

/** The hours of a day that somebody's approved absences take. */
export function hoursAway(person: Pick<RosterPerson, "absences">, on: Day): Hours[] {
  return person.absences.flatMap((absence) =>
    absence.isApproved ? (hoursOfStretchOn(absence, on) ?? []) : [],
  );
}

type Look = { person: RosterPerson; rules: RosterRules; shifts: readonly PlannedShift[]; monday: Day };
type Found = Omit<Finding, "kind" | "assistantId" | "reason" | "on">;

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
  ];
  return found.flatMap((one) => {
    const shift = own.find(({ id }) => id === one.shiftId);
    if (!shift) return [];
    const reason = overrides.find((given) => isGivenFor(given, one.rule, shift))?.reason ?? null;
    return [{ ...one, kind: kindOf(one.rule), assistantId: person.id, on: shift.on, reason }];
  });
}

function kindOf(rule: FindingRule): FindingKind {
  if (REFUSED_RULES.some((one) => one === rule)) return "refused";
  return OVERRIDE_RULES.some((one) => one === rule) ? "override" : "note";
}

/** A reason counts for the shift as it was: on another day, at other hours or for another person it is asked again. */
function isGivenFor(given: GivenOverride, rule: FindingRule, shift: PlannedShift): boolean {
  return (
    given.rule === rule &&
    (given.shiftId === shift.id || given.shiftId === shift.supersedesId) &&
    given.assistantId === shift.assistantId &&
    given.on === shift.on &&
    given.startMinute === shift.startMinute &&
    given.endMinute === shift.endMinute
  );
}

function byTime(a: PlannedShift, b: PlannedShift): number {
  return a.on === b.on ? a.startMinute - b.startMinute : a.on < b.on ? -1 : 1;
}

function isOfWeek(monday: Day) {
  return ({ on }: PlannedShift) => on >= monday && on < addDays(monday, 7);
}

/** The shift that some together are held against: the last draft, else the last. */
function heldAgainst(shifts: readonly PlannedShift[]): string {
  const drafts = shifts.filter(({ status }) => status === "draft");
  return (drafts.at(-1) ?? shifts.at(-1))?.id ?? "";
}

function findingsOfShift({ person, rules }: Look, shift: PlannedShift): Found[] {
  const { policy, roles, daysOff } = rules;
  const isDraft = shift.status === "draft";
  const found: Found[] = [];
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
  for (const { roleId } of shift.work) {
    const role = roles.get(roleId);
    const level = role?.dutyId ? (person.skills.get(role.dutyId) ?? 0) : null;
    const isKnown = found.some((one) => one.rule === "skill");
    if (role && level !== null && level < role.minProficiency && !isKnown)
      add("skill", { is: level, limit: role.minProficiency, roleId });
  }
  const against = wishesOn(person.wishes, shift.on).filter((wish) => sharedHours(wish, shift));
  if (against.some(({ kind }) => kind === "unavailable")) add("unavailable");
  else if (against.some(({ kind }) => kind === "rather_not")) add("against_wish");
  if (daysOff.has(shift.on)) add("holiday");
  return found;
}

function longestRun(shift: PlannedShift, { breakMinutes }: SchedulePolicyRules): number {
  const whole = shift.endMinute - shift.startMinute;
  if (shift.breakMinutes === 0 || shift.breakMinutes < breakMinutes) return whole;
  const after = shift.endMinute - shift.breakStartMinute - shift.breakMinutes;
  return Math.max(shift.breakStartMinute - shift.startMinute, after);
}

function overlaps({ shifts, monday }: Look): Found[] {
  return daysOf(shifts.filter(isOfWeek(monday))).flatMap((ofDay) =>
    ofDay.flatMap((shift, i) => {
      const before = ofDay.slice(0, i).find((one) => sharedHours(one, shift));
      if (!before) return [];
      const hours = { startMinute: before.startMinute, endMinute: before.endMinute };
      return [{ rule: "overlap" as const, shiftId: heldAgainst([before, shift]), details: { hours } }];
    }),
  );
}

/** Shifts by day, in order. */
function daysOf(shifts: readonly PlannedShift[]): PlannedShift[][] {
  const days = new Map<Day, PlannedShift[]>();
  for (const shift of shifts) days.set(shift.on, [...(days.get(shift.on) ?? []), shift]);
  return [...days.values()];
}

function findingsOfDays({ shifts, monday, rules: { policy } }: Look): Found[] {
  return daysOf(shifts.filter(isOfWeek(monday))).flatMap((ofDay) => {
    const shiftId = heldAgainst(ofDay);
    const span = endOf(ofDay) - (ofDay[0]?.startMinute ?? 0);
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

function endOf(ofDay: readonly PlannedShift[]): number {
  return Math.max(...ofDay.map(({ endMinute }) => endMinute));
}

const MINUTE_MS = 60_000;
/** No clock is turned by more. */
const CLOCK_CHANGE_MINUTES = 120;

type Moment = { on: Day; minute: number };

/** Minutes between two times as the clock shows them. */
function shownMinutes(from: Moment, to: Moment): number {
  return daysBetween(from.on, to.on) * DAY_MINUTES + to.minute - from.minute;
}

/** Minutes that really pass between two times of the pool's clock; by the clock alone where that is clearly enough. */
function restBetween(timeZone: string, from: Moment, to: Moment, enough: number): number {
  const shown = shownMinutes(from, to);
  if (shown >= enough + CLOCK_CHANGE_MINUTES) return shown;
  const passed =
    instantIn(timeZone, to.on, to.minute).getTime() - instantIn(timeZone, from.on, from.minute).getTime();
  return passed / MINUTE_MS;
}

/** Rest in minutes that really pass, from the last end of a day to the first start of the next that is worked. */
function shortRests({ shifts, monday, rules: { policy, timeZone } }: Look): Found[] {
  const days = daysOf(shifts);
  return days.flatMap((ofDay, i) => {
    const before = days[i - 1];
    const [first] = ofDay;
    if (!before || !first || daysBetween(before[0]?.on ?? first.on, first.on) > 2) return [];
    const end = { on: before[0]?.on ?? first.on, minute: endOf(before) };
    const rest = restBetween(timeZone, end, { on: first.on, minute: first.startMinute }, policy.restMinutes);
    if (rest >= policy.restMinutes) return [];
    const last = before.reduce((a, b) => (a.endMinute > b.endMinute ? a : b));
    const shiftId = heldAgainst([last, first]);
    const held = shiftId === first.id ? first : last;
    if (!isOfWeek(monday)(held)) return [];
    const on = shiftId === first.id ? last.on : first.on;
    return [{ rule: "rest" as const, shiftId, details: { is: rest, limit: policy.restMinutes, on } }];
  });
}

function findingsOfWeek(look: Look): Found[] {
  const { person, shifts, monday, rules } = look;
  const { policy } = rules;
  const ofWeek = shifts.filter(isOfWeek(monday));
  if (ofWeek.length === 0) return [];
  const shiftId = heldAgainst(ofWeek);
  const minutes = ofWeek.reduce(
    (sum, shift) => sum + workedMinutesOfShift(shift, hoursAway(person, shift.on)),
    0,
  );
  const found: Found[] = [];
  const add = (rule: FindingRule, is: number, limit: number) =>
    found.push({ rule, shiftId, details: { is, limit } });
  if (minutes > policy.weekMinutes) add("week_hours", minutes, policy.weekMinutes);
  if (minutes - person.contractMinutes > policy.overContractMinutes)
    add("over_contract", minutes, person.contractMinutes);
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

/** The longest time in one piece of a week, Monday to Sunday, without a shift. */
function longestRest({ shifts, monday, rules: { timeZone, policy } }: Look): number {
  const [start, end]: [Moment, Moment] = [
    { on: monday, minute: 0 },
    { on: addDays(monday, 7), minute: 0 },
  ];
  const isAfter = (a: Moment, b: Moment) => a.on > b.on || (a.on === b.on && a.minute > b.minute);
  const gaps: [from: Moment, to: Moment][] = [];
  let free = start;
  for (const { on, startMinute, endMinute } of shifts) {
    const from = { on, minute: startMinute };
    gaps.push([free, isAfter(from, end) ? end : from]);
    const until = { on, minute: endMinute };
    if (isAfter(until, free)) free = until;
  }
  gaps.push([free, end]);
  const longest = Math.max(0, ...gaps.map(([from, to]) => shownMinutes(from, to)));
  const candidates = gaps.filter(([from, to]) => shownMinutes(from, to) >= longest - CLOCK_CHANGE_MINUTES);
  return Math.max(
    0,
    ...candidates.map(([from, to]) => restBetween(timeZone, from, to, policy.weeklyRestMinutes)),
  );
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

function isEmployed({ hiredOn, leavesOn }: RosterPerson, on: Day): boolean {
  return !((hiredOn && on < hiredOn) || (leavesOn && on > leavesOn));
}
