import "server-only";
import ICAL from "ical.js";
import { createTranslator } from "use-intl/core";
import { type Locale, localeTag } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import { addDays, type Day } from "@/lib/time/day";
import { dayIn, minuteIn } from "@/lib/time/zone";
import type { What, When } from "./rules-event";
import { contentOf, type Published } from "./rules-publish";
import { offsetOn, offsetText, zoneChanges } from "./rules-zone";

type Words = (what: What) => string;

export type CalendarOf = {
  name: string;
  locale: Locale;
  events: readonly Published[];
  from: Day;
  to: Day;
};

/** A feed's events as an iCalendar text (RFC 5545), the same for the same events. */
export function icsOf({ name, locale, events, from, to }: CalendarOf): string {
  const calendar = new ICAL.Component("vcalendar");
  const head: [string, string][] = [
    ["version", "2.0"],
    ["prodid", "-//Standby//Standby//EN"],
    ["calscale", "GREGORIAN"],
    ["method", "PUBLISH"],
    ["x-wr-calname", name],
    ["x-published-ttl", "PT1H"],
  ];
  for (const [key, value] of head) calendar.updatePropertyWithValue(key, value);
  const refresh = new ICAL.Property("refresh-interval");
  refresh.resetType("duration");
  refresh.setValue(ICAL.Duration.fromString("PT1H"));
  calendar.addProperty(refresh);
  const words = wordsIn(locale);
  const contents = events.map((event) => ({ event, content: contentOf(event) }));
  const zones = new Set(
    contents.flatMap(({ content: { when } }) => (when.kind === "times" ? [when.zone] : [])),
  );
  for (const zone of [...zones].sort()) calendar.addSubcomponent(zoneOf(zone, from, to));
  for (const { event, content } of contents)
    calendar.addSubcomponent(eventOf(event, content.when, words(content.what), content.what));
  return `${calendar.toString()}\r\n`;
}

function wordsIn(locale: Locale): Words {
  const t = createTranslator({
    locale: localeTag(locale),
    messages: messages[locale],
    namespace: "calendars.event",
  });
  return (what) => {
    if (what.kind === "hours") return t("hours");
    if (what.kind === "away") {
      if (what.name !== null) return t("awayOf", { name: what.name });
      return t(what.isAsked ? "asked" : "away");
    }
    if (what.kind === "cover") {
      const { executive, absent } = what;
      return absent ? t("coverFor", { executive, absent }) : t("cover", { executive });
    }
    return what.name
      ? t(`support.${what.status === "gap" ? "own" : what.status}`, { name: what.name })
      : t("gap");
  };
}

function eventOf(event: Published, when: When, summary: string, what: What): ICAL.Component {
  const component = new ICAL.Component("vevent");
  component.updatePropertyWithValue("uid", event.uid);
  component.updatePropertyWithValue("dtstamp", instantOf(event.changedAt));
  component.updatePropertyWithValue("last-modified", instantOf(event.changedAt));
  component.updatePropertyWithValue("sequence", event.sequence);
  addWhen(component, when);
  component.updatePropertyWithValue("summary", summary);
  component.updatePropertyWithValue("status", statusOf(event, what));
  component.updatePropertyWithValue(
    "transp",
    what.kind === "away" && what.name === null ? "OPAQUE" : "TRANSPARENT",
  );
  return component;
}

function statusOf(event: Published, what: What): string {
  if (event.cancelledAt) return "CANCELLED";
  const isOpen = (what.kind === "away" && what.isAsked) || (what.kind === "cover" && what.isOffered);
  return isOpen ? "TENTATIVE" : "CONFIRMED";
}

function addWhen(component: ICAL.Component, when: When): void {
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
  const day = minute >= 1440 ? addDays(on, 1) : on;
  return ICAL.Time.fromData({
    ...partsOf(day),
    hour: Math.floor((minute % 1440) / 60),
    minute: minute % 60,
    second: 0,
    isDate: false,
  });
}

function instantOf(at: Date): ICAL.Time {
  return ICAL.Time.fromJSDate(at, true);
}

/** A zone's clock as far as a feed reaches: each change as an observance of its own, so that every rule of every zone is right. */
function zoneOf(zone: string, from: Day, to: Day): ICAL.Component {
  const component = new ICAL.Component("vtimezone");
  component.updatePropertyWithValue("tzid", zone);
  const [first, last] = [addDays(from, -400), addDays(to, 400)];
  const start = offsetOn(zone, first);
  component.addSubcomponent(observance(partsOf(first), 0, start, start, false));
  for (const { at, before, after } of zoneChanges(zone, first, last)) {
    const wall = new Date(at.getTime() + before * 60_000);
    const on = partsOf(dayIn("UTC", wall));
    component.addSubcomponent(observance(on, minuteIn("UTC", wall), before, after, after > before));
  }
  return component;
}

type DateParts = { year: number; month: number; day: number };

function observance(on: DateParts, minute: number, before: number, after: number, isDaylight: boolean) {
  const component = new ICAL.Component(isDaylight ? "daylight" : "standard");
  const time = { ...on, hour: Math.floor(minute / 60), minute: minute % 60, second: 0, isDate: false };
  component.updatePropertyWithValue("dtstart", ICAL.Time.fromData(time));
  component.updatePropertyWithValue("tzoffsetfrom", ICAL.UtcOffset.fromString(offsetText(before)));
  component.updatePropertyWithValue("tzoffsetto", ICAL.UtcOffset.fromString(offsetText(after)));
  return component;
}
