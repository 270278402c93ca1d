import { describe, expect, it } from "vitest";
import { day } from "@/lib/time/day";
import { outcomeOf } from "@/lib/training/attendance/rules";
import { choicesWithin, gapsWithin } from "@/lib/training/enrolments/rules-booking";
import { inLine, wayUp } from "@/lib/training/enrolments/rules-waiting";
import { evaluatedUntil, summaryOf } from "@/lib/training/evaluations/rules";
import { beginsAt, datesInOrder, hasBegun, stretchOfDate } from "@/lib/training/sessions/rules";

const TODAY = day("2026-08-24");
const hours = (on: string, startMinute = 540, endMinute = 720) => ({ on: day(on), startMinute, endMinute });

describe("the dates of a session", () => {
  it("are put in order, and refused where two overlap or one ends before it starts", () => {
    const [first, second] = [hours("2026-08-25"), hours("2026-08-26")];
    expect(datesInOrder([second, first], TODAY)).toEqual({ ok: true, value: [first, second] });
    expect(datesInOrder([first, hours("2026-08-25", 700, 800)], TODAY)).toMatchObject({
      reason: "dates_overlap",
    });
    expect(datesInOrder([first, hours("2026-08-25", 720, 800)], TODAY)).toMatchObject({ ok: true });
    expect(datesInOrder([hours("2026-08-25", 720, 720)], TODAY)).toMatchObject({
      reason: "ends_before_start",
      path: "dates.0.endMinute",
    });
    expect(datesInOrder([first, hours("2026-08-23")], TODAY)).toMatchObject({
      ...{ reason: "due_before_today", path: "dates.1.on" },
    });
  });

  it("begin with the first, on the clock of the pool", () => {
    const dates = [hours("2026-08-26"), hours("2026-08-25")];
    const start = new Date("2026-08-25T07:00:00Z");
    expect(beginsAt(dates, "Europe/Stockholm")).toEqual(start);
    expect(beginsAt([], "Europe/Stockholm")).toBeNull();
    expect(hasBegun(dates, "Europe/Stockholm", new Date("2026-08-25T06:59:59Z"))).toBe(false);
    expect(hasBegun(dates, "Europe/Stockholm", start)).toBe(true);
  });

  it("take of the named gaps and covers what lies within them", () => {
    const date = stretchOfDate(hours("2026-08-25"));
    const gap = { executiveId: "x", on: day("2026-08-25"), part: "am" } as const;
    expect(gapsWithin([gap, { ...gap, part: "pm" }], date)).toEqual([gap]);
    const range = { from: gap.on, fromPart: "am", to: gap.on, toPart: "pm" } as const;
    const choice = { executiveId: "x", assistantId: "a", ...range };
    expect(choicesWithin([choice, { ...choice, fromPart: "pm" }], date)).toEqual([choice]);
  });
});

describe("the way up a waiting list", () => {
  const start = new Date("2026-08-25T07:00:00Z");
  const earlier = (hoursBefore: number) => new Date(start.getTime() - hoursBefore * 3_600_000);

  it("is a booking until 48 hours before, then an offer for half of what is left, twelve hours at most", () => {
    expect(wayUp(start, earlier(48.1))).toEqual({ kind: "book" });
    expect(wayUp(start, earlier(48))).toEqual({ kind: "offer", until: earlier(36) });
    expect(wayUp(start, earlier(4))).toEqual({ kind: "offer", until: earlier(2) });
    expect(wayUp(start, earlier(0.9))).toEqual({ kind: "nobody" });
    expect(wayUp(start, earlier(-1))).toEqual({ kind: "nobody" });
    expect(wayUp(null, start)).toEqual({ kind: "nobody" });
  });

  it("is walked by number, whatever order the list was read in", () => {
    const list = [{ queueNumber: 30n }, { queueNumber: 4n }, { queueNumber: 12n }];
    expect(inLine(list).map(({ queueNumber }) => queueNumber)).toEqual([4n, 12n, 30n]);
  });
});

describe("the outcome of a seat", () => {
  it.each([
    [180, 180, 100, "attended"],
    [180, 179, 100, "incomplete"],
    [180, 144, 80, "attended"],
    [180, 143, 80, "incomplete"],
    [180, 0, 1, "no_show"],
  ] as const)("of %i minutes with %i there and %i %% asked for is %s", (taken, present, share, outcome) => {
    expect(outcomeOf(taken, present, share)).toBe(outcome);
  });
});

describe("what participants say", () => {
  const answer = (useful: number, words = "") => ({ useful, clear: 4, recommend: 5, words });

  it("is a mean from three answers on, and its words have no order of their own", () => {
    const [until, after] = [day("2026-09-08"), day("2026-09-09")];
    const unread = { until, useful: null, clear: null, recommend: null, words: [] };
    expect(summaryOf([answer(5, "b"), answer(4)], until, after)).toEqual({
      ...{ ...unread, count: 2, isClosed: true },
    });
    expect(summaryOf([answer(5, "b"), answer(4, "a"), answer(4)], until, after)).toEqual({
      ...{ count: 3, until, isClosed: true, useful: 4.3, clear: 4, recommend: 5, words: ["a", "b"] },
    });
  });

  it("are shown all at once when no more can come, so that none is known by the day it appears", () => {
    const until = evaluatedUntil([hours("2026-08-25"), hours("2026-08-24")]);
    expect(until).toBe("2026-09-08");
    const three = [answer(5, "b"), answer(4, "a"), answer(4)];
    const many = [...three, answer(1, "c")];
    const seen = [three, many].map((answers) => summaryOf(answers, until, day("2026-09-08")));
    expect(seen.map(({ words, useful }) => [words, useful])).toEqual([
      [[], null],
      [[], null],
    ]);
    expect(summaryOf(many, null, day("2027-01-01")).words).toEqual([]);
  });
});
