import { countsOn, type DatedHours } from "@/lib/assistants/rules";
import type { RampByDuty } from "@/lib/assistants/rules-ramp";
import {
  type Employment,
  hoursElsewhereIn,
  shiftPiecesIn,
  type WorkCalendar,
  workedHoursIn,
  workedMinutesIn,
} from "@/lib/availability/rules";
import type { CoverRecord } from "@/lib/covers/rules";
import type { ByTheHour } from "@/lib/covers/rules-extent";
import { type Day, weekdayOf } from "@/lib/time/day";
import { type DayPart, type HalfDay, type HalfDaySpan, halfDayIndex } from "@/lib/time/half-day";
import { type Hours, hoursOfPart, isWithin, minutesOf, sharedHours, workedHours } from "@/lib/time/hours";

export type Level = "A1" | "A2" | "B1" | "B2" | "C1" | "C2";

export type OfficeAbsence = { id: string } & HalfDaySpan & ByTheHour;

export type OfficeAssistant = Employment & {
  id: string;
  userId: string;
  name: string;
  poolId: string;
  site: string;
  skills: ReadonlyMap<string, number>;
  /** Steps of somebody new: until each is open they are not asked for it. */
  ramp?: RampByDuty;
  languages: ReadonlyMap<string, Level>;
  absences: OfficeAbsence[];
};

export type OfficeDuty = {
  dutyId: string;
  minutesPerDay: number;
  minProficiency: number;
  coverLevel: "full" | "core" | "monitor" | "defer";
};

export type OfficeSupport = {
  assistantId: string;
  role: "primary" | "backup" | "shared";
  rank: number;
  /** Empty for all of the executive's duties. */
  dutyIds: readonly string[];
  from: Day;
  to: Day | null;
};

export type OfficeExecutive = {
  id: string;
  userId: string;
  name: string;
  title: string;
  department: string;
  poolId: string;
  tier: number;
  site: string;
  onsite: boolean;
  /** From when somebody who is not there yet needs support. */
  joinsOn?: Day;
  leavesOn: Day | null;
  hours: readonly DatedHours[];
  duties: OfficeDuty[];
  languages: ReadonlyMap<string, Level | null>;
  supports: OfficeSupport[];
};

export type OfficeRestriction = {
  assistantId: string;
  executiveId: string;
  kind: "hard" | "soft";
  expiresOn: Day | null;
};

/** An offer somebody declined or let expire: they are not asked again for these half-days of the executive. */
export type Declined = HalfDaySpan & { executiveId: string; assistantId: string };

/** All that decides who serves whom on some days: who works when, who is away, who supports and covers whom. */
export type Staffing = {
  from: Day;
  to: Day;
  daysOff: ReadonlyMap<string, ReadonlyMap<Day, string>>;
  assistants: ReadonlyMap<string, OfficeAssistant>;
  executives: readonly OfficeExecutive[];
  /** Live covers by executive. */
  covers: ReadonlyMap<string, readonly CoverRecord[]>;
  /** The pools each pool may borrow assistants from. */
  lending: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names of the pools the office speaks of. */
  poolNames: ReadonlyMap<string, string>;
};

/** How well assistants know executives: what makes a cover take longer or less long. */
export type Familiarity = {
  /** Half-days covered in the past 365 days, by "assistant executive". */
  history: ReadonlyMap<string, number>;
  /** "assistant executive" pairs in which the assistant once was the executive's own. */
  formerly: ReadonlySet<string>;
};

/** All that decides who can support whom on some days: one consistent reading of the database. */
export type Office = Staffing &
  Familiarity & {
    restrictions: readonly OfficeRestriction[];
    /** Minutes of cover each assistant carried over the ledger's period, before the first day. */
    carried: ReadonlyMap<string, number>;
    /** Offers that were declined or ran out, so that nobody is asked twice. */
    declined?: readonly Declined[];
  };

const served = new WeakMap<Staffing, ReadonlyMap<string, OfficeExecutive[]>>();

/** Whom an assistant supports or covers on some day of an office; worked out once for all of it. */
export function servedBy(office: Staffing, assistantId: string): readonly OfficeExecutive[] {
  const known = served.get(office) ?? servedByEach(office);
  served.set(office, known);
  return known.get(assistantId) ?? [];
}

function servedByEach({ executives, covers }: Staffing): Map<string, OfficeExecutive[]> {
  const by = new Map<string, OfficeExecutive[]>();
  for (const executive of executives)
    for (const links of [executive.supports, covers.get(executive.id) ?? []])
      for (const { assistantId } of links) {
        const theirs = by.get(assistantId) ?? [];
        if (theirs.at(-1) !== executive) theirs.push(executive);
        by.set(assistantId, theirs);
      }
  return by;
}

/** The name of a day off in a pool, or undefined on a working day. */
export function dayOffName(office: Staffing, poolId: string, on: Day): string | undefined {
  return office.daysOff.get(poolId)?.get(on);
}

const NO_DAYS_OFF: ReadonlySet<Day> = new Set();

/** When an assistant of the office works, absences aside. */
export function workCalendarOf(
  office: Staffing,
  { poolId, hours, shifts, hiredOn, leavesOn }: OfficeAssistant,
): WorkCalendar {
  return { hours, shifts, hiredOn, leavesOn, daysOff: office.daysOff.get(poolId) ?? NO_DAYS_OFF };
}

