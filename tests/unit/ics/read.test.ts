import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type IcsFile, readIcs } from "@/lib/ics/read";
import { clockTimesIn, type IcsWhen } from "@/lib/ics/when";
import { day } from "@/lib/time/day";
import { clockText } from "@/lib/time/hours";
import { readCalendar } from "@/tests/support/calendars";

const LIMITS = { today: day("2026-11-30"), mostBytes: 1_000_000, mostEvents: 2_000 };

function makeFile(...events: string[][]): string {
  const bodies = events.flatMap((lines) => [
    "BEGIN:VEVENT",
    ...(lines[0]?.startsWith("UID:") ? [] : ["UID:one"]),
    ...lines,
    "END:VEVENT",
  ]);
  return ["BEGIN:VCALENDAR", "VERSION:2.0", ...bodies, "END:VCALENDAR", ""].join("\r\n");
}

function read(text: string): IcsFile {
  return readIcs(text, LIMITS);
}

function whenText(when: IcsWhen, zone: string): string {
  if (when.kind === "days") return `${when.from} until ${when.end}`;
  const { start, end } = clockTimesIn(when, zone);
  return `${start.on} ${clockText(start.minute)} – ${end.on} ${clockText(end.minute)}`;
}

function times(text: string, zone = "Europe/Stockholm"): string[] {
  return read(text).events.flatMap(({ occurrences }) =>
    occurrences.map(({ when }) => whenText(when, zone)).sort(),
  );
}

function codes(text: string): string[] {
  return read(text).faults.map(({ code }) => code);
}

function tuesdays(...days: number[]): string[] {
  return days.map((on) => {
    const two = (n: number) => String(n).padStart(2, "0");
    return `2026-12-${two(on)} until 2026-12-${two(on + 1)}`;
  });
}

describe("a kept file is read", () => {
  it.each([
    ["01-zero-length", ["2026-12-15 09:00 – 2026-12-15 09:00"]],
    ["03-allday-as-midnight-other-zone", ["2026-12-17 until 2026-12-18"]],
    ["04-oof-friday1700-monday0800", ["2026-12-11 17:00 – 2026-12-14 08:00"]],
    ["09-windows-zone-no-vtimezone", ["2026-12-15 08:00 – 2026-12-15 12:00"]],
    ["10-dtend-own-zone", ["2026-12-15 08:00 – 2026-12-15 13:00"]],
    ["10b-dtend-utc", ["2026-12-16 08:00 – 2026-12-16 13:00"]],
    ["11-date-without-value", ["2027-01-12 until 2027-01-13"]],
    ["12-until-utc-windows-zone", tuesdays(1, 8, 15)],
    ["13-exdate-utc", tuesdays(1, 15, 22)],
    ["16-same-uid-newer-sequence", ["2026-12-17 until 2026-12-18"]],
    ["18-eight-years", ["2027-01-04 until 2035-01-09"]],
    [
      "19-birthday-before-2000",
      ["2026-05-12 until 2026-05-13", "2027-05-12 until 2027-05-13", "2028-05-12 until 2028-05-13"],
    ],
    ["23-weekly-bysetpos-rdate", tuesdays(1, 9, 17)],
    ["25-empty-dtend-500", ["2026-12-29 until 2026-12-30"]],
    ["26-series-step1", tuesdays(1, 8, 15, 22)],
    ["26-series-step2-occurrence-deleted", tuesdays(1, 15, 22)],
  ])("%s at its right times", (name, expected) => {
    expect(codes(readCalendar(name))).toEqual([]);
    expect(times(readCalendar(name))).toEqual(expected);
  });

  it("with midnight to midnight of Stockholm as the same day in London and Tokyo", () => {
    for (const zone of ["Europe/London", "Asia/Tokyo"])
      expect(times(readCalendar("03-allday-as-midnight-other-zone"), zone)).toEqual([
        "2026-12-17 until 2026-12-18",
      ]);
  });

  it("and says of free, cancelled and declined events that they are so", () => {
    expect(read(readCalendar("05-free-and-working-elsewhere")).events.map((one) => one.isFree)).toEqual([
      true,
      true,
    ]);
    expect(read(readCalendar("06-method-cancel-without-status")).events).toMatchObject([
      { isCancelled: true },
    ]);
    expect(read(readCalendar("07-attendee-declined")).events).toMatchObject([
      {
        organizer: { email: "boss@bugs.example" },
        attendees: [{ email: "p7@bugs.example", hasDeclined: true }],
      },
    ]);
    expect(read(readCalendar("08-organizer-away-colleagues-told")).events).toMatchObject([
      { isFree: true, organizer: { email: "p8@bugs.example" } },
    ]);
  });

  it("with addresses from the EMAIL parameter, and a sequence as large as milliseconds", () => {
    expect(read(readCalendar("21-attendee-email-parameter")).events).toMatchObject([
      { organizer: { email: "p11@bugs.example" }, attendees: [{ email: "p11@bugs.example" }] },
    ]);
    expect(read(readCalendar("17-sequence-over-int4")).events).toMatchObject([
      { sequence: 1_764_403_200_000 },
    ]);
  });

  it("with a date with dashes as a fault that quotes it", () => {
    expect(read(readCalendar("24-dashed-date-silently-other-day")).faults).toMatchObject([
      { event: 1, code: "unreadable_value", values: { property: "DTSTART", value: "2026-12-29" } },
    ]);
  });
});

