import { describe, expect, it } from "vitest";
import { escalatesAt, shiftChangesOf } from "@/lib/schedules/publishing/rules";
import { contractMinutes } from "@/lib/schedules/week/rules-contract";
import { type DemandWindow, demandPieces, windowsOn } from "@/lib/schedules/week/rules-demand";
import { isClosed, monthBeyond, type Wish, wishesOn } from "@/lib/schedules/wishes/rules";
import { day } from "@/lib/time/day";
import { wholeHalves } from "@/lib/time/stretch";
import { makeShift, PHONES } from "@/tests/support/factories/schedules";

const MONDAY = day("2026-08-17");
const FROM = day("2000-01-01");

const hours = [1, 2, 3, 4, 5].map((weekday) => ({
  ...{ weekday, startsAtMinute: 480, endsAtMinute: 1020, validFrom: FROM, validTo: null },
}));
const calendar = { hours, hiredOn: null, leavesOn: null, daysOff: new Set<never>() };

describe("contract minutes of a week", () => {
  it("are the pattern's, lunch left out", () => {
    expect(contractMinutes(calendar, [], MONDAY)).toBe(2400);
  });

  it("are less by exactly what a half day off would have given, once", () => {
    const range = { from: MONDAY, fromPart: "am", to: MONDAY, toPart: "am" } as const;
    const morning = wholeHalves(range);
    expect(contractMinutes(calendar, [morning], MONDAY)).toBe(2400 - 240);
    expect(contractMinutes(calendar, [morning, morning], MONDAY)).toBe(2400 - 240);
    expect(contractMinutes({ ...calendar, daysOff: new Set([MONDAY]) }, [morning], MONDAY)).toBe(2400 - 480);
  });

  it("don't ask published shifts", () => {
    expect(contractMinutes({ ...calendar, shifts: { [MONDAY]: [] } }, [], MONDAY)).toBe(2400);
  });
});

describe("what a role needs and has", () => {
  const window = (startMinute: number, endMinute: number, headcount: number): DemandWindow => ({
    ...{ roleId: PHONES, weekday: 1, on: null, validFrom: FROM, validTo: null },
    ...{ startMinute, endMinute, headcount },
  });
  const work = [{ roleId: PHONES, startMinute: 480, endMinute: 1020 }];
  const shift = makeShift({ id: "a", endMinute: 1020, breakMinutes: 60, breakStartMinute: 720, work });
  const pieces = (demand: DemandWindow[], away: { startMinute: number; endMinute: number }[] = []) =>
    demandPieces(MONDAY, PHONES, demand, { planned: [shift], published: [] }, () => away).map(
      ({ startMinute, endMinute, needed, there, published }) => [
        startMinute,
        endMinute,
        needed,
        there,
        published,
      ],
    );

  it("has a hole for each break", () => {
    expect(pieces([window(480, 1020, 1)])).toEqual([
      [480, 720, 1, 1, 0],
      [720, 780, 1, 0, 0],
      [780, 1020, 1, 1, 0],
    ]);
  });

  it("takes the higher number where windows overlap, not the sum", () => {
    expect(pieces([window(480, 1020, 1), window(600, 660, 2)]).map((piece) => piece[2])).toEqual([
      1, 2, 1, 1, 1,
    ]);
  });

  it("has a hole where an absence calls a shift off", () => {
    expect(pieces([window(480, 720, 1)], [{ startMinute: 0, endMinute: 720 }])[0]).toEqual([
      480, 720, 1, 0, 0,
    ]);
  });

  it("is asked of a day alone where that is said, and of no day off", () => {
    const board = { ...window(480, 720, 2), weekday: null, on: MONDAY };
    expect(windowsOn([window(480, 720, 1), board], PHONES, MONDAY, false)).toEqual([board]);
    expect(windowsOn([window(480, 720, 1)], PHONES, MONDAY, true)).toEqual([]);
    expect(windowsOn([board], PHONES, MONDAY, true)).toEqual([board]);
  });
});

describe("what a publication tells", () => {
  const before = makeShift({ id: "p", status: "published" });
  const published = new Map([[before.id, before]]);
  const draft = (overrides: Partial<typeof before>) => ({
    ...{ ...before, id: "d", status: "draft" as const, supersedesId: "p" },
    ...overrides,
  });
  const kinds = (overrides: Partial<typeof before>) =>
    shiftChangesOf([draft(overrides)], published).map(({ assistantId, kind }) => `${assistantId} ${kind}`);

  it("is what kind of change it is, to whom", () => {
    expect(kinds({ endMinute: 780 })).toEqual(["ana longer"]);
    expect(kinds({ endMinute: 660 })).toEqual(["ana shorter"]);
    expect(kinds({ startMinute: 540, endMinute: 780 })).toEqual(["ana moved"]);
    expect(kinds({ on: day("2026-08-18") })).toEqual(["ana moved"]);
    expect(kinds({ work: [{ roleId: PHONES, startMinute: 480, endMinute: 720 }] })).toEqual(["ana role"]);
    expect(kinds({ isRemoval: true })).toEqual(["ana gone"]);
    expect(kinds({ assistantId: "bo" }).sort()).toEqual(["ana gone", "bo new"]);
    expect(kinds({ assistantId: null })).toEqual(["ana gone"]);
  });

  it("is nothing where nothing differs, or nobody works it", () => {
    expect(kinds({})).toEqual([]);
    expect(shiftChangesOf([makeShift({ id: "open", assistantId: null })], published)).toEqual([]);
  });
});

it("goes to the managers after a day unread, or the evening before", () => {
  const published = new Date("2026-08-17T07:00:00Z");
  expect(escalatesAt(published, new Date("2026-08-23T22:00:00Z")).toISOString()).toBe(
    "2026-08-18T07:00:00.000Z",
  );
  expect(escalatesAt(published, new Date("2026-08-17T22:00:00Z")).toISOString()).toBe(
    "2026-08-17T16:00:00.000Z",
  );
});

describe("wishes", () => {
  const wish = (overrides: Partial<Wish>): Wish => ({
    ...{ weekday: 1, on: null, startMinute: 0, endMinute: 1440, kind: "rather_not", reason: "" },
    ...overrides,
  });

  it("of a day count before those of its weekday", () => {
    const ofDay = wish({ weekday: null, on: MONDAY, kind: "gladly" });
    expect(wishesOn([wish({}), ofDay], MONDAY)).toEqual([ofDay]);
    expect(wishesOn([wish({}), wish({ weekday: 2 })], MONDAY)).toEqual([wish({})]);
  });

  it("are late once the pool has closed the week", () => {
    expect(isClosed(day("2026-09-09"), MONDAY, 21)).toBe(false);
    expect(isClosed(day("2026-09-09"), MONDAY, 22)).toBe(true);
  });

  it("are counted by the days of a month", () => {
    const on = (date: string) => wish({ weekday: null, on: day(date) });
    expect(monthBeyond([on("2026-08-17"), on("2026-08-17"), on("2026-09-01")], 1)).toBeNull();
    expect(monthBeyond([on("2026-08-17"), on("2026-08-18")], 1)).toBe("2026-08");
  });
});
