import { describe, expect, it } from "vitest";
import { readIcs } from "@/lib/ics/read";
import { busyIn, intervalsOf, speaksFor } from "@/lib/meetings/busy/rules";
import { day } from "@/lib/time/day";

const LIMITS = { today: day("2026-12-01"), mostBytes: 100_000, mostEvents: 100 };
const ZONE = "Europe/Stockholm";

function busy(...lines: string[]): string[][] {
  const event = ["BEGIN:VEVENT", "UID:1", ...lines, "END:VEVENT"];
  const file = readIcs(["BEGIN:VCALENDAR", ...event, "END:VCALENDAR"].join("\r\n"), LIMITS);
  const instant = (minute: number) => new Date(minute * 60_000).toISOString().slice(0, 16);
  return busyIn(file, ZONE, "Helena@office.example").map(({ start, end }) => [instant(start), instant(end)]);
}

const TIMES = ["DTSTART:20261210T080000Z", "DTEND:20261210T090000Z"];
const DAYS = ["DTSTART;VALUE=DATE:20261210", "DTEND;VALUE=DATE:20261211"];

describe("when the owner of a calendar file is busy", () => {
  it("is during events, and all of a day that is busy as a whole", () => {
    expect(busy(...TIMES)).toEqual([["2026-12-10T08:00", "2026-12-10T09:00"]]);
    expect(busy(...DAYS, "TRANSP:OPAQUE")).toEqual([["2026-12-09T23:00", "2026-12-10T23:00"]]);
  });

  it("is each time of a series, on the clock of its zone, and times without a zone are the office's", () => {
    expect(busy(...TIMES, "RRULE:FREQ=DAILY;COUNT=2")).toHaveLength(2);
    expect(busy("DTSTART:20261210T080000", "DTEND:20261210T090000")).toEqual([
      ["2026-12-10T07:00", "2026-12-10T08:00"],
    ]);
  });

  it.each([
    ["shown as free", "TRANSP:TRANSPARENT"],
    ["cancelled", "STATUS:CANCELLED"],
    ["declined by the owner", "ATTENDEE;PARTSTAT=DECLINED:mailto:helena@office.example"],
  ])("is not during what is %s", (_, line) => {
    expect(busy(...TIMES, line)).toEqual([]);
  });

  it("is during what another person declined", () => {
    expect(busy(...TIMES, "ATTENDEE;PARTSTAT=DECLINED:mailto:mats@office.example")).toHaveLength(1);
  });
});

describe("a calendar file", () => {
  it("speaks for days it holds all of, and for no others", () => {
    const file = { from: day("2026-12-01"), to: day("2026-12-31") };
    expect(speaksFor(file, { from: day("2026-12-01"), to: day("2026-12-31") })).toBe(true);
    expect(speaksFor(file, { from: day("2026-12-20"), to: day("2027-01-01") })).toBe(false);
    expect(speaksFor(file, { from: day("2026-11-30"), to: day("2026-12-04") })).toBe(false);
  });

  it("is read again as it was kept, and what was spoilt says nothing", () => {
    expect(intervalsOf([[1, 5]])).toEqual([{ start: 1, end: 5 }]);
    expect(intervalsOf([["1"]])).toEqual([]);
  });
});
