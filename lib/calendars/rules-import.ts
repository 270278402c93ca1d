import type { AbsenceStatus } from "@/lib/absences/requests/rules-statuses";
import type { IcsEvent, IcsFile } from "@/lib/ics/read";
import type { Day } from "@/lib/time/day";
import { type Interval, overlappingPairs } from "@/lib/time/interval";
import { intervalOf, type Stretch } from "@/lib/time/stretch";
import type { EventFault, EventFaultCode, LeftOutReason } from "./schema";

/** One occurrence of an event of a file, as the time it takes of a person. */
export type Occurrence = {
  event: number;
  summary: string;
  uid: string;
  /** The event's UID, and the day it was first meant for where it recurs: by it the absence is found again. */
  key: string;
  sequence: number;
  assistantId: string;
  stretch: Stretch;
};

/** What one event is to one person: the absences it makes, which are none where it is left out. */
export type EventForPerson = Pick<IcsEvent, "place" | "summary" | "uid" | "sequence" | "isException"> & {
  assistantId: string;
  occurrences: { key: string; stretch: Stretch }[];
  /** The keys of all its occurrences, also of those that take no working time. */
  keys: readonly string[];
};

/** An absence the office has, and the event it came from, if it came from one. */
export type BookedAbsence = {
  id: string;
  version: number;
  assistantId: string;
  isLive: boolean;
  type: string;
  status: AbsenceStatus;
  stretch: Stretch;
  imported: { uid: string; sequence: number } | null;
};

/** What an import is about to do with one occurrence; what it creates may replace an absence that was cancelled. */
export type EventPlan =
  | { kind: "create"; of: Occurrence; known: BookedAbsence | null }
  | { kind: "update" | "cancel"; of: Occurrence; known: BookedAbsence };

export type ImportPlan = { plans: EventPlan[]; unchanged: number; faults: EventFault[] };

export type Situation = {
  known: readonly BookedAbsence[];
  /** The days in which series are followed: what lies outside them is left as it is. */
  followed: IcsFile["followed"];
};

const LARGEST_SEQUENCE = 2_147_483_647;
const ENDED_BY_CALENDAR: readonly AbsenceStatus[] = ["cancelled", "withdrawn"];

/** A fault of one occurrence, or of the whole file. */
export function faultOf(
  of: { event: number | null; uid: string; summary: string },
  code: EventFaultCode,
  values: EventFault["values"] = {},
): EventFault {
  return { event: of.event, uid: of.uid, summary: of.summary, code, values };
}

/** Why an event makes no absence, whomever it names; null when it makes one. */
export function leftOutReason(event: IcsEvent): LeftOutReason | null {
  if (event.isCancelled) return "cancelled";
  return event.isFree ? "free" : null;
}

/**
 * Whose absence an event is: its organizer's, where that is an assistant, else its attendees'. Those who are only told of a
 * colleague's leave stay at work, and so do those who declined.
 */
export function absentees(event: IcsEvent, isKnown: (email: string) => boolean): string[] | "declined" {
  const { organizer, attendees } = event;
  const declined = new Set(attendees.filter((one) => one.hasDeclined).map(({ email }) => email));
  if (organizer && isKnown(organizer.email) && !declined.has(organizer.email)) return [organizer.email];
  const named = attendees.length > 0 ? attendees : organizer ? [organizer] : [];
  const coming = [...new Set(named.map(({ email }) => email))].filter((email) => !declined.has(email));
  return coming.length === 0 && declined.size > 0 ? "declined" : coming;
}

/**
 * What a file changes. An absence that its event no longer has is cancelled: the event was cancelled or is free now, the
 * series has lost the occurrence. An event that was cancelled and stands again in a newer version comes back.
 */