describe("one event at fault leaves the others", () => {
  const good = ["UID:good", "DTSTART:20261215"];
  it.each([
    ["a day that is not", "DTSTART;VALUE=DATE:20270230", "unreadable_value"],
    ["a word for a date", "DTSTART:TBD", "unreadable_value"],
    ["an odd duration", "DTSTART:20261229T080000\r\nDURATION:4h", "unreadable_value"],
    ["an odd exception", "DTSTART:20261229\r\nRRULE:FREQ=DAILY;COUNT=2\r\nEXDATE:soon", "unreadable_value"],
    ["a zone of nobody's", "DTSTART;TZID=Middle-earth:20261215T080000", "unknown_zone"],
    ["no start", "SUMMARY:x", "no_start"],
    ["an end before its start", "DTSTART:20261229T080000\r\nDTEND:20261229T070000", "ends_before_start"],
    ["a year long ago", "DTSTART:19260825", "outside_years"],
    ["a rule by seconds", "DTSTART:20261229\r\nRRULE:FREQ=SECONDLY", "recurs_oddly"],
    ["a rule by weeks of the year", "DTSTART:20261229\r\nRRULE:FREQ=YEARLY;BYWEEKNO=53", "recurs_oddly"],
    ["the 20th Monday of years", "DTSTART:20261229\r\nRRULE:FREQ=YEARLY;BYDAY=20MO", "recurs_oddly"],
    ["words for a rule", "DTSTART:20261229\r\nRRULE:weekly on Tuesdays", "recurs_oddly"],
    ["a rule that never ends", "DTSTART:20261129\r\nRRULE:FREQ=DAILY", "recurs_too_often"],
    ["a day that never comes", "DTSTART:20261129\r\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=9", null],
  ])("%s", (_, lines, code) => {
    const found = read(makeFile(lines.split("\r\n"), good));
    expect(found.faults.map((fault) => [fault.event, fault.code])).toEqual(code === null ? [] : [[1, code]]);
    expect(found.events.at(-1)?.occurrences).toHaveLength(1);
  });

  it("broken folding, a missing END and a file cut off in an event", () => {
    const folded = makeFile(["DTSTART:20261215", "DESCRIPTION:a long", "text without its space", "X"], good);
    expect([codes(folded), times(folded).length]).toEqual([[], 2]);
    const open = folded.replace("X\r\nEND:VEVENT\r\n", "");
    expect([codes(open), times(open).length]).toEqual([[], 2]);
    const cut = folded.slice(0, folded.indexOf("UID:good") + 12);
    expect([codes(cut), times(cut).length]).toEqual([["unreadable_event"], 1]);
    expect(codes("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n")).toEqual(["not_a_calendar"]);
  });

  it("the same version of an event twice is a fault, an older one is passed over", () => {
    expect(codes(makeFile(["DTSTART:20261215"], ["DTSTART:20261216"]))).toEqual(["same_event_twice"]);
    const { olderVersions, faults } = read(readCalendar("16-same-uid-newer-sequence"));
    expect([olderVersions, faults]).toEqual([1, []]);
  });
});

