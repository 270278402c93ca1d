import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { usedBetween, usesOf } from "@/lib/absences/balances/rules-usage";
import { type AwaySpan, approvedShares, daysByMonth } from "@/lib/absences/wallchart/rules";
import { day, daysFrom } from "@/lib/time/day";
import { halfDayIndex } from "@/lib/time/half-day";
import { type Stretch, spanOfStretch } from "@/lib/time/stretch";
import { someCalendar, someStretch } from "@/tests/support/availability";

const DAYS = daysFrom(day("2026-08-01"), day("2026-08-31"));
const [FROM, TO] = [day("2026-08-01"), day("2026-08-31")];

function spanOf(stretch: Stretch): AwaySpan {
  const { first, last, window } = spanOfStretch(stretch);
  const origin = halfDayIndex(FROM, "am");
  const [start, end] = window ? [window.startMinute, window.endMinute] : [null, null];
  return [first - origin, last - origin, "vacation", "approved", start, end];
}

describe("the wallchart and the balance", () => {
  it("count the same days for the same leave, whatever the hours and the stretch", () => {
    fc.assert(
      fc.property(someCalendar, someStretch, (calendar, stretch) => {
        const [shown] = daysByMonth(approvedShares(calendar, [spanOf(stretch)], DAYS), DAYS);
        const taken = usedBetween(usesOf(stretch, calendar, "days"), FROM, TO);
        expect(Math.round((shown ?? 0) * 100)).toBe(taken);
      }),
    );
  });

  it("count a morning of an eight-to-five day as half a day, lunch left out", () => {
    const hours = [1, 2, 3, 4, 5].map((weekday) => ({
      weekday,
      startsAtMinute: 480,
      endsAtMinute: 1020,
      validFrom: day("2026-01-01"),
      validTo: null,
    }));
    const calendar = { hours, daysOff: new Set<never>(), hiredOn: null, leavesOn: null };
    const shares = approvedShares(calendar, [[32, 32, "vacation", "approved", 480, 720]], DAYS);
    expect([...shares]).toEqual([[16, 0.5]]);
  });
});