export function planImport(events: readonly EventForPerson[], situation: Situation): ImportPlan {
  const known = knownByKey(situation.known);
  const plans: EventPlan[] = [];
  const faults: EventFault[] = [];
  const wanted = new Set<string>();
  let unchanged = 0;
  for (const event of events) {
    for (const { key, stretch } of event.occurrences) {
      const of = occurrenceOf(event, key, stretch);
      if (wanted.has(keyOf(of.assistantId, key))) faults.push(faultOf(of, "same_event_twice"));
      wanted.add(keyOf(of.assistantId, key));
      const plan = planOf(of, known.get(keyOf(of.assistantId, key)) ?? null);
      if (plan) plans.push(plan);
      else unchanged++;
    }
  }
  for (const event of events)
    for (const one of ownedBy(event, situation)) {
      const key = one.imported?.uid ?? "";
      if (wanted.has(keyOf(one.assistantId, key))) continue;
      wanted.add(keyOf(one.assistantId, key));
      if (!one.isLive || event.sequence < (one.imported?.sequence ?? 0)) unchanged++;
      else plans.push({ kind: "cancel", of: occurrenceOf(event, key, one.stretch), known: one });
    }
  return { plans, unchanged, faults: [...faults, ...clashes(plans, situation.known)] };
}

function occurrenceOf(event: EventForPerson, key: string, stretch: Stretch): Occurrence {
  const { place, summary, uid, assistantId } = event;
  const sequence = Math.min(event.sequence, LARGEST_SEQUENCE);
  return { event: place, summary, uid, key, sequence, assistantId, stretch };
}

function keyOf(assistantId: string, key: string): string {
  return `${assistantId} ${key}`;
}

function knownByKey(known: readonly BookedAbsence[]): Map<string, BookedAbsence> {
  return new Map(
    known.flatMap((one) => (one.imported ? [[keyOf(one.assistantId, one.imported.uid), one]] : [])),
  );
}

function planOf(of: Occurrence, known: BookedAbsence | null): EventPlan | null {
  if (!known) return { kind: "create", of, known: null };
  const sequence = known.imported?.sequence ?? 0;
  if (!known.isLive)
    return of.sequence > sequence && ENDED_BY_CALENDAR.includes(known.status)
      ? { kind: "create", of, known }
      : null;
  if (of.sequence < sequence) return null;
  const wanted = intervalOf(of.stretch);
  const stands = intervalOf(known.stretch);
  const isSame = wanted.start === stands.start && wanted.end === stands.end;
  return isSame ? null : { kind: "update", of, known };
}

/** The absences that came from an event: of a series those in the days that are followed, of an exception its own. */
function ownedBy(
  { uid, assistantId, isException, keys }: EventForPerson,
  { known, followed }: Situation,
): BookedAbsence[] {
  return known.filter((one) => {
    const key = one.imported?.uid;
    if (key === undefined || one.assistantId !== assistantId) return false;
    if (keys.includes(key)) return true;
    if (isException || !key.startsWith(uid)) return false;
    const day = /^ (\d{4}-\d{2}-\d{2})(?: \d{2}:\d{2})?$/.exec(key.slice(uid.length))?.[1];
    return key === uid || (day !== undefined && day >= followed.from && day <= followed.to);
  });
}

type Claim = Interval & { of: Occurrence | null; on: Day };

/** Two absences of one person at a time, among the events or with what the office has. */
function clashes(plans: readonly EventPlan[], known: readonly BookedAbsence[]): EventFault[] {
  const touched = new Set(plans.flatMap((plan) => plan.known?.id ?? []));
  const claims = new Map<string, Claim[]>();
  function claim(assistantId: string, stretch: Stretch, of: Occurrence | null) {
    const list = claims.get(assistantId) ?? [];
    claims.set(assistantId, list);
    list.push({ ...intervalOf(stretch), of, on: stretch.from });
  }
  for (const one of known) if (one.isLive && !touched.has(one.id)) claim(one.assistantId, one.stretch, null);
  for (const { kind, of } of plans) if (kind !== "cancel") claim(of.assistantId, of.stretch, of);
  return [...claims.values()].flatMap((list) =>
    overlappingPairs(list).flatMap(([before, next]) => clashOf(before, next) ?? []),
  );
}

function clashOf(a: Claim, b: Claim): EventFault | null {
  const [later, other] = b.of && (!a.of || b.of.event >= a.of.event) ? [b, a] : [a, b];
  if (!later.of) return null;
  return other.of
    ? faultOf(later.of, "overlaps_event", { other: other.of.event })
    : faultOf(later.of, "overlaps_absence", { from: other.on });
}
