import { describe, expect, it } from "vitest";
import { dateOf, textOfDate } from "../../../components/ui/dates/date-value";
import { weekNumberOf } from "../../../components/ui/dates/week-number";
import { day } from "../../../lib/time/day";
import { isoWeekOf, weekNumber } from "../../../lib/time/iso-week";

function required(text: string) {
  const date = dateOf(text);
  if (!date) throw new Error(`no day: ${text}`);
  return date;
}

describe("the week of a day in a calendar", () => {
  it.each(["2026-01-01", "2026-12-31", "2027-01-03", "2027-01-04", "2024-12-30", "2025-12-29", "2026-08-17"])(
    "of %s is the one the rest of the program knows",
    (on) => {
      expect(weekNumberOf(required(on))).toBe(weekNumber(isoWeekOf(day(on))));
    },
  );
});

describe("a day between its text and a calendar", () => {
  it("goes there and back", () => {
    expect(textOfDate(dateOf("2026-08-17"))).toBe("2026-08-17");
  });
  it.each(["", "2026-02-30", "17/08/2026", "2026-8-17"])("is none of %j", (text) => {
    expect(dateOf(text)).toBeNull();
  });
  it("is empty until the year is written", () => {
    expect(textOfDate(required("2026-08-17").set({ year: 20 }))).toBe("");
  });
});