describe("zones", () => {
  it.each([
    ["TZID=tzone://Microsoft/Utc", "09:00"],
    ['TZID="tzone://Microsoft/Utc"', "09:00"],
    ["TZID=/freeassociation.sourceforge.net/Europe/London", "09:00"],
    ["TZID=Eastern Standard Time", "14:00"],
    ["TZID=/mozilla.org/20050126_1/America/New_York", "14:00"],
    ["X=1", "08:00"],
  ])("%s", (parameter, expected) => {
    expect(times(makeFile([`DTSTART;${parameter}:20261215T080000`]))[0]?.slice(11, 16)).toBe(expected);
  });

  it("an event that ends in another zone lasts as long as it does", () => {
    const flight = [
      "DTSTART;TZID=America/Los_Angeles:20261217T220000",
      "DTEND;TZID=Europe/Stockholm:20261218T180000",
    ];
    expect(times(makeFile(flight))).toEqual(["2026-12-18 07:00 – 2026-12-18 18:00"]);
  });

  it("the calendar's own zone is that of times without one", () => {
    const text = makeFile(["DTSTART:20261215T080000"]).replace("VERSION:2.0", "X-WR-TIMEZONE:Asia/Tokyo");
    expect(times(text)).toEqual(["2026-12-15 00:00 – 2026-12-15 00:00"]);
  });

  it("a described zone is read, and one that changes by the second is not known", () => {
    const text = readCalendar("12-until-utc-windows-zone").replaceAll("W. Europe Standard Time", "Ours");
    expect(times(text)).toEqual(tuesdays(1, 8, 15));
    expect(codes(text.replace(/FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10/, "FREQ=SECONDLY"))).toEqual([
      "unknown_zone",
    ]);
  });
});

