import ical, { type VEvent } from "node-ical";
import { describe, expect, it } from "vitest";
import { readIcs } from "@/lib/ics/read";
import { offsetText, vtimezoneOf, zoneChanges } from "@/lib/ics/vtimezone";
import { type EntryTime, type IcsEntry, writeIcs } from "@/lib/ics/write";
import { day } from "@/lib/time/day";
import { instantIn } from "@/lib/time/zone";

const ZONES = ["Europe/Stockholm", "Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Tokyo"];
const ODD_ZONES = ["Africa/Casablanca", "America/Santiago"];

function makeEntry(overrides: Partial<IcsEntry> = {}): IcsEntry {
  return {
    uid: "one@standby",
    sequence: 0,
    changedAt: new Date("2026-08-17T07:00:00Z"),
    when: { kind: "days", from: day("2026-08-19"), to: day("2026-08-21") },
    summary: "Away",
    status: "confirmed",
    busy: "out_of_office",
    ...overrides,
  };
}

function times(on: string, zone: string): EntryTime {
  return { kind: "times", from: day(on), fromMinute: 480, to: day(on), toMinute: 570, zone };
}

function written(...entries: IcsEntry[]): string {
  return writeIcs({ method: "PUBLISH", entries });
}

function eventsOf(ics: string): VEvent[] {
  return Object.values(ical.sync.parseICS(ics)).filter((one): one is VEvent => one?.type === "VEVENT");
}

describe("a calendar that is written", () => {
  it.each([...ZONES, ...ODD_ZONES])("has its times right in %s, in winter and summer", (zone) => {
    const days = ["2026-03-20", "2026-07-01", "2026-10-30", "2027-01-15"];
    const ics = written(...days.map((on) => makeEntry({ uid: on, when: times(on, zone) })));
    const starts = days.map((on) => instantIn(zone, day(on), 480).toISOString());
    expect(eventsOf(ics).map((event) => event.start.toISOString())).toEqual(starts);
  });

  it("says how busy one is in both ways", () => {
    const said = (entry: Partial<IcsEntry>) =>
      /TRANSP:(\w+)\r\nX-MICROSOFT-CDO-BUSYSTATUS:(\w+)/.exec(written(makeEntry(entry)))?.slice(1);
    expect(said({})).toEqual(["OPAQUE", "OOF"]);
    expect(said({ busy: "free" })).toEqual(["TRANSPARENT", "FREE"]);
    expect(said({ busy: "tentative", status: "tentative" })).toEqual(["OPAQUE", "TENTATIVE"]);
    expect(said({ status: "cancelled" })).toEqual(["TRANSPARENT", "FREE"]);
  });

  it("invites by the method and the people it is given", () => {
    const organizer = { email: "m@office.example", name: "Mia, manager" };
    const attendees = [{ email: "a@office.example", name: "Ali" }];
    const ics = writeIcs({ method: "REQUEST", entries: [makeEntry({ organizer, attendees })] });
    expect(eventsOf(ics)[0]).toMatchObject({
      method: "REQUEST",
      organizer: { val: "mailto:m@office.example", params: { CN: "Mia, manager" } },
      attendee: { val: "mailto:a@office.example" },
    });
  });

  it("is read by the reader as it was written", () => {
    const ics = written(makeEntry(), makeEntry({ uid: "two", when: times("2026-08-19", "Europe/London") }));
    const limits = { today: day("2026-08-17"), mostBytes: 100_000, mostEvents: 10 };
    expect(readIcs(ics, limits)).toMatchObject({
      faults: [],
      events: [
        { occurrences: [{ when: { kind: "days", from: "2026-08-19", end: "2026-08-22" } }] },
        { occurrences: [{ when: { kind: "times", zone: { name: "Europe/London" } } }] },
      ],
    });
  });
});

describe("a zone", () => {
  const rules = (zone: string) =>
    [
      ...vtimezoneOf(zone, day("2026-05-01"), day("2027-05-01"))
        .toString()
        .matchAll(/RRULE:(.*)\r/g),
    ].map(([, rule]) => rule);

  it.each([
    ["Europe/Stockholm", ["FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"]],
    ["America/New_York", ["FREQ=YEARLY;BYMONTH=11;BYDAY=1SU", "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU"]],
    ["Asia/Tokyo", []],
    ["Africa/Casablanca", []],
  ])("%s has one rule for each of its yearly changes, where it has them", (zone, expected) => {
    expect(rules(zone)).toEqual(expected);
  });

  it("without such rules has each change by itself", () => {
    const text = vtimezoneOf("Africa/Casablanca", day("2026-05-01"), day("2027-05-01")).toString();
    expect(text.match(/BEGIN:(STANDARD|DAYLIGHT)/g)?.length).toBeGreaterThan(3);
  });

  it.each([
    ["Europe/Stockholm", ["2026-03-29T01:00:00.000Z 60→120", "2026-10-25T01:00:00.000Z 120→60"]],
    ["Europe/London", ["2026-03-29T01:00:00.000Z 0→60", "2026-10-25T01:00:00.000Z 60→0"]],
    ["America/New_York", ["2026-03-08T07:00:00.000Z -300→-240", "2026-11-01T06:00:00.000Z -240→-300"]],
    ["Australia/Lord_Howe", ["2026-04-04T15:00:00.000Z 660→630", "2026-10-03T15:30:00.000Z 630→660"]],
    ["Asia/Tokyo", []],
  ])("%s changes its clock when it does", (zone, expected) => {
    const found = zoneChanges(zone, Date.UTC(2026, 0), Date.UTC(2027, 0));
    expect(found.map(({ at, before, after }) => `${at.toISOString()} ${before}→${after}`)).toEqual(expected);
  });

  it("has its offset written with a sign", () => {
    expect([60, -330, 0].map(offsetText)).toEqual(["+0100", "-0530", "+0000"]);
  });
});
