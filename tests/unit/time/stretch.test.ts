import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "@/lib/time/day";
import { rangeOfIndexes } from "@/lib/time/half-day";
import { overlappingPairs } from "@/lib/time/interval";
import {
  doOverlap,
  intervalOf,
  joinedStretches,
  mostAtOnce,
  restFrom,
  type Stretch,
  sharedStretch,
  spanOfStretch,
  stretchOf,
  stretchOfHours,
  stretchOfSpan,
  wholeHalves,
  withoutStretch,
} from "@/lib/time/stretch";
import { makeStretch } from "../../support/factories/balances";

describe("a stretch", () => {
  it("says by its hours which halves it touches", () => {
    const hours = (startMinute: number, endMinute: number) =>
      stretchOf({ ...makeStretch("2026-08-17"), startMinute, endMinute });
    expect(hours(600, 720)).toMatchObject({ value: { fromPart: "am", toPart: "am" } });
    expect(hours(660, 780)).toMatchObject({ value: { fromPart: "am", toPart: "pm" } });
    expect(hours(720, 900)).toMatchObject({ value: { fromPart: "pm", toPart: "pm" } });
  });

  it.each([
    [{ from: "2026-08-18", to: "2026-08-17" }, "ends_before_start", "to"],
    [{ fromPart: "pm", toPart: "am" }, "ends_before_start", "to"],
    [{ startMinute: 600 }, "hours_incomplete", "endMinute"],
    [{ endMinute: 600 }, "hours_incomplete", "startMinute"],
    [{ startMinute: 600, endMinute: 600 }, "ends_before_start", "endMinute"],
    [{ startMinute: 600, endMinute: 660, to: "2026-08-18" }, "hours_within_one_day", "to"],
  ])("is refused when it cannot be: %j", (change, reason, path) => {
    const { from: start = "2026-08-17", to = "2026-08-17", ...rest } = change as Record<string, string>;
    expect(stretchOf(makeStretch(start, to, rest as object))).toMatchObject({ ok: false, reason, path });
  });

  it("overlaps to the minute", () => {
    const morning = makeStretch("2026-08-17", "2026-08-17", { toPart: "am" });
    const afternoon = makeStretch("2026-08-17", "2026-08-17", { fromPart: "pm" });
    const elevenToOne = makeStretch("2026-08-17", "2026-08-17", { startMinute: 660, endMinute: 780 });
    const tenToEleven = makeStretch("2026-08-17", "2026-08-17", { startMinute: 600, endMinute: 660 });
    expect(doOverlap(morning, afternoon)).toBe(false);
    expect(doOverlap(morning, elevenToOne)).toBe(true);
    expect(doOverlap(afternoon, elevenToOne)).toBe(true);
    expect(doOverlap(tenToEleven, elevenToOne)).toBe(false);
  });

  it("keeps what is around a cut, in half-days where they are whole", () => {
    const short = (stretch: Stretch) =>
      `${stretch.from.slice(8)}${stretch.fromPart}–${stretch.to.slice(8)}${stretch.toPart} ${stretch.startMinute}–${stretch.endMinute}`;
    const twoDays = makeStretch("2026-08-17", "2026-08-18");
    const hours = makeStretch("2026-08-17", "2026-08-17", {
      fromPart: "pm",
      startMinute: 840,
      endMinute: 900,
    });
    expect(withoutStretch(twoDays, hours).map(short)).toEqual([
      "17am–17am null–null",
      "17pm–17pm 720–840",
      "17pm–17pm 900–1440",
      "18am–18pm null–null",
    ]);
    expect(withoutStretch(hours, twoDays)).toEqual([]);
    expect(withoutStretch(twoDays, makeStretch("2026-08-19"))).toEqual([twoDays]);
  });

  it("counts how many are away at once", () => {
    const days = [
      makeStretch("2026-08-17"),
      makeStretch("2026-08-17", "2026-08-18"),
      makeStretch("2026-08-18"),
    ];
    expect(mostAtOnce(days, makeStretch("2026-08-10", "2026-08-30"))).toBe(2);
    expect(mostAtOnce(days, makeStretch("2026-08-19"))).toBe(0);
  });

  it("loses exactly the minutes of a cut", () => {
    const minutes = fc.integer({ min: 0, max: 1439 });
    const length = (stretch: Stretch) => intervalOf(stretch).end - intervalOf(stretch).start;
    fc.assert(
      fc.property(fc.nat(6), fc.nat(6), minutes, minutes, (from, days, a, b) => {
        const whole = makeStretch(addDays(day("2026-08-17"), 3), addDays(day("2026-08-17"), 3 + days));
        const on = addDays(day("2026-08-17"), from);
        const cut = stretchOf({
          ...makeStretch(on),
          startMinute: Math.min(a, b),
          endMinute: Math.max(a, b) + 1,
        });
        if (!cut.ok) throw new Error(cut.reason);
        const pieces = withoutStretch(whole, cut.value);
        const shared = doOverlap(whole, cut.value) ? length(cut.value) : 0;
        expect(pieces.reduce((sum, piece) => sum + length(piece), 0)).toBe(length(whole) - shared);
        for (const piece of pieces) expect(doOverlap(piece, cut.value)).toBe(false);
      }),
    );
  });

  it("has a rest from a day on", () => {
    const week = makeStretch("2026-08-17", "2026-08-21");
    expect(restFrom(week, { on: day("2026-08-19"), part: "pm" })).toMatchObject({
      from: "2026-08-19",
      fromPart: "pm",
    });
    expect(restFrom(week, { on: day("2026-08-10"), part: "am" })).toBe(week);
    expect(restFrom(week, { on: day("2026-08-22"), part: "am" })).toBeNull();
  });
});

