import { describe, expect, it } from "vitest";
import { changedCycle, countsOn, cycleOn, weekOfCycle } from "@/lib/assistants/rules";
import { addDays, day } from "@/lib/time/day";

const MONDAY = day("2026-12-14");
const whole = (weekday: number) => ({ weekday, startsAtMinute: 480, endsAtMinute: 1020 });

describe("a cycle of weeks", () => {
  it("is counted from its Monday across week 53, before it too", () => {
    const cycle = { weeks: 3, anchor: MONDAY };
    const weeks = [-8, -1, 0, 6, 7, 14, 21].map((days) => weekOfCycle(cycle, addDays(MONDAY, days)));
    expect(weeks).toEqual([2, 3, 1, 1, 2, 3, 1]);
  });

  it("begins in the week its first day lies in, and ends what was before the day before", () => {
    const before = [{ ...whole(1), validFrom: day("2000-01-01"), validTo: null }];
    const after = changedCycle(before, [[whole(1)], [whole(5)]], day("2026-12-16"));
    expect(after.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
      ["2000-01-01", "2026-12-15"],
      ["2026-12-16", null],
      ["2026-12-16", null],
    ]);
    const working = (on: string) => after.some((one) => one.weekday === 5 && countsOn(one, day(on)));
    expect([working("2026-12-18"), working("2026-12-25"), working("2027-01-01")]).toEqual([
      false,
      true,
      false,
    ]);
    expect(cycleOn(after, day("2026-12-28"))).toEqual({ weeks: [[whole(1)], [whole(5)]], week: 1 });
  });

  it("of one week is no cycle", () => {
    const after = changedCycle([], [[whole(1)]], MONDAY);
    expect(cycleOn(after, addDays(MONDAY, 30))).toEqual({ weeks: [[whole(1)]], week: 1 });
  });
});
