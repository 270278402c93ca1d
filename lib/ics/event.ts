import { type EventLines, propertyText } from "./lines";
import { type Moment, type MomentFault, momentsOf } from "./moments";
import { type IcsPerson, peopleOf } from "./people";
import { lengthOf } from "./when";
import type { ZoneFinder } from "./zones";

/** What a file says of an event apart from when it is. */
export type EventFacts = {
  /** Its place among the events of the file, from 1. */
  place: number;
  uid: string;
  summary: string;
  sequence: number;
  isCancelled: boolean;
  /** True when it takes no working time: its owner is free, or works elsewhere. */
  isFree: boolean;
  organizer: IcsPerson | null;
  attendees: IcsPerson[];
};

/** An event as the file has it: a single one, a series, or a changed occurrence of a series with its original time. */
export type RawEvent = EventFacts & {
  start: Moment;
  length: number;
  rules: string[];
  added: Moment[];
  left: Moment[];
  original: Moment | null;
  isAndFuture: boolean;
};

export type IcsFaultCode =
  | MomentFault["code"]
  | "not_a_calendar"
  | "too_large"
  | "too_many_events"
  | "unreadable_event"
  | "no_uid"
  | "no_start"
  | "ends_before_start"
  | "outside_years"
  | "recurs_too_often"
  | "recurs_oddly"
  | "same_event_twice";

/** What is wrong with an event, or, without a place, with the whole file. */
export type IcsFault = {
  event: number | null;
  uid: string;
  summary: string;
  code: IcsFaultCode;
  values: Record<string, string | number>;
};

const LONGEST_UID = 500;
const AT_WORK = ["FREE", "WORKINGELSEWHERE"];

/** Reads one event, every value of it, so that nothing is left that could fail later. */
export function readEvent(block: EventLines, place: number, zones: ZoneFinder): RawEvent | IcsFault {
  const { lines } = block;
  const uid = (propertyText(lines, "UID") ?? "").slice(0, LONGEST_UID);
  const summary = propertyText(lines, "SUMMARY") ?? "";
  const fault = (code: IcsFaultCode, values: IcsFault["values"] = {}): IcsFault => ({
    event: place,
    uid,
    summary,
    code,
    values,
  });
  if (block.isCutOff) return fault("unreadable_event");
  if (!uid) return fault("no_uid");
  try {
    const when = readTimes(lines, zones);
    if ("code" in when) return fault(when.code, when.values);
    return { place, uid, summary, ...factsOf(block), ...when };
  } catch {
    return fault("unreadable_event");
  }
}

type Times = Omit<RawEvent, keyof EventFacts>;

function readTimes(
  lines: ReadonlyMap<string, string[]>,
  zones: ZoneFinder,
): Times | Pick<IcsFault, "code" | "values"> {
  const of = (name: string) => momentsOf(lines.get(name) ?? [], zones);
  const starts = of("DTSTART");
  if ("code" in starts) return starts;
  const [start] = starts;
  if (!start) return { code: "no_start", values: {} };
  const length = lengthOf(start, lines, zones);
  if (typeof length !== "number") return length;
  const [added, left, originals] = [of("RDATE"), of("EXDATE"), of("RECURRENCE-ID")] as const;
  if ("code" in added) return added;
  if ("code" in left) return left;
  if ("code" in originals) return originals;
  return {
    start,
    length,
    rules: (lines.get("RRULE") ?? []).map(ruleText).filter((text) => text !== ""),
    added,
    left,
    original: originals[0] ?? null,
    isAndFuture: /;RANGE="?THISANDFUTURE/i.test(lines.get("RECURRENCE-ID")?.[0] ?? ""),
  };
}

function ruleText(line: string): string {
  return line
    .slice(line.indexOf(":") + 1)
    .trim()
    .toUpperCase();
}

function factsOf({ lines, head }: EventLines): Omit<EventFacts, "place" | "uid" | "summary"> {
  const upper = (name: string) => propertyText(lines, name)?.toUpperCase();
  const sequence = Number(propertyText(lines, "SEQUENCE") ?? 0);
  const busy = upper("X-MICROSOFT-CDO-BUSYSTATUS");
  return {
    sequence: Number.isSafeInteger(sequence) && sequence > 0 ? sequence : 0,
    isCancelled: head.method === "CANCEL" || upper("STATUS") === "CANCELLED",
    isFree: busy ? AT_WORK.includes(busy) : upper("TRANSP") === "TRANSPARENT",
    organizer: peopleOf(lines.get("ORGANIZER"))[0] ?? null,
    attendees: peopleOf(lines.get("ATTENDEE")),
  };
}
