import { describe, expect, it } from "vitest";
import { type Recurrence, recurringDays } from "@/lib/calendars/rules-recurrence";
import { day } from "@/lib/time/day";

function days(
  start: string,
  overrides: Partial<Recurrence>,
  first = "2000-01-01",
  last = "2028-12-31",
): string[] | null {
  const rule: Recurrence = {
    frequency: "WEEKLY",
    interval: 1,
    count: null,
    until: null,
    days: [],
    monthDays: [],
    months: [],
    ...overrides,
  };
  return recurringDays(day(start), rule, day(first), day(last));
}

describe("recurring days", () => {
  it("go by days, and by weekdays of some weeks from Monday on", () => {
    expect(days("2026-12-30", { frequency: "DAILY", interval: 2, count: 3 })).toEqual([
      "2026-12-30",
      "2027-01-01",
      "2027-01-03",
    ]);
    const monAndFri = [1, 5].map((weekday) => ({ weekday, ordinal: null }));
    expect(days("2026-08-21", { interval: 2, days: monAndFri, count: 4 })).toEqual([
      "2026-08-21",
      "2026-08-31",
      "2026-09-04",
      "2026-09-14",
    ]);
  });

  it("go by the day of the month, leaving out months that lack it, and count from its end", () => {
    expect(days("2026-01-31", { frequency: "MONTHLY", count: 3 })).toEqual([
      "2026-01-31",
      "2026-03-31",
      "2026-05-31",
    ]);
    expect(days("2028-01-31", { frequency: "MONTHLY", monthDays: [-1], count: 3 })).toEqual([
      "2028-01-31",
      "2028-02-29",
      "2028-03-31",
    ]);
  });

  it("go by the second Tuesday and the last Friday", () => {
    const second = [{ weekday: 2, ordinal: 2 }];
    expect(days("2026-08-11", { frequency: "MONTHLY", days: second, count: 2 })?.[1]).toBe("2026-09-08");
    const last = [{ weekday: 5, ordinal: -1 }];
    expect(days("2026-08-28", { frequency: "MONTHLY", days: last, count: 2 })?.[1]).toBe("2026-09-25");
  });

  it("go by years, and 29 February only where there is one", () => {
    expect(days("2024-02-29", { frequency: "YEARLY" })).toEqual(["2024-02-29", "2028-02-29"]);
  });

  it("are found anew from any day on, unless they are counted from too long ago", () => {
    const biweekly = { interval: 2 };
    const all = days("2026-01-02", biweekly) ?? [];
    expect(days("2026-01-02", biweekly, "2027-06-01")).toEqual(all.filter((on) => on >= "2027-06-01"));
    expect(days("2026-01-02", { ...biweekly, count: 60 }, "2027-06-01")).toHaveLength(23);
    expect(days("2005-01-07", { count: 9_999 })).toBeNull();
  });

  it("end with the last day asked for, until and never come on days that are not", () => {
    expect(days("2026-08-21", { until: day("2026-09-04") })).toHaveLength(3);
    expect(days("2026-08-21", { frequency: "DAILY", months: [2], monthDays: [30] })).toEqual(["2026-08-21"]);
  });
});