const FIRST = 19_400;
const NOON = 720;

const someHalves = fc
  .tuple(fc.nat(12), fc.nat(6))
  .map(([first, more]) => wholeHalves(rangeOfIndexes(FIRST + first, FIRST + first + more)));
const someHours = fc
  .tuple(fc.nat(6), fc.nat(47), fc.integer({ min: 1, max: 48 }))
  .map(([on, start, halfHours]) =>
    stretchOfHours(addDays(day("2026-07-24"), on), {
      startMinute: start * 30,
      endMinute: Math.min(48, start + halfHours) * 30,
    }),
  );
const someStretch = fc.oneof(someHalves, someHours);

/** Every half-hour of some stretches, counted from the columns alone. */
function halfHoursIn(stretches: readonly Stretch[]): number[] {
  const found = new Set<number>();
  for (const { from, fromPart, to, toPart, startMinute, endMinute } of stretches) {
    for (let on = from; on <= to; on = addDays(on, 1)) {
      const midnight = Date.parse(`${on}T00:00:00Z`) / 1_800_000;
      const start = startMinute ?? (on === from && fromPart === "pm" ? NOON : 0);
      const end = endMinute ?? (on === to && toPart === "am" ? NOON : 2 * NOON);
      for (let minute = start; minute < end; minute += 30) found.add(midnight + minute / 30);
    }
  }
  return [...found].sort((a, b) => a - b);
}

