import "server-only";
import { TZDate } from "@date-fns/tz";
import ICAL from "ical.js";
import { addDays, type Day } from "@/lib/time/day";
import type { Stretch } from "@/lib/time/stretch";
import { dayIn, isTimeZone, minuteIn } from "@/lib/time/zone";
import { dateText, type EventZone, MOST_OCCURRENCES, startsOf } from "./queries-ics-series";
import { faultOf, timed, wholeDays } from "./rules-import";
import { type EventFault, LARGEST_CALENDAR_BYTES, MOST_EVENTS } from "./schema";

/** An event of a file: who it names, and its occurrences on the clock of a zone that is yet to be said. */
export type FileEvent = {
  event: number;
  summary: string;
  uid: string;
  sequence: number;
  isCancelled: boolean;
  emails: string[];
  occurrences: { uid: string; stretchIn: (zone: string) => Stretch }[];
};

type ReadFile = { events: FileEvent[]; count: number; faults: EventFault[] };

const MOST_SERIES = 200;
const FILE = { event: null, summary: "" };

/** Reads the events of an iCalendar file, as far as they can be read. Nothing an event links to is fetched. */
export function readIcs(content: Uint8Array | string, today: Day): ReadFile {
  const text = typeof content === "string" ? content : new TextDecoder("utf-8").decode(content);
  const size = typeof content === "string" ? Buffer.byteLength(content) : content.byteLength;
  if (size > LARGEST_CALENDAR_BYTES)
    return nothing(faultOf(FILE, "too_large", { megabytes: LARGEST_CALENDAR_BYTES / 1024 / 1024 }));
  const calendars = parsed(text);
  if (!calendars) return nothing(faultOf(FILE, "not_a_calendar"));
  const components = calendars.flatMap((calendar) => calendar.getAllSubcomponents("vevent"));
  if (components.length > MOST_EVENTS)
    return nothing(faultOf(FILE, "too_many_events", { most: MOST_EVENTS, found: components.length }));
  const series = components.filter((component) => component.hasProperty("rrule")).length;
  if (series > MOST_SERIES)
    return nothing(faultOf(FILE, "too_many_events", { most: MOST_SERIES, found: series }));
  const faults: EventFault[] = [];
  const moved = movedOccurrences(components);
  const events = components.flatMap((component, i) => {
    const read = readEvent(component, i + 1, today, moved);
    if ("code" in read) faults.push(read);
    return "code" in read ? [] : [read];
  });
  const occurrences = events.reduce((sum, event) => sum + event.occurrences.length, 0);
  if (occurrences > MOST_EVENTS)
    faults.push(faultOf(FILE, "too_many_events", { most: MOST_EVENTS, found: occurrences }));
  return { events, count: components.length, faults };
}

function nothing(fault: EventFault): ReadFile {
  return { events: [], count: 0, faults: [fault] };
}

function parsed(text: string): ICAL.Component[] | null {
  if (!/^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text)) return null;
  try {
    const jcal = ICAL.parse(text.replace(/^\uFEFF/, ""));
    const all = (typeof jcal[0] === "string" ? [jcal] : jcal) as unknown as Parameters<
      typeof componentOf
    >[0][];
    return all.map(componentOf);
  } catch {
    return null;
  }
}

function componentOf(jcal: ConstructorParameters<typeof ICAL.Component>[0]): ICAL.Component {
  return new ICAL.Component(jcal);
}

/** Occurrences of a series that stand as events of their own, which the series then leaves out. */
function movedOccurrences(components: readonly ICAL.Component[]): ReadonlySet<string> {
  return new Set(
    components.flatMap((component) => {
      const at = component.getFirstPropertyValue("recurrence-id") as ICAL.Time | null;
      return at ? [`${component.getFirstPropertyValue("uid")} ${dateText(at)}`] : [];
    }),
  );
}