/** The hours an assistant works in a half-day, absences aside; null when they work none of them with executives. */
export function scheduledHours(office: Staffing, assistant: OfficeAssistant, at: HalfDay): Hours | null {
  const calendar = workCalendarOf(office, assistant);
  const pieces = shiftPiecesIn(calendar, at);
  if (pieces && !pieces.some(({ isWithExecutives }) => isWithExecutives)) return null;
  return workedHoursIn(calendar, at);
}

/** Hours of a half-day in which an assistant is at work away from executives: no more theirs than hours away. */
export function elsewhereHours(office: Staffing, assistant: OfficeAssistant, at: HalfDay): Hours[] {
  return assistant.shifts?.[at.on] ? hoursElsewhereIn(workCalendarOf(office, assistant), at) : [];
}

/** Minutes an assistant works with executives in a half-day, absences aside. */
export function scheduledMinutes(office: Staffing, assistant: OfficeAssistant, at: HalfDay): number {
  const calendar = workCalendarOf(office, assistant);
  return workedMinutesIn(calendar, at) - minutesElsewhere(calendar, at);
}

function minutesElsewhere(calendar: WorkCalendar, at: HalfDay): number {
  const pieces = shiftPiecesIn(calendar, at) ?? [];
  return minutesOf(pieces.filter(({ isWithExecutives }) => !isWithExecutives));
}

/** The approved absences that touch a half-day, by the hour or whole. */
export function absencesIn(assistant: OfficeAssistant, { on, part }: HalfDay): OfficeAbsence[] {
  const index = halfDayIndex(on, part);
  return assistant.absences.filter((a) => a.first <= index && index <= a.last);
}

/** True when an approved absence touches a half-day, by the hour or whole. */
export function isTouched({ absences }: OfficeAssistant, { on, part }: HalfDay): boolean {
  if (absences.length === 0) return false;
  const index = halfDayIndex(on, part);
  for (const { first, last } of absences) if (first <= index && index <= last) return true;
  return false;
}

/** The approved absence that takes an assistant's whole half-day, or undefined. */
export function absenceOn(assistant: OfficeAssistant, at: HalfDay): OfficeAbsence | undefined {
  return absencesIn(assistant, at).find((absence) => !absence.window);
}

/** Hours of a half-day in which an assistant is away though not for all of it. */
export function awayHours(assistant: OfficeAssistant, at: HalfDay): Hours[] {
  return absencesIn(assistant, at).flatMap(
    ({ window }) => (window && sharedHours(window, hoursOfPart(at.part))) ?? [],
  );
}

/** True when an absence, by the hour or whole, touches these hours of a half-day; all of its hours when null. */
export function isAwayIn(assistant: OfficeAssistant, at: HalfDay, window: Hours | null): boolean {
  const hours = window ?? hoursOfPart(at.part);
  return absencesIn(assistant, at).some((absence) => !absence.window || sharedHours(absence.window, hours));
}

/** Minutes an assistant is at work on a half-day: scheduled and not away. */
export function minutesAtWork(office: Staffing, assistant: OfficeAssistant, at: HalfDay): number {
  const scheduled = scheduledHours(office, assistant, at);
  if (!scheduled) return 0;
  const { startMinute, endMinute } = scheduled;
  const elsewhere = elsewhereHours(office, assistant, at);
  if (!isTouched(assistant, at)) return endMinute - startMinute - minutesOf(elsewhere);
  if (absenceOn(assistant, at)) return 0;
  const away = awayHours(assistant, at).flatMap((hours) => sharedHours(hours, scheduled) ?? []);
  return endMinute - startMinute - minutesOf([...away, ...elsewhere]);
}

export function isAtWork(office: Staffing, assistant: OfficeAssistant, at: HalfDay): boolean {
  return minutesAtWork(office, assistant, at) > 0;
}

/** True when an assistant can serve a half-day, or some hours of it: at work then, and not away in any of it. */
export function isThereFor(
  office: Staffing,
  assistant: OfficeAssistant,
  at: HalfDay,
  window: Hours | null,
): boolean {
  if (isAwayIn(assistant, at, window)) return false;
  const scheduled = scheduledHours(office, assistant, at);
  if (scheduled === null || window === null) return scheduled !== null;
  const elsewhere = elsewhereHours(office, assistant, at);
  return isWithin(window, scheduled) && !elsewhere.some((hours) => sharedHours(hours, window));
}

/** The hours of a half-day in which an executive is supported; null on days off, before they join and after they have left. */
export function supportedHours(office: Staffing, executive: OfficeExecutive, at: HalfDay): Hours | null {
  return supportedHoursOf(office, executive)(at);
}

/** An executive's supported hours, half-day by half-day. */
export function supportedHoursOf(
  office: { daysOff: ReadonlyMap<string, ReadonlySet<Day> | ReadonlyMap<Day, unknown>> },
  { poolId, hours, joinsOn, leavesOn }: Pick<OfficeExecutive, "poolId" | "hours" | "joinsOn" | "leavesOn">,
): (at: HalfDay) => Hours | null {
  const daysOff = office.daysOff.get(poolId);
  const week = hours.map((one) => ({ ...one, am: workedHours(one, "am"), pm: workedHours(one, "pm") }));
  return ({ on, part }) => {
    if (daysOff?.has(on) || (joinsOn && on < joinsOn) || (leavesOn && on > leavesOn)) return null;
    const weekday = weekdayOf(on);
    return week.find((one) => one.weekday === weekday && countsOn(one, on))?.[part] ?? null;
  };
}

/** True when the executive's support hours reach into a half-day that is no day off. */
export function needsSupport(office: Staffing, executive: OfficeExecutive, on: Day, part: DayPart): boolean {
  return supportedHours(office, executive, { on, part }) !== null;
}
