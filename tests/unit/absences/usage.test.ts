import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shareOfYear, usedBetween, usesOf } from "@/lib/absences/balances/rules-usage";
import { leaveStretchOf, refusalOfUnit, unitOf } from "@/lib/absences/requests/rules-stretch";
import { addDays, day } from "@/lib/time/day";
import { makeCalendar, makeStretch } from "@/tests/support/factories/balances";
import { makeHours } from "@/tests/support/factories/coverage";

function amountOf(
  stretch: Parameters<typeof usesOf>[0],
  calendar = makeCalendar(),
  measure: "days" | "minutes" = "days",
) {
  return usesOf(stretch, calendar, measure).reduce((sum, use) => sum + use.amount, 0);
}

const from = day("2000-01-01");

describe("a stretch of leave", () => {
  it("is refused where it is finer than its type", () => {
    const half = makeStretch("2026-08-17", "2026-08-18", { toPart: "am" });
    const hours = makeStretch("2026-08-17", "2026-08-17", { startMinute: 600, endMinute: 660 });
    expect([unitOf(makeStretch("2026-08-17")), unitOf(half), unitOf(hours)]).toEqual(["day", "half", "hour"]);
    expect(refusalOfUnit("day", half)).toMatchObject({ reason: "whole_days_only", path: "toPart" });
    expect(refusalOfUnit("day", hours)).toMatchObject({ reason: "whole_days_only" });
    expect(refusalOfUnit("half", hours)).toMatchObject({ reason: "half_days_only" });
    expect(refusalOfUnit("half", half)).toBeNull();
    expect(refusalOfUnit("hour", hours)).toBeNull();
  });

  it("is refused when it is longer than three years", () => {
    expect(leaveStretchOf(makeStretch("2026-08-17", "2036-08-18"))).toMatchObject({
      ok: false,
      reason: "absence_too_long",
      path: "to",
    });
    expect(leaveStretchOf(makeStretch("2026-08-17", "2029-08-17"))).toMatchObject({ ok: true });
  });
});

describe("what leave takes", () => {
  it("is five days for a week, a half for each half, and nothing for a weekend", () => {
    expect(amountOf(makeStretch("2026-08-17", "2026-08-23"))).toBe(500);
    expect(amountOf(makeStretch("2026-08-17", "2026-08-17", { toPart: "am" }))).toBe(50);
    expect(amountOf(makeStretch("2026-08-17", "2026-08-18", { fromPart: "pm", toPart: "am" }))).toBe(100);
    expect(amountOf(makeStretch("2026-08-22", "2026-08-23"))).toBe(0);
  });

  it("leaves out days off and days that are not worked", () => {
    const daysOff = new Set([day("2026-12-25")]);
    expect(amountOf(makeStretch("2026-12-21", "2026-12-27"), makeCalendar({ daysOff }))).toBe(400);
    const partTime = makeCalendar({ hours: [...makeHours([1, 2, 3]), ...makeHours([4], 480, 720)] });
    expect(amountOf(makeStretch("2026-08-17", "2026-08-23"), partTime)).toBe(350);
  });

  it("follows a change of hours in the middle", () => {
    const hours = [
      ...makeHours().map((h) => ({ ...h, validTo: day("2026-08-23") })),
      ...makeHours([1, 2]).map((h) => ({ ...h, validFrom: day("2026-08-24") })),
    ];
    expect(amountOf(makeStretch("2026-08-17", "2026-08-30"), makeCalendar({ hours }))).toBe(700);
  });

  it("counts hours as their share of that day's, lunch and free time left out", () => {
    const hours = (startMinute: number, endMinute: number) =>
      makeStretch("2026-08-17", "2026-08-17", { startMinute, endMinute });
    expect(amountOf(hours(480, 600))).toBe(25);
    expect(amountOf(hours(660, 840))).toBe(25);
    expect(amountOf(hours(0, 1440))).toBe(100);
    expect(amountOf(hours(1020, 1200))).toBe(0);
    expect(amountOf(hours(480, 600), makeCalendar(), "minutes")).toBe(120);
    expect(amountOf(makeStretch("2026-08-17"), makeCalendar(), "minutes")).toBe(480);
  });

  it("takes nothing before the first day of work and after the last", () => {
    const calendar = makeCalendar({ hiredOn: day("2026-08-19"), leavesOn: day("2026-08-20") });
    expect(usesOf(makeStretch("2026-08-17", "2026-08-21"), calendar, "days").map((use) => use.on)).toEqual([
      "2026-08-19",
      "2026-08-20",
    ]);
  });

  it("knows 29 February and the days the clocks change", () => {
    expect(amountOf(makeStretch("2028-02-28", "2028-03-01"))).toBe(300);
    expect(amountOf(makeStretch("2026-03-27", "2026-03-30"))).toBe(200);
    expect(amountOf(makeStretch("2026-10-23", "2026-10-26"))).toBe(200);
  });

  it("is the same in two pieces as in one, wherever it is cut", () => {
    const some = fc.record({
      start: fc.integer({ min: 0, max: 800 }),
      first: fc.nat(40),
      second: fc.nat(40),
    });
    const calendar = makeCalendar({ hours: makeHours([1, 2, 4, 5]), daysOff: new Set([day("2026-12-25")]) });
    fc.assert(
      fc.property(
        some,
        fc.constantFrom("days" as const, "minutes" as const),
        ({ start, first, second }, measure) => {
          const [a, b] = [addDays(day("2026-01-01"), start), addDays(day("2026-01-01"), start + first)];
          const c = addDays(b, second + 1);
          const whole = amountOf(makeStretch(a, c), calendar, measure);
          const early = amountOf(makeStretch(a, b, { toPart: "am" }), calendar, measure);
          const late = amountOf(makeStretch(b, c, { fromPart: "pm" }), calendar, measure);
          expect(early + late).toBe(whole);
          const uses = usesOf(makeStretch(a, c), calendar, measure);
          const years = [2026, 2027, 2028].map((year) =>
            usedBetween(uses, day(`${year}-01-01`), day(`${year}-12-31`)),
          );
          expect(years.reduce((sum, n) => sum + n, 0)).toBe(whole);
        },
      ),
    );
  });
});

describe("the share of a year", () => {
  const share = (overrides: object, to = "2026-12-31") =>
    shareOfYear({ ...makeCalendar(), ...overrides }, day("2026-01-01"), day(to));

  it("is whole for a full week all year, and three fifths for three days a week", () => {
    expect(share({})).toBe(1);
    expect(share({ hours: makeHours([1, 2, 3]) })).toBeCloseTo(0.6);
    expect(share({ hours: makeHours([1, 2, 3, 4, 5], 480, 720) })).toBeCloseTo(0.5);
    expect(share({ hours: makeHours([1, 2, 3, 4, 5, 6, 7]) })).toBe(1);
  });

  it("counts the days of whoever joins or leaves in the year", () => {
    expect(share({ hiredOn: day("2026-07-02") })).toBeCloseTo(183 / 365);
    expect(share({ leavesOn: day("2026-01-31") })).toBeCloseTo(31 / 365);
    expect(share({ hiredOn: day("2027-01-01") })).toBe(0);
    expect(share({}, "2026-01-31")).toBeCloseTo(31 / 365);
  });

  it("weighs a change of hours by its days", () => {
    const hours = [
      ...makeHours().map((h) => ({ ...h, validFrom: from, validTo: day("2026-06-30") })),
      ...makeHours([1, 2]).map((h) => ({ ...h, validFrom: day("2026-07-01") })),
    ];
    expect(share({ hours })).toBeCloseTo((181 + 184 * 0.4) / 365);
  });
});