function readEvent(
  component: ICAL.Component,
  event: number,
  today: Day,
  moved: ReadonlySet<string>,
): FileEvent | EventFault {
  const summary = String(component.getFirstPropertyValue("summary") ?? "");
  const place = { event, summary };
  const uid = String(component.getFirstPropertyValue("uid") ?? "").slice(0, 500);
  if (!uid) return faultOf(place, "no_uid");
  const start = component.getFirstPropertyValue("dtstart") as ICAL.Time | null;
  if (!start || typeof start !== "object") return faultOf(place, "no_start");
  const zone = zoneOf(component);
  if (zone && "unknown" in zone) return faultOf(place, "unknown_zone", { zone: zone.unknown });
  const end = endOf(component, start);
  if (end.compare(start) < 0) return faultOf(place, "ends_before_start");
  const found = startsOf(component, start, zone, today);
  if (typeof found === "string") return faultOf(place, found, { most: MOST_OCCURRENCES });
  const length = end.subtractDate(start);
  const at = component.getFirstPropertyValue("recurrence-id") as ICAL.Time | null;
  const { starts, isSeries } = found;
  const shown = isSeries ? starts.filter((one) => !moved.has(`${uid} ${dateText(one)}`)) : starts;
  return {
    ...place,
    uid,
    sequence: Number(component.getFirstPropertyValue("sequence") ?? 0) || 0,
    isCancelled: String(component.getFirstPropertyValue("status")).toUpperCase() === "CANCELLED",
    emails: emailsOf(component),
    occurrences: shown.map((one) => ({
      uid: at ? `${uid} ${dateText(at)}` : isSeries ? `${uid} ${dateText(one)}` : uid,
      stretchIn: (poolZone) => stretchOfEvent(one, length, zone, poolZone),
    })),
  };
}

function zoneOf(component: ICAL.Component): EventZone | { unknown: string } {
  const zone = component.getFirstProperty("dtstart")?.getFirstParameter("tzid");
  if (!zone) return null;
  if (isTimeZone(zone)) return { name: zone };
  const described = component.parent
    ?.getAllSubcomponents("vtimezone")
    .find((one) => one.getFirstPropertyValue("tzid") === zone);
  return described ? { described: new ICAL.Timezone(described) } : { unknown: zone.slice(0, 80) };
}

function endOf(component: ICAL.Component, start: ICAL.Time): ICAL.Time {
  const end = component.getFirstPropertyValue("dtend") as ICAL.Time | null;
  if (end) return end;
  const later = start.clone();
  const duration = component.getFirstPropertyValue("duration") as ICAL.Duration | null;
  if (duration) later.addDuration(duration);
  else if (start.isDate) later.adjust(1, 0, 0, 0);
  return later;
}

function stretchOfEvent(start: ICAL.Time, length: ICAL.Duration, zone: EventZone, poolZone: string): Stretch {
  const end = start.clone();
  end.addDuration(length);
  if (start.isDate) {
    const from = dateText(start) as Day;
    return wholeDays(from, addDays(from, Math.round(length.toSeconds() / 86_400)));
  }
  return timed(wallOf(start, zone, poolZone), wallOf(end, zone, poolZone));
}

function wallOf(time: ICAL.Time, zone: EventZone, poolZone: string) {
  const instant = instantOf(time, zone, poolZone);
  return { on: dayIn(poolZone, instant), minute: minuteIn(poolZone, instant) };
}

function instantOf(time: ICAL.Time, zone: EventZone, poolZone: string): Date {
  const { year, month, day, hour, minute } = time;
  if (time.zone === ICAL.Timezone.utcTimezone) return new Date(Date.UTC(year, month - 1, day, hour, minute));
  if (zone && "described" in zone) {
    const there = time.clone();
    there.zone = zone.described;
    return there.toJSDate();
  }
  return new Date(new TZDate(year, month - 1, day, hour, minute, zone?.name ?? poolZone).getTime());
}

/** The addresses an event names: its attendees, else who called it. */
function emailsOf(component: ICAL.Component): string[] {
  const of = (name: string) =>
    component
      .getAllProperties(name)
      .map((property) => /^mailto:(.+)$/i.exec(String(property.getFirstValue()))?.[1]?.trim().toLowerCase())
      .filter((email) => email !== undefined);
  const attendees = of("attendee");
  return attendees.length > 0 ? [...new Set(attendees)] : of("organizer");
}
