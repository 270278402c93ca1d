import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Hours,
  hoursOfPart,
  hoursText,
  isWithin,
  joinedHours,
  minutesOf,
  sharedHours,
  withoutHours,
  workedHours,
} from "@/lib/time/hours";

const TEN_TO_NOON = { startMinute: 600, endMinute: 720 };

const hours: fc.Arbitrary<Hours> = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 300 }))
  .map(([startMinute, minutes]) => ({ startMinute, endMinute: Math.min(1440, startMinute + minutes) }));

function minutesIn(list: readonly Hours[]): Set<number> {
  return new Set(
    list.flatMap((one) =>
      Array.from({ length: one.endMinute - one.startMinute }, (_, i) => one.startMinute + i),
    ),
  );
}

describe("hours of a day", () => {
  it("are read on a 24-hour clock", () => {
    expect(hoursText({ startMinute: 545, endMinute: 720 })).toBe("09:05–12:00");
  });

  it.each([
    [480, 1020, { startMinute: 480, endMinute: 720 }, { startMinute: 780, endMinute: 1020 }],
    [720, 780, null, null],
    [700, 790, { startMinute: 700, endMinute: 720 }, { startMinute: 780, endMinute: 790 }],
    [800, 900, null, { startMinute: 800, endMinute: 900 }],
  ])("from %i to %i fall into the halves of the day without lunch", (starts, ends, am, pm) => {
    const week = { startsAtMinute: starts, endsAtMinute: ends };
    expect([workedHours(week, "am"), workedHours(week, "pm")]).toEqual([am, pm]);
  });

  it("share what lies in both, and leave what lies outside", () => {
    expect(sharedHours(TEN_TO_NOON, { startMinute: 660, endMinute: 800 })).toEqual({
      startMinute: 660,
      endMinute: 720,
    });
    expect(sharedHours(TEN_TO_NOON, { startMinute: 720, endMinute: 800 })).toBeNull();
    expect(withoutHours(hoursOfPart("am"), TEN_TO_NOON)).toEqual([{ startMinute: 0, endMinute: 600 }]);
    expect(isWithin(TEN_TO_NOON, hoursOfPart("am"))).toBe(true);
    expect(isWithin(hoursOfPart("pm"), TEN_TO_NOON)).toBe(false);
  });

  it("add up minute by minute, whatever overlaps", () => {
    fc.assert(
      fc.property(fc.array(hours, { maxLength: 5 }), hours, (list, cut) => {
        expect(minutesOf(list)).toBe(minutesIn(list).size);
        expect(minutesIn(joinedHours(list))).toEqual(minutesIn(list));
        const left = list.flatMap((one) => withoutHours(one, cut));
        const gone = minutesIn([cut]);
        expect(minutesIn(left)).toEqual(new Set([...minutesIn(list)].filter((m) => !gone.has(m))));
      }),
    );
  });
});
