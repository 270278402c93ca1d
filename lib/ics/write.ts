import ICAL from "ical.js";
import { resultOf } from "@/lib/steps";
import { addDays, type Day, earlierDay, laterDay } from "@/lib/time/day";
import { DAY_MINUTES } from "@/lib/time/hours";
import { vtimezoneOf } from "./vtimezone";

/** When an entry is: whole days, which are the same days for every reader, or times on a zone's clock. */
export type EntryTime =
  | { kind: "days"; from: Day; to: Day }
  | { kind: "times"; from: Day; fromMinute: number; to: Day; toMinute: number; zone: string };

/** How an entry is shown to those who plan with the person: RFC 5545 knows two of these, Outlook all. */
export type BusyStatus = "free" | "tentative" | "busy" | "out_of_office";

type Contact = { email: string; name: string };
/** Somebody who is asked to come, whether they have to, and what they have answered. */
type Attendee = Contact & { isRequired?: boolean; answer?: "accepted" | "tentative" | "declined" | null };

/** An event that is written. */
export type IcsEntry = {
  uid: string;
  sequence: number;
  changedAt: Date;
  when: EntryTime;
  /** What a cancelled event is called says so: some programs show it as if it stood. */
  summary: string;
  /** Left out where one person is taken off an event that stands (RFC 5546, 3.2.5). */
  status?: "confirmed" | "tentative" | "cancelled";
  busy: BusyStatus;
  organizer?: Contact;
  attendees?: readonly Attendee[];
  location?: string;
};

export type IcsCalendar = {
  method: "PUBLISH" | "REQUEST" | "CANCEL";
  /** What a subscribed calendar is called, and how soon it is read again, as "PT1H". */
  feed?: { name: string; refresh: string };
  entries: readonly IcsEntry[];
};

const BUSY: Record<BusyStatus, string> = {
  free: "FREE",
  tentative: "TENTATIVE",
  busy: "BUSY",
  out_of_office: "OOF",
};

/** An iCalendar text (RFC 5545), the same for the same entries, in their order. */
export function writeIcs(calendar: IcsCalendar): string {
  return resultOf(icsInSteps(calendar));
}

const END = "END:VCALENDAR";

/** The same, an entry at a step: a pool's calendar has thousands. */
export function* icsInSteps({ method, feed, entries }: IcsCalendar): Generator<void, string> {
  const calendar = new ICAL.Component("vcalendar");
  calendar.updatePropertyWithValue("version", "2.0");
  calendar.updatePropertyWithValue("prodid", "-//Standby//Standby//EN");
  calendar.updatePropertyWithValue("calscale", "GREGORIAN");
  calendar.updatePropertyWithValue("method", method);
  if (feed) addFeed(calendar, feed);
  for (const [zone, { from, to }] of daysByZone(entries))
    calendar.addSubcomponent(vtimezoneOf(zone, from, to));
  const lines = [calendar.toString().slice(0, -END.length).trimEnd()];
  for (const entry of entries) {
    yield;
    lines.push(componentOf(entry).toString());
  }
  return [...lines, END, ""].join("\r\n");
}

function addFeed(calendar: ICAL.Component, { name, refresh }: { name: string; refresh: string }): void {
  calendar.updatePropertyWithValue("x-wr-calname", name);
  calendar.updatePropertyWithValue("x-published-ttl", refresh);
  const interval = new ICAL.Property("refresh-interval");
  interval.resetType("duration");
  interval.setValue(ICAL.Duration.fromString(refresh));
  calendar.addProperty(interval);
}

/** The zones in order, each with the first and last day it is needed for. */
function daysByZone(entries: readonly IcsEntry[]): [string, { from: Day; to: Day }][] {
  const zones = new Map<string, { from: Day; to: Day }>();
  for (const { when } of entries) {
    if (when.kind !== "times") continue;
    const known = zones.get(when.zone) ?? when;
    zones.set(when.zone, { from: earlierDay(when.from, known.from), to: laterDay(when.to, known.to) });
  }
  return [...zones].sort(([a], [b]) => (a < b ? -1 : 1));
}

function componentOf(entry: IcsEntry): ICAL.Component {
  const component = new ICAL.Component("vevent");
  const isCancelled = entry.status === "cancelled";
  const busy = isCancelled ? "free" : entry.busy;
  const changedAt = ICAL.Time.fromJSDate(entry.changedAt, true);
  component.updatePropertyWithValue("uid", entry.uid);
  component.updatePropertyWithValue("dtstamp", changedAt);
  component.updatePropertyWithValue("last-modified", changedAt);
  component.updatePropertyWithValue("sequence", entry.sequence);
  addTimes(component, entry.when);
  component.updatePropertyWithValue("summary", entry.summary);
  if (entry.location) component.updatePropertyWithValue("location", entry.location);
  if (entry.status) component.updatePropertyWithValue("status", entry.status.toUpperCase());
  component.updatePropertyWithValue("transp", busy === "free" ? "TRANSPARENT" : "OPAQUE");
  component.updatePropertyWithValue("x-microsoft-cdo-busystatus", BUSY[busy]);
  if (entry.organizer) component.addProperty(contactOf("organizer", entry.organizer));
  for (const one of entry.attendees ?? []) component.addProperty(attendeeOf(one));
  return component;
}

function contactOf(name: string, { email, name: cn }: Contact): ICAL.Property {
  const property = new ICAL.Property(name);
  property.setValue(`mailto:${email}`);
  property.setParameter("cn", cn);
  return property;
}

function attendeeOf({ isRequired, answer, ...contact }: Attendee): ICAL.Property {
  const property = contactOf("attendee", contact);
  if (isRequired === undefined) return property;
  property.setParameter("role", isRequired ? "REQ-PARTICIPANT" : "OPT-PARTICIPANT");
  property.setParameter("partstat", answer?.toUpperCase() ?? "NEEDS-ACTION");
  property.setParameter("rsvp", "TRUE");
  return property;
}

function addTimes(component: ICAL.Component, when: EntryTime): void {
  if (when.kind === "days") {
    component.updatePropertyWithValue("dtstart", dateOf(when.from));
    component.updatePropertyWithValue("dtend", dateOf(addDays(when.to, 1)));
    return;
  }
  const ends = [
    ["dtstart", timeOf(when.from, when.fromMinute)],
    ["dtend", timeOf(when.to, when.toMinute)],
  ] as const;
  for (const [name, time] of ends) {
    const property = new ICAL.Property(name);
    property.setValue(time);
    property.setParameter("tzid", when.zone);
    component.addProperty(property);
  }
}

function partsOf(on: Day) {
  return { year: Number(on.slice(0, 4)), month: Number(on.slice(5, 7)), day: Number(on.slice(8)) };
}

function dateOf(on: Day): ICAL.Time {
  return ICAL.Time.fromData({ ...partsOf(on), isDate: true });
}

/** Minutes after midnight as a time; 1440 is midnight of the day after. */
function timeOf(on: Day, minute: number): ICAL.Time {
  const parts = partsOf(minute >= DAY_MINUTES ? addDays(on, 1) : on);
  const left = minute % DAY_MINUTES;
  return ICAL.Time.fromData({
    ...parts,
    hour: Math.floor(left / 60),
    minute: left % 60,
    second: 0,
    isDate: false,
  });
}
