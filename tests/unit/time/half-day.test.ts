import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "@/lib/time/day";
import {
  type HalfDayRange,
  halfDayAt,
  halfDayIndex,
  halfDaysFrom,
  isForward,
  rangeIndexes,
  rangeOfIndexes,
} from "@/lib/time/half-day";
import { minutesInPart } from "@/lib/time/hours";

describe("a half-day's index", () => {
  it("counts from the morning of 1 January 2000", () => {
    expect(halfDayIndex(day("2000-01-01"), "am")).toBe(0);
    expect(halfDayIndex(day("2000-01-01"), "pm")).toBe(1);
    expect(halfDayIndex(day("2026-08-17"), "am")).toBe(19_450);
  });

  it("leads back to the half-day", () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 73_000 }), (index) => {
        const { on, part } = halfDayAt(index);
        expect(halfDayIndex(on, part)).toBe(index);
      }),
    );
  });

  it("orders half-days as the clock does", () => {
    const indexes = halfDaysFrom(day("2026-02-27"), day("2026-03-02")).map((at) =>
      halfDayIndex(at.on, at.part),
    );
    expect(indexes).toEqual(Array.from({ length: 8 }, (_, i) => (indexes[0] ?? 0) + i));
  });
});

describe("a range of half-days", () => {
  const range = (from: string, fromPart: "am" | "pm", to: string, toPart: "am" | "pm"): HalfDayRange => ({
    from: day(from),
    fromPart,
    to: day(to),
    toPart,
  });

  it("goes forward when it ends no earlier than it starts", () => {
    expect(isForward(range("2026-08-17", "am", "2026-08-17", "am"))).toBe(true);
    expect(isForward(range("2026-08-17", "pm", "2026-08-17", "am"))).toBe(false);
    expect(isForward(range("2026-08-18", "am", "2026-08-17", "pm"))).toBe(false);
  });

  it("survives the way to indexes and back", () => {
    const stretch = range("2026-12-31", "pm", addDays(day("2026-12-31"), 1), "am");
    const { first, last } = rangeIndexes(stretch);
    expect(last - first).toBe(1);
    expect(rangeOfIndexes(first, last)).toEqual(stretch);
  });
});

describe("the minutes of a half-day", () => {
  it.each([
    [480, 1020, 240, 240],
    [480, 720, 240, 0],
    [480, 750, 240, 0],
    [780, 1020, 0, 240],
    [750, 1020, 0, 240],
    [720, 780, 0, 0],
    [700, 790, 20, 10],
    [0, 1440, 720, 660],
  ])("from %i to %i are %i before noon and %i after lunch", (startsAtMinute, endsAtMinute, am, pm) => {
    const hours = { startsAtMinute, endsAtMinute };
    expect([minutesInPart(hours, "am"), minutesInPart(hours, "pm")]).toEqual([am, pm]);
  });
});
