import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "@/lib/time/day";
import {
  type HalfDayRange,
  rangeIndexes,
  rangeOfIndexes,
  sharedRange,
  withoutRange,
} from "@/lib/time/half-day";

function range(from: string, fromPart: "am" | "pm", to: string, toPart: "am" | "pm"): HalfDayRange {
  return { from: day(from), fromPart, to: day(to), toPart };
}

const week = range("2026-08-17", "am", "2026-08-21", "pm");

describe("cutting a range out of another", () => {
  it("leaves a piece before and one after", () => {
    expect(withoutRange(week, range("2026-08-18", "pm", "2026-08-19", "am"))).toEqual([
      range("2026-08-17", "am", "2026-08-18", "am"),
      range("2026-08-19", "pm", "2026-08-21", "pm"),
    ]);
  });

  it("leaves nothing of what lies inside the cut", () => {
    expect(withoutRange(week, range("2026-08-01", "am", "2026-08-31", "pm"))).toEqual([]);
    expect(withoutRange(week, week)).toEqual([]);
  });

  it("leaves all of what the cut does not touch", () => {
    expect(withoutRange(week, range("2026-08-22", "am", "2026-08-23", "pm"))).toEqual([week]);
  });

  it("keeps the other half of a day", () => {
    const monday = range("2026-08-17", "am", "2026-08-17", "pm");
    expect(withoutRange(monday, range("2026-08-17", "pm", "2026-08-17", "pm"))).toEqual([
      range("2026-08-17", "am", "2026-08-17", "am"),
    ]);
  });

  it("never loses, doubles or invents a half-day", () => {
    const stretch = fc
      .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 }))
      .map(([first, length]) => rangeOfIndexes(first, first + length));
    fc.assert(
      fc.property(stretch, stretch, (whole, cut) => {
        const gone = sharedRange(whole, cut);
        const parts = [...withoutRange(whole, cut), ...(gone ? [gone] : [])];
        expect(parts.flatMap(indexesOf).sort((a, b) => a - b)).toEqual(indexesOf(whole));
      }),
    );
  });
});

function indexesOf(stretch: HalfDayRange): number[] {
  const { first, last } = rangeIndexes(stretch);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

describe("what two ranges share", () => {
  it("is null when they only meet at noon", () => {
    const morning = range("2026-08-17", "am", "2026-08-17", "am");
    const afternoon = range("2026-08-17", "pm", "2026-08-17", "pm");
    expect(sharedRange(morning, afternoon)).toBeNull();
  });

  it("is the later start to the earlier end", () => {
    expect(sharedRange(week, range("2026-08-20", "pm", "2026-08-25", "am"))).toEqual(
      range("2026-08-20", "pm", "2026-08-21", "pm"),
    );
  });
});