describe("stretches, against the set of their half-hours", () => {
  it("share and lose what the sets share and lose", () => {
    fc.assert(
      fc.property(someStretch, someStretch, (a, b) => {
        const [inA, inB] = [halfHoursIn([a]), new Set(halfHoursIn([b]))];
        const shared = sharedStretch(a, b);
        expect(halfHoursIn(shared ? [shared] : [])).toEqual(inA.filter((one) => inB.has(one)));
        expect(halfHoursIn(withoutStretch(a, b))).toEqual(inA.filter((one) => !inB.has(one)));
        expect(doOverlap(a, b)).toBe(inA.some((one) => inB.has(one)));
      }),
      { numRuns: 500 },
    );
  });

  it("join into the same half-hours, in order, with a gap between any two that are not cut at noon", () => {
    fc.assert(
      fc.property(fc.array(someStretch, { maxLength: 6 }), (list) => {
        const joined = joinedStretches(list);
        expect(halfHoursIn(joined)).toEqual(halfHoursIn(list));
        const ends = joined.map(intervalOf);
        for (const [i, { end }] of ends.entries()) {
          const next = ends[i + 1]?.start ?? Number.POSITIVE_INFINITY;
          expect(end < next || (end === next && end % NOON === 0)).toBe(true);
        }
      }),
    );
  });

  it("come out of every operation legal", () => {
    fc.assert(
      fc.property(someStretch, someStretch, (a, b) => {
        const shared = sharedStretch(a, b);
        for (const one of [...withoutStretch(a, b), ...(shared ? [shared] : []), ...joinedStretches([a, b])])
          expect(stretchOf(one)).toEqual({ ok: true, value: one });
      }),
    );
  });

  it("rest from a half-day on as the set does", () => {
    fc.assert(
      fc.property(someStretch, fc.nat(16), (a, later) => {
        const { from: on, fromPart: part } = rangeOfIndexes(FIRST + later, FIRST + later);
        const rest = restFrom(a, { on, part });
        const [start = 0] = halfHoursIn([wholeHalves({ from: on, fromPart: part, to: on, toPart: part })]);
        expect(halfHoursIn(rest ? [rest] : [])).toEqual(halfHoursIn([a]).filter((one) => one >= start));
      }),
    );
  });

  it("survive the way to the grid and back", () => {
    fc.assert(
      fc.property(someStretch, (a) => {
        expect(stretchOfSpan(spanOfStretch(a))).toEqual(a);
      }),
    );
  });
});

describe("intervals that overlap", () => {
  it("are found: every one that shares a number with an earlier one is in a pair", () => {
    const some = fc
      .tuple(fc.nat(30), fc.integer({ min: 1, max: 10 }))
      .map(([start, length]) => ({ start, end: start + length }));
    fc.assert(
      fc.property(fc.array(some, { maxLength: 8 }), (list) => {
        const pairs = overlappingPairs(list);
        for (const [a, b] of pairs) expect(a.start < b.end && b.start < a.end).toBe(true);
        const clashing = list.some((a, i) =>
          list.slice(i + 1).some((b) => a.start < b.end && b.start < a.end),
        );
        expect(pairs.length > 0).toBe(clashing);
      }),
    );
  });
});

describe("cutting half-days out of half-days", () => {
  const range = (from: string, fromPart: "am" | "pm", to: string, toPart: "am" | "pm") =>
    wholeHalves({ from: day(from), fromPart, to: day(to), toPart });
  const week = range("2026-08-17", "am", "2026-08-21", "pm");

  it("leaves a piece before and one after", () => {
    expect(withoutStretch(week, range("2026-08-18", "pm", "2026-08-19", "am"))).toEqual([
      range("2026-08-17", "am", "2026-08-18", "am"),
      range("2026-08-19", "pm", "2026-08-21", "pm"),
    ]);
  });

  it("leaves nothing of what lies inside the cut, and all of what the cut does not touch", () => {
    expect(withoutStretch(week, range("2026-08-01", "am", "2026-08-31", "pm"))).toEqual([]);
    expect(withoutStretch(week, week)).toEqual([]);
    expect(withoutStretch(week, range("2026-08-22", "am", "2026-08-23", "pm"))).toEqual([week]);
  });

  it("keeps the other half of a day", () => {
    const monday = range("2026-08-17", "am", "2026-08-17", "pm");
    expect(withoutStretch(monday, range("2026-08-17", "pm", "2026-08-17", "pm"))).toEqual([
      range("2026-08-17", "am", "2026-08-17", "am"),
    ]);
  });

  it("shares nothing where two only meet at noon, else the later start to the earlier end", () => {
    const morning = range("2026-08-17", "am", "2026-08-17", "am");
    expect(sharedStretch(morning, range("2026-08-17", "pm", "2026-08-17", "pm"))).toBeNull();
    expect(sharedStretch(week, range("2026-08-20", "pm", "2026-08-25", "am"))).toEqual(
      range("2026-08-20", "pm", "2026-08-21", "pm"),
    );
  });
});
