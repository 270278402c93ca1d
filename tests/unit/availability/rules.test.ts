import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  hasWorkingTime,
  isWorkedMinute,
  type WorkCalendar,
  weekdayHoursOn,
  workedHoursIn,
  workedHoursOn,
  workedMinutes,
  workedMinutesIn,
} from "@/lib/availability/rules";
import { addDays, day, daysFrom } from "@/lib/time/day";
import { DAY_PARTS } from "@/lib/time/half-day";
import { type Stretch, stretchOfHours } from "@/lib/time/stretch";
import { someCalendar, someStretch } from "@/tests/support/availability";
import { makeCalendar, makeStretch } from "../../support/factories/balances";
import { makeHours } from "../../support/factories/coverage";

const MONDAY = day("2026-08-17");

/** Minutes of a stretch that the patterns give, counted minute by minute from the columns alone. */
function countMinutes({ hours, daysOff, hiredOn, leavesOn }: WorkCalendar, stretch: Stretch): number {
  let count = 0;
  for (let on = stretch.from; on <= stretch.to; on = addDays(on, 1)) {
    const weekday = new Date(`${on}T12:00:00Z`).getUTCDay() || 7;
    const pattern = hours.find(
      (one) => one.weekday === weekday && one.validFrom <= on && (one.validTo ?? "9999") >= on,
    );
    if (!pattern || daysOff.has(on) || on < (hiredOn ?? "") || on > (leavesOn ?? "9999")) continue;
    for (let minute = pattern.startsAtMinute; minute < pattern.endsAtMinute; minute++) {
      const isLunch = minute >= 720 && minute < 780;
      const isBefore = on === stretch.from && stretch.fromPart === "pm" && minute < 720;
      const isAfter = on === stretch.to && stretch.toPart === "am" && minute >= 720;
      const isOutside = minute < (stretch.startMinute ?? 0) || minute >= (stretch.endMinute ?? 1440);
      if (!isLunch && !isBefore && !isAfter && !isOutside) count++;
    }
  }
  return count;
}

describe("when a person works", () => {
  it("is the week in force on the day, lunch left out", () => {
    const calendar = makeCalendar({ hours: makeHours([1], 480, 1020) });
    expect(workedHoursOn(calendar, MONDAY)).toEqual([
      { startMinute: 480, endMinute: 720 },
      { startMinute: 780, endMinute: 1020 },
    ]);
    expect(workedHoursIn(calendar, { on: MONDAY, part: "pm" })).toEqual({
      startMinute: 780,
      endMinute: 1020,
    });
    expect(weekdayHoursOn(calendar, MONDAY)).toMatchObject({ startsAtMinute: 480, endsAtMinute: 1020 });
    expect(workedHoursOn(calendar, addDays(MONDAY, 1))).toEqual([]);
  });

  it("is at no minute of lunch, and at none outside the hours", () => {
    const at = (minute: number) => isWorkedMinute(makeCalendar(), MONDAY, minute);
    expect([479, 480, 719, 720, 779, 780, 1019, 1020].map(at)).toEqual([
      false,
      true,
      true,
      false,
      false,
      true,
      true,
      false,
    ]);
  });

  it("is never on a day off, before hiring or after leaving", () => {
    const of = (overrides: Partial<WorkCalendar>) => workedHoursOn(makeCalendar(overrides), MONDAY).length;
    expect(of({ daysOff: new Set([MONDAY]) })).toBe(0);
    expect(of({ hiredOn: addDays(MONDAY, 1) })).toBe(0);
    expect(of({ hiredOn: MONDAY, leavesOn: MONDAY })).toBe(2);
    expect(of({ leavesOn: addDays(MONDAY, -1) })).toBe(0);
  });

  it("adds up to the minutes counted one by one, in any stretch and with any pattern", () => {
    fc.assert(
      fc.property(someCalendar, someStretch, (calendar, stretch) => {
        const minutes = workedMinutes(calendar, stretch);
        expect(minutes).toBe(countMinutes(calendar, stretch));
        expect(hasWorkingTime(calendar, stretch)).toBe(minutes > 0);
      }),
    );
  });

  it("is the sum of its half-days", () => {
    fc.assert(
      fc.property(someCalendar, (calendar) => {
        const to = addDays(MONDAY, 13);
        const parts = daysFrom(MONDAY, to).flatMap((on) => DAY_PARTS.map((part) => ({ on, part })));
        const sum = parts.reduce((total, at) => total + workedMinutesIn(calendar, at), 0);
        expect(workedMinutes(calendar, makeStretch(MONDAY, to))).toBe(sum);
      }),
    );
  });
});

describe("a stretch without working time", () => {
  it.each([
    ["a weekend", makeStretch("2026-08-22", "2026-08-23")],
    ["lunch", stretchOfHours(MONDAY, { startMinute: 720, endMinute: 780 })],
    ["before hours", stretchOfHours(MONDAY, { startMinute: 360, endMinute: 420 })],
    ["after hours", stretchOfHours(MONDAY, { startMinute: 1020, endMinute: 1380 })],
    ["a day off", makeStretch("2026-08-24")],
  ])("is %s", (_, stretch) => {
    expect(hasWorkingTime(makeCalendar({ daysOff: new Set([day("2026-08-24")]) }), stretch)).toBe(false);
  });

  it("is none that touches a quarter of an hour of work", () => {
    expect(
      hasWorkingTime(makeCalendar(), stretchOfHours(MONDAY, { startMinute: 1005, endMinute: 1380 })),
    ).toBe(true);
  });
});
