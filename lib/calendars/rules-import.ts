import type { AbsenceStatus } from "@/lib/absences/requests/rules";
import { addDays, type Day } from "@/lib/time/day";
import { MORNING_ENDS_AT } from "@/lib/time/half-day";
import { DAY_MINUTES } from "@/lib/time/hours";
import { type Interval, overlappingPairs } from "@/lib/time/interval";
import { intervalOf, type Stretch, stretchOfHours, wholeHalves } from "@/lib/time/stretch";
import type { EventFault, EventFaultCode } from "./schema";

/** A moment on the wall: a day, and minutes after its midnight. */
export type WallTime = { on: Day; minute: number };

/** One occurrence of an event of a file, on the clock of the person it is about. */
export type Occurrence = {
  event: number;
  summary: string;
  /** The event's UID, and the first day of the occurrence where it recurs. */
  uid: string;
  sequence: number;
  isCancelled: boolean;
  assistantId: string;
  stretch: Stretch;
};

/** Whole days from one to another, the end left out as calendars do. */
export function wholeDays(from: Day, end: Day): Stretch {
  const to = end > from ? addDays(end, -1) : from;
  return wholeHalves({ from, fromPart: "am", to, toPart: "pm" });
}

/** Times as an absence: hours within one day, whole half-days over several; midnight at the end belongs to the day before. */
export function timed(start: WallTime, end: WallTime): Stretch {
  const last = end.minute === 0 && end.on > start.on ? { on: addDays(end.on, -1), minute: DAY_MINUTES } : end;
  const isWholeDay = start.minute === 0 && last.minute === DAY_MINUTES;
  if (start.on === last.on && !isWholeDay)
    return stretchOfHours(start.on, { startMinute: start.minute, endMinute: last.minute });
  return wholeHalves({
    from: start.on,
    fromPart: start.minute >= MORNING_ENDS_AT ? "pm" : "am",
    to: last.on,
    toPart: last.minute > MORNING_ENDS_AT ? "pm" : "am",
  });
}

/** An absence the office has, and the event it came from, if it came from one. */
export type BookedAbsence = {
  id: string;
  version: number;
  assistantId: string;
  isLive: boolean;
  status: AbsenceStatus;
  stretch: Stretch;
  imported: { uid: string; sequence: number } | null;
};

export type ImportPerson = { id: string; name: string; leavesOn: Day | null; isSelf: boolean };

/** What an import is about to do with one occurrence. */
export type EventPlan =
  | { kind: "create"; of: Occurrence; known: null }
  | { kind: "update" | "cancel"; of: Occurrence; known: BookedAbsence };

export type ImportPlan = { plans: EventPlan[]; unchanged: number; faults: EventFault[] };

type Situation = {
  people: ReadonlyMap<string, ImportPerson>;
  known: readonly BookedAbsence[];
  /** True when the absences become approved by whoever imports, which nobody does for themselves. */
  isDecision: boolean;
};

/** A fault of one occurrence. */
export function faultOf(
  of: { event: number | null; summary: string },
  code: EventFaultCode,
  values: EventFault["values"] = {},
): EventFault {
  return { event: of.event, summary: of.summary.slice(0, 80), code, values };
}

/**
 * Works out what the events change: an event seen before changes its absence, a cancelled one cancels it, and one that
 * says nothing new, or is older than what is known, changes nothing.
 */
export function planImport(occurrences: readonly Occurrence[], situation: Situation): ImportPlan {
  const byEvent = new Map<string, BookedAbsence>(
    situation.known.flatMap((one) =>
      one.imported ? [[`${one.assistantId} ${one.imported.uid}`, one] as const] : [],
    ),
  );
  const plans: EventPlan[] = [];
  const faults: EventFault[] = [];
  const seen = new Set<string>();
  let unchanged = 0;
  for (const of of occurrences) {
    const key = `${of.assistantId} ${of.uid}`;
    if (seen.has(key)) {
      faults.push(faultOf(of, "same_event_twice"));
      continue;
    }
    seen.add(key);
    const plan = planOf(of, byEvent.get(key) ?? null);
    if (!plan) unchanged++;
    else plans.push(plan);
  }
  for (const plan of plans) faults.push(...faultsOfPerson(plan, situation));
  faults.push(...clashes(plans, situation.known));
  return { plans, unchanged, faults };
}

function planOf(of: Occurrence, known: BookedAbsence | null): EventPlan | null {
  if (!known) return of.isCancelled ? null : { kind: "create", of, known: null };
  if (!known.isLive || of.sequence < (known.imported?.sequence ?? 0)) return null;
  if (of.isCancelled) return { kind: "cancel", of, known };
  const [wanted, stands] = [intervalOf(of.stretch), intervalOf(known.stretch)];
  const isSame = wanted.start === stands.start && wanted.end === stands.end;
  return isSame ? null : { kind: "update", of, known };
}

function faultsOfPerson({ kind, of }: EventPlan, { people, isDecision }: Situation): EventFault[] {
  const person = people.get(of.assistantId);
  if (!person || kind === "cancel") return [];
  return [
    ...(person.leavesOn !== null && of.stretch.to > person.leavesOn
      ? [faultOf(of, "assistant_leaves_before", { name: person.name, on: person.leavesOn })]
      : []),
    ...(person.isSelf && isDecision ? [faultOf(of, "own_absence")] : []),
  ];
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
