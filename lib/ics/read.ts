import { addDays, type Day } from "@/lib/time/day";
import { type EventFacts, type IcsFault, type IcsFaultCode, type RawEvent, readEvent } from "./event";
import { type CalendarHead, type EventLines, linesOfEvents } from "./lines";
import { type ClockMinute, dateTextOf, minuteOfDay, onClockOf } from "./moments";
import { MOST_OCCURRENCES, type SeriesWindow, type StepBudget, startsOfSeries } from "./occurrences";
import { type IcsWhen, whenAt } from "./when";
import { type ZoneFinder, zoneFinder } from "./zones";

/** An occurrence; its key is the event's UID, and the day it was first meant for where the event recurs. */
export type IcsOccurrence = { key: string; when: IcsWhen };

/** An event with its occurrences near today. */
export type IcsEvent = EventFacts & {
  /** True for a changed occurrence that stands as an event of its own. */
  isException: boolean;
  occurrences: IcsOccurrence[];
};

/** The events of a file as far as they can be read, how many lost to a newer version of themselves, and what is at fault. */
export type IcsFile = {
  events: IcsEvent[];
  count: number;
  olderVersions: number;
  faults: IcsFault[];
  /** The days in which series are followed. */
  followed: { from: Day; to: Day };
};

/** How large a file is read, and which day is today. */
export type IcsLimits = { today: Day; mostBytes: number; mostEvents: number };

const DAYS_BACK = 400;
const DAYS_AHEAD = 800;
const MOST_STEPS_OF_FILE = 60_000;

/** Reads an iCalendar file (RFC 5545), each event by itself: what is wrong with one leaves the others. Nothing is fetched. */
export function readIcs(content: Uint8Array | string, { today, mostBytes, mostEvents }: IcsLimits): IcsFile {
  const text = typeof content === "string" ? content : new TextDecoder("utf-8").decode(content);
  const followed = { from: addDays(today, -DAYS_BACK), to: addDays(today, DAYS_AHEAD) };
  const file: IcsFile = { events: [], count: 0, olderVersions: 0, faults: [], followed };
  const refuse = (code: IcsFaultCode, values: IcsFault["values"] = {}): IcsFile => ({
    ...file,
    faults: [{ event: null, uid: "", summary: "", code, values }],
  });
  const bytes = typeof content === "string" ? Buffer.byteLength(content) : content.byteLength;
  if (bytes > mostBytes) return refuse("too_large", { megabytes: mostBytes / 1024 / 1024 });
  const blocks = linesOfEvents(text);
  if (!blocks) return refuse("not_a_calendar");
  if (blocks.length > mostEvents)
    return refuse("too_many_events", { most: mostEvents, found: blocks.length });
  const window = { from: minuteOfDay(followed.from), to: minuteOfDay(addDays(followed.to, 1)) - 1 };
  return { ...file, count: blocks.length, ...eventsOf(readEvents(blocks), window) };
}

function readEvents(blocks: readonly EventLines[]): (RawEvent | IcsFault)[] {
  const finders = new Map<CalendarHead, ZoneFinder>();
  return blocks.map((block, index) => {
    const { head } = block;
    const zones = finders.get(head) ?? zoneFinder(head.zones, head.standardZone);
    finders.set(head, zones);
    return readEvent(block, index + 1, zones);
  });
}

type Found = Pick<IcsFile, "events" | "olderVersions" | "faults">;

function eventsOf(read: readonly (RawEvent | IcsFault)[], window: SeriesWindow): Found {
  const found: Found = { events: [], olderVersions: 0, faults: [] };
  const byUid = new Map<string, RawEvent[]>();
  for (const one of read) {
    if ("code" in one) found.faults.push(one);
    else byUid.set(one.uid, [...(byUid.get(one.uid) ?? []), one]);
  }
  const budget = { steps: MOST_STEPS_OF_FILE };
  for (const versions of byUid.values()) addEvent(found, versions, window, budget);
  found.events.sort((a, b) => a.place - b.place);
  return found;
}

