import fc from "fast-check";
import type { WorkCalendar } from "@/lib/availability/rules";
import { addDays, day } from "@/lib/time/day";
import { rangeOfIndexes } from "@/lib/time/half-day";
import { type Stretch, spanOfStretch, stretchOfHours, wholeHalves } from "@/lib/time/stretch";

const MONDAY = day("2026-08-17");
const { first: FIRST } = spanOfStretch(
  wholeHalves({ from: MONDAY, fromPart: "am", to: MONDAY, toPart: "am" }),
);

const someWeek = (validFrom: number, validTo: number | null) =>
  fc
    .uniqueArray(
      fc.record({
        weekday: fc.integer({ min: 1, max: 7 }),
        start: fc.integer({ min: 0, max: 90 }),
        quarters: fc.integer({ min: 1, max: 48 }),
      }),
      { selector: ({ weekday }) => weekday, maxLength: 7 },
    )
    .map((days) =>
      days.map(({ weekday, start, quarters }) => ({
        weekday,
        startsAtMinute: start * 15,
        endsAtMinute: Math.min(96, start + quarters) * 15,
        validFrom: addDays(MONDAY, validFrom),
        validTo: validTo === null ? null : addDays(MONDAY, validTo),
      })),
    );

const someDay = fc.integer({ min: -2, max: 16 }).map((later) => addDays(MONDAY, later));

/** Any two weeks of hours, the second from the next Monday on, with days off, hiring and leaving somewhere near. */
export const someCalendar: fc.Arbitrary<WorkCalendar> = fc.record({
  hours: fc.tuple(someWeek(-400, 6), someWeek(7, null)).map((weeks) => weeks.flat()),
  daysOff: fc.array(someDay, { maxLength: 3 }).map((days) => new Set(days)),
  hiredOn: fc.option(someDay),
  leavesOn: fc.option(someDay),
});

/** Any stretch of half-days or of hours in the same two weeks. */
export const someStretch: fc.Arbitrary<Stretch> = fc.oneof(
  fc
    .tuple(fc.nat(27), fc.nat(12))
    .map(([first, more]) => wholeHalves(rangeOfIndexes(FIRST + first, FIRST + first + more))),
  fc.tuple(fc.nat(13), fc.nat(95), fc.integer({ min: 1, max: 60 })).map(([on, start, quarters]) =>
    stretchOfHours(addDays(MONDAY, on), {
      startMinute: start * 15,
      endMinute: Math.min(96, start + quarters) * 15,
    }),
  ),
);