describe("a series", () => {
  const start = "DTSTART;TZID=Europe/Stockholm:20261201T080000";
  const weekly = [start, "DTEND;TZID=Europe/Stockholm:20261201T100000", "RRULE:FREQ=WEEKLY;COUNT=4"];
  const starts = (text: string) =>
    times(text)
      .map((one) => one.slice(5, 16))
      .sort();

  it("moves an occurrence that names its original time in UTC, under the key of that day", () => {
    const text = makeFile(weekly, [
      "RECURRENCE-ID:20261208T070000Z",
      "DTSTART;TZID=Europe/Stockholm:20261209T130000",
    ]);
    expect(starts(text)).toEqual(["12-01 08:00", "12-09 13:00", "12-15 08:00", "12-22 08:00"]);
    expect(read(text).events[1]).toMatchObject({
      isException: true,
      occurrences: [{ key: "one 2026-12-08" }],
    });
  });

  it("moves all that follows where the change says so", () => {
    const text = makeFile(weekly, [
      "RECURRENCE-ID;RANGE=THISANDFUTURE:20261208T070000Z",
      "DTSTART;TZID=Europe/Stockholm:20261209T130000",
    ]);
    expect(starts(text)).toEqual(["12-01 08:00", "12-09 13:00", "12-16 13:00", "12-23 13:00"]);
  });

  it.each([
    ["FREQ=WEEKLY;UNTIL=20261215", ["12-01", "12-08", "12-15"]],
    ["FREQ=WEEKLY;UNTIL=20261215T065900Z", ["12-01", "12-08"]],
    ["FREQ=WEEKLY;BYDAY=TU,FR;BYSETPOS=-1;COUNT=3", ["12-01", "12-04", "12-11", "12-18"]],
    ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=1", ["12-01", "12-31"]],
    ["FREQ=DAILY;INTERVAL=9;COUNT=3", ["12-01", "12-10", "12-19"]],
    ["FREQ=WEEKLY;WKST=SU;INTERVAL=2;BYDAY=TU,SU;COUNT=3", ["12-01", "12-13", "12-15"]],
  ])("by %s", (rule, expected) => {
    const text = makeFile([start, `RRULE:${rule}`]);
    expect(starts(text).map((one) => one.slice(0, 5))).toEqual(expected);
  });

  it("of dates ends on the day whose midnight its end in UTC is", () => {
    const text = makeFile(["DTSTART:20261201", "RRULE:FREQ=WEEKLY;UNTIL=20261214T230000Z"]);
    expect(times(text)).toEqual(tuesdays(1, 8, 15));
  });

  it("leaves out the days that a month or year lacks", () => {
    const days = (first: string, rule: string) =>
      times(makeFile([`DTSTART:${first}`, `RRULE:${rule}`])).map((one) => one.slice(0, 10));
    expect(days("20240229", "FREQ=YEARLY")).toEqual(["2028-02-29"]);
    expect(days("20260131", "FREQ=MONTHLY;COUNT=3")).toEqual(["2026-01-31", "2026-03-31", "2026-05-31"]);
    expect(days("20260811", "FREQ=MONTHLY;BYDAY=2TU;COUNT=2")).toEqual(["2026-08-11", "2026-09-08"]);
    expect(days("20270131", "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2")).toEqual(["2027-01-31", "2027-02-28"]);
  });

  it("of many years is followed near today only, in its own rhythm", () => {
    const text = makeFile(["DTSTART:20100104", "RRULE:FREQ=WEEKLY;INTERVAL=2"]);
    const days = times(text).map((one) => Date.parse(one.slice(0, 10)));
    expect(days.every((at) => (at - Date.parse("2010-01-04")) % (14 * 86_400_000) === 0)).toBe(true);
    expect(days.length).toBeGreaterThan(80);
  });
});

describe("whatever a file holds", () => {
  const files = [
    "12-until-utc-windows-zone",
    "13-exdate-utc",
    "16-same-uid-newer-sequence",
    "21-attendee-email-parameter",
    "23-weekly-bysetpos-rdate",
    "03-allday-as-midnight-other-zone",
  ].map(readCalendar);
  const noise = fc.oneof(
    fc.constantFrom("", ":", ";", '"', "\r\n", "\r\n ", "Z", "T", "-", "99", "COUNT=99999;", "FREQ=DAILY;"),
    fc.constantFrom("BYSETPOS=5;", "BYMONTHDAY=31;", "INTERVAL=999;", "RRULE:FREQ=MINUTELY\r\n", "\u0000"),
    fc.string({ maxLength: 5 }),
  );

  it("it is read within a second, and never throws", () => {
    const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(12), put: noise });
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        (file, changes) => {
          const text = changes.reduce((whole, { at, cut, put }) => {
            const place = Math.floor(at * whole.length);
            return whole.slice(0, place) + put + whole.slice(place + cut);
          }, file);
          const began = performance.now();
          for (const { occurrences } of read(text).events)
            for (const { when } of occurrences) whenText(when, "Asia/Kathmandu");
          expect(performance.now() - began).toBeLessThan(1_000);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    ["DTSTART:16000101", "RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1MO;BYMONTHDAY=20"],
    ["DTSTART:20260101", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"],
    ["DTSTART:20260101", "RRULE:FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1"],
  ])("a file of two thousand series by %s %s is given up, not followed for ever", (...lines) => {
    const events = Array.from({ length: 2_000 }, (_, i) => [`UID:${i}`, ...lines]);
    const began = performance.now();
    expect(codes(makeFile(...events))).toContain("recurs_too_often");
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
