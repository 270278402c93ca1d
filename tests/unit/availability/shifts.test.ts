import { describe, expect, it } from "vitest";
import {
  hoursElsewhereIn,
  type WorkCalendar,
  weekdayHoursOn,
  workedHoursIn,
  workedHoursOn,
  workedMinutesIn,
} from "@/lib/availability/rules";
import { day } from "@/lib/time/day";

const MONDAY = day("2026-08-17");
const TUESDAY = day("2026-08-18");
const hours = (startMinute: number, endMinute: number) => ({ startMinute, endMinute });

function calendar(pieces: [number, number, boolean][], overrides: Partial<WorkCalendar> = {}): WorkCalendar {
  return {
    hours: [1, 2].map((weekday) => ({
      ...{ weekday, startsAtMinute: 480, endsAtMinute: 1020, validFrom: day("2000-01-01"), validTo: null },
    })),
    shifts: {
      [MONDAY]: pieces.map(([from, to, isWithExecutives]) => ({ ...hours(from, to), isWithExecutives })),
    },
    hiredOn: null,
    leavesOn: null,
    daysOff: new Set(),
    ...overrides,
  };
}

describe("published shifts", () => {
  it("count before the hours of their day, and of no other", () => {
    const shifted = calendar([[600, 840, true]]);
    expect(weekdayHoursOn(shifted, MONDAY)).toEqual({ weekday: 1, startsAtMinute: 600, endsAtMinute: 840 });
    expect(workedHoursIn(shifted, { on: MONDAY, part: "am" })).toEqual(hours(600, 720));
    expect(workedHoursIn(shifted, { on: TUESDAY, part: "am" })).toEqual(hours(480, 720));
  });

  it("make a day off of a day that is there without any", () => {
    expect(weekdayHoursOn(calendar([]), MONDAY)).toBeNull();
    expect(workedMinutesIn(calendar([]), { on: MONDAY, part: "am" })).toBe(0);
  });

  it("are worked on a day off of the pool, and not before hiring", () => {
    const shifted = calendar([[480, 720, true]], { daysOff: new Set([MONDAY]) });
    expect(workedMinutesIn(shifted, { on: MONDAY, part: "am" })).toBe(240);
    const later = calendar([[480, 720, true]], { hiredOn: TUESDAY });
    expect(workedMinutesIn(later, { on: MONDAY, part: "am" })).toBe(0);
  });

  it("leave out the time between two of them", () => {
    const shifted = calendar([
      [480, 540, true],
      [660, 720, true],
    ]);
    expect(workedMinutesIn(shifted, { on: MONDAY, part: "am" })).toBe(120);
    expect(workedHoursOn(shifted, MONDAY)).toEqual([hours(480, 540), hours(660, 720)]);
    expect(hoursElsewhereIn(shifted, { on: MONDAY, part: "am" })).toEqual([hours(540, 660)]);
  });

  it("say which hours are worked away from executives", () => {
    const shifted = calendar([
      [480, 600, true],
      [600, 660, false],
      [660, 1020, true],
    ]);
    expect(hoursElsewhereIn(shifted, { on: MONDAY, part: "am" })).toEqual([hours(600, 660)]);
    expect(hoursElsewhereIn(shifted, { on: MONDAY, part: "pm" })).toEqual([]);
    expect(workedMinutesIn(shifted, { on: MONDAY, part: "am" })).toBe(240);
  });
});