/** Takes in what a file has of one UID: the event, or the series and its changed occurrences, each in its newest version. */
function addEvent(found: Found, versions: RawEvent[], window: SeriesWindow, budget: StepBudget): void {
  const [master] = newest(
    found,
    versions.filter(({ original }) => original === null),
    () => 0,
  );
  const exceptions = newest(
    found,
    versions.filter(({ original }) => original !== null),
    (one) => originalOf(one, master),
  );
  try {
    if (master) addMaster(found, master, exceptions, window, budget);
  } catch {
    found.faults.push(faultOfEvent(master, "unreadable_event"));
  }
  for (const one of exceptions) {
    const key = `${one.uid} ${dateTextOf(originalOf(one, master))}`;
    const when = whenAt(one.start, one.length);
    if (when) found.events.push(eventOf(one, [{ key, when }], true));
    else found.faults.push(faultOfEvent(one, "outside_years"));
  }
}

function originalOf(exception: RawEvent, master: RawEvent | undefined): ClockMinute {
  return onClockOf(exception.original ?? exception.start, (master ?? exception).start);
}

function newest(
  found: Found,
  versions: readonly RawEvent[],
  identity: (one: RawEvent) => ClockMinute,
): RawEvent[] {
  const kept = new Map<ClockMinute, RawEvent>();
  for (const one of versions) {
    const other = kept.get(identity(one));
    if (!other || one.sequence > other.sequence) kept.set(identity(one), one);
    if (other && one.sequence === other.sequence) found.faults.push(faultOfEvent(one, "same_event_twice"));
    else if (other) found.olderVersions++;
  }
  return [...kept.values()];
}

function addMaster(
  found: Found,
  master: RawEvent,
  exceptions: readonly RawEvent[],
  window: SeriesWindow,
  budget: StepBudget,
): void {
  if (master.rules.length === 0 && master.added.length === 0) {
    const when = whenAt(master.start, master.length);
    if (when) found.events.push(eventOf(master, [{ key: master.uid, when }], false));
    else found.faults.push(faultOfEvent(master, "outside_years"));
    return;
  }
  const starts = startsOfSeries(master, window, budget);
  if (typeof starts === "string") {
    found.faults.push(faultOfEvent(master, starts, { most: MOST_OCCURRENCES }));
    return;
  }
  const changed = new Map(exceptions.map((one) => [originalOf(one, master), one]));
  const keys = new Set<string>();
  const occurrences = starts
    .filter((start) => !changed.has(start))
    .flatMap((start): IcsOccurrence[] => {
      const when = whenOfOccurrence(start, master, changed);
      const day = `${master.uid} ${dateTextOf(start)}`;
      const key = keys.has(day) ? `${day} ${new Date(start * 60_000).toISOString().slice(11, 16)}` : day;
      keys.add(day);
      return when ? [{ key, when }] : [];
    });
  found.events.push(eventOf(master, occurrences, false));
}

/** When an occurrence is that has no exception of its own: as the last one before it says that also changed what follows. */
function whenOfOccurrence(
  start: ClockMinute,
  master: RawEvent,
  changed: ReadonlyMap<ClockMinute, RawEvent>,
): IcsWhen | null {
  const before = [...changed].filter(([at, { isAndFuture }]) => isAndFuture && at < start);
  const last = before.sort(([a], [b]) => a - b).at(-1);
  if (!last) return whenAt({ ...master.start, minute: start }, master.length);
  const [at, exception] = last;
  if (exception.isCancelled) return null;
  return whenAt({ ...exception.start, minute: exception.start.minute + start - at }, exception.length);
}

function eventOf(raw: RawEvent, occurrences: IcsOccurrence[], isException: boolean): IcsEvent {
  const { place, uid, summary, sequence, isCancelled, isFree, organizer, attendees } = raw;
  const facts = { place, uid, summary, sequence, isCancelled, isFree, organizer, attendees };
  return { ...facts, isException, occurrences };
}

function faultOfEvent(
  raw: RawEvent | undefined,
  code: IcsFaultCode,
  values: IcsFault["values"] = {},
): IcsFault {
  return { event: raw?.place ?? null, uid: raw?.uid ?? "", summary: raw?.summary ?? "", code, values };
}
