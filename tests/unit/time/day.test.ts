import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  type Day,
  day,
  dayOfColumn,
  daysBetween,
  daysFrom,
  dayToDate,
  earlierDay,
  isDay,
  laterDay,
  weekdayOf,
} from "@/lib/time/day";
import { DayInput } from "@/lib/time/inputs";

const anyDay = fc.integer({ min: 0, max: 36_000 }).map((days) => addDays(day("2000-01-01"), days));

describe("a day", () => {
  it.each(["2026-02-28", "2028-02-29", "2000-01-01", "2100-12-31"])("may be %s", (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    "2026-02-29",
    "2026-02-30",
    "2026-13-01",
    "2026-00-10",
    "2026-1-1",
    "1999-12-31",
    "2101-01-01",
    "",
    "today",
  ])("is never %j", (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => day(text)).toThrow(RangeError);
    expect(DayInput.safeParse(text).error?.issues[0]?.message).toBe("not_a_day");
  });

  it.each(["2026-08-17T00:00:00Z", "2026-08-17 ", 20260817, null, new Date("2026-08-17")])(
    "is not %j either",
    (value) => {
      expect(DayInput.safeParse(value).success).toBe(false);
    },
  );

  it("survives the way to a date column and back, whatever this machine's zone", () => {
    fc.assert(
      fc.property(anyDay, (on) => {
        expect(dayOfColumn(dayToDate(on))).toBe(on);
      }),
    );
    expect(dayToDate(day("2026-03-29")).toISOString()).toBe("2026-03-29T00:00:00.000Z");
  });

  it("counts over clock changes and leap days as people count", () => {
    expect(addDays(day("2026-03-28"), 2)).toBe("2026-03-30");
    expect(addDays(day("2028-02-28"), 1)).toBe("2028-02-29");
    expect(addDays(day("2026-01-01"), -1)).toBe("2025-12-31");
    expect(daysBetween(day("2026-10-24"), day("2026-10-26"))).toBe(2);
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -800, max: 800 }), (on, days) => {
        expect(daysBetween(on, addDays(on, days))).toBe(days);
      }),
    );
  });

  it("knows its weekday, Monday first", () => {
    expect(daysFrom(day("2026-08-17"), day("2026-08-23")).map(weekdayOf)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it("lists none when the end precedes the start", () => {
    expect(daysFrom(day("2026-08-18"), day("2026-08-17"))).toEqual([]);
    expect(daysFrom(day("2026-08-17"), day("2026-08-17"))).toEqual(["2026-08-17"]);
  });

  it("compares as text", () => {
    const [a, b] = ["2026-09-30", "2026-10-01"] as Day[] as [Day, Day];
    expect([earlierDay(a, b), earlierDay(b, a), laterDay(a, b), laterDay(b, a)]).toEqual([a, a, b, b]);
  });
});
