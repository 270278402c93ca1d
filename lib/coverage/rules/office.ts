import type { Day } from "@/lib/time/day";
import { weekdayOf } from "@/lib/time/day";
import { type DayPart, type HalfDay, halfDayIndex, minutesInPart } from "@/lib/time/half-day";

export type Level = "A1" | "A2" | "B1" | "B2" | "C1" | "C2";

export type OfficeHours = {
  weekday: number;
  startsAtMinute: number;
  endsAtMinute: number;
  validFrom: Day;
  validTo: Day | null;
};

/** A stretch of half-day indexes, both included. */
export type Stretch = { first: number; last: number };

export type OfficeAssistant = {
  id: string;
  userId: string;
  name: string;
  poolId: string;
  site: string;
  hiredOn: Day | null;
  leavesOn: Day | null;
  hours: OfficeHours[];
  skills: ReadonlyMap<string, number>;
  languages: ReadonlyMap<string, Level>;
  absences: ({ id: string } & Stretch)[];
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
  from: Day;
  to: Day | null;
};

export type OfficeExecutive = {
  id: string;
  userId: string;
  name: string;
  title: string;
  poolId: string;
  tier: number;
  site: string;
  onsite: boolean;
  leavesOn: Day | null;
  hours: { weekday: number; startsAtMinute: number; endsAtMinute: number }[];
  duties: OfficeDuty[];
  languages: ReadonlyMap<string, Level | null>;
  supports: OfficeSupport[];
};

export type OfficeCover = Stretch & {
  id: string;
  executiveId: string;
  assistantId: string;
  absenceId: string | null;
  planId: string | null;
  pinned: boolean;
  overrideReason: string;
  /** Until when it can be answered, where it is only offered. */
  offeredUntil?: Date | null;
};

export type OfficeRestriction = {
  assistantId: string;
  executiveId: string;
  kind: "hard" | "soft";
  expiresOn: Day | null;
};

/** An offer somebody declined or let expire: they are not asked again for these half-days of the executive. */
export type Declined = Stretch & { executiveId: string; assistantId: string };

/** All that decides who can support whom on some days: one consistent reading of the database. */
export type Office = {
  from: Day;
  to: Day;
  daysOff: ReadonlyMap<string, ReadonlyMap<Day, string>>;
  assistants: ReadonlyMap<string, OfficeAssistant>;
  executives: readonly OfficeExecutive[];
  /** Live covers by executive. */
  covers: ReadonlyMap<string, readonly OfficeCover[]>;
  restrictions: readonly OfficeRestriction[];
  /** "assistant executive" pairs in which the assistant covered before. */
  history: ReadonlySet<string>;
  /** Offers that were declined or ran out, so that nobody is asked twice. */
  declined?: readonly Declined[];
};

/** The name of a day off in a pool, or undefined on a working day. */
export function dayOffName(office: Office, poolId: string, on: Day): string | undefined {
  return office.daysOff.get(poolId)?.get(on);
}

/** Minutes an assistant's hours give on a half-day, absences aside; 0 on days off, before hiring and after leaving. */
export function scheduledMinutes(office: Office, assistant: OfficeAssistant, { on, part }: HalfDay): number {
  if (dayOffName(office, assistant.poolId, on) !== undefined) return 0;
  if ((assistant.hiredOn && on < assistant.hiredOn) || (assistant.leavesOn && on > assistant.leavesOn))
    return 0;
  const weekday = weekdayOf(on);
  const hours = assistant.hours.find(
    (h) => h.weekday === weekday && h.validFrom <= on && (h.validTo === null || h.validTo >= on),
  );
  return hours ? minutesInPart(hours, part) : 0;
}

/** The approved absence an assistant has on a half-day, or undefined. */
export function absenceOn(assistant: OfficeAssistant, { on, part }: HalfDay): { id: string } | undefined {
  const index = halfDayIndex(on, part);
  return assistant.absences.find((a) => a.first <= index && index <= a.last);
}

/** Minutes an assistant is at work on a half-day: scheduled and not away. */
export function minutesAtWork(office: Office, assistant: OfficeAssistant, at: HalfDay): number {
  return absenceOn(assistant, at) ? 0 : scheduledMinutes(office, assistant, at);
}

export function isAtWork(office: Office, assistant: OfficeAssistant, at: HalfDay): boolean {
  return minutesAtWork(office, assistant, at) > 0;
}

/** True when the executive's support hours reach into a half-day that is no day off. */
export function needsSupport(office: Office, executive: OfficeExecutive, on: Day, part: DayPart): boolean {
  if (dayOffName(office, executive.poolId, on) !== undefined) return false;
  if (executive.leavesOn && on > executive.leavesOn) return false;
  const weekday = weekdayOf(on);
  const hours = executive.hours.find((h) => h.weekday === weekday);
  return hours !== undefined && minutesInPart(hours, part) > 0;
}
