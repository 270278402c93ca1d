import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, day, weekdayOf } from "@/lib/time/day";
import { IsoWeekInput } from "@/lib/time/inputs";
import { addWeeks, type IsoWeek, isIsoWeek, isoWeekOf, mondayOf, weekNumber } from "@/lib/time/iso-week";

const week = (text: string) => text as IsoWeek;
const anyDay = fc.integer({ min: 0, max: 36_000 }).map((days) => addDays(day("2000-01-03"), days));

describe("an ISO week", () => {
  it.each([
    ["2026-W01", "2025-12-29"],
    ["2026-W34", "2026-08-17"],
    ["2020-W53", "2020-12-28"],
    ["2026-W53", "2026-12-28"],
    ["2027-W01", "2027-01-04"],
    ["2021-W01", "2021-01-04"],
    ["2024-W01", "2024-01-01"],
  ])("%s begins on Monday %s", (text, monday) => {
    expect(isIsoWeek(text)).toBe(true);
    expect(mondayOf(week(text))).toBe(monday);
  });

  it.each([
    ["2021-01-03", "2020-W53"],
    ["2021-01-04", "2021-W01"],
    ["2024-12-30", "2025-W01"],
    ["2027-01-01", "2026-W53"],
    ["2027-01-03", "2026-W53"],
    ["2025-12-28", "2025-W52"],
    ["2025-12-29", "2026-W01"],
  ])("of %s is %s", (on, text) => {
    expect(isoWeekOf(day(on))).toBe(text);
  });

  it("is known for the first and the last day there is", () => {
    expect(isoWeekOf(day("2000-01-01"))).toBe("1999-W52");
    expect(isoWeekOf(day("2100-12-31"))).toBe("2100-W52");
  });

  it.each(["2025-W53", "2026-W00", "2026-W54", "2026-W1", "2026-34", "1999-W10", "", "2026-W34 "])(
    "is never %j",
    (text) => {
      expect(isIsoWeek(text)).toBe(false);
      expect(IsoWeekInput.safeParse(text).error?.issues[0]?.message).toBe("not_a_week");
    },
  );

  it("holds each of its days from Monday to Sunday, and 4 January is in week 1", () => {
    fc.assert(
      fc.property(anyDay, (on: Day) => {
        const monday = mondayOf(isoWeekOf(on));
        expect(monday).toBe(addDays(on, 1 - weekdayOf(on)));
      }),
    );
    for (let year = 2000; year < 2100; year++) expect(isoWeekOf(day(`${year}-01-04`))).toBe(`${year}-W01`);
  });

  it("steps over the edge of a year", () => {
    expect(addWeeks(week("2020-W53"), 1)).toBe("2021-W01");
    expect(addWeeks(week("2027-W01"), -1)).toBe("2026-W53");
    expect(addWeeks(week("2026-W52"), 2)).toBe("2027-W01");
    expect(weekNumber(week("2026-W05"))).toBe(5);
  });
});
