import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { piecesIn } from "@/lib/coverage/demand/rules";
import { cutsFor } from "@/lib/coverage/demand/rules-cuts";
import { gridOf } from "@/lib/coverage/demand/rules-grid";
import { type CoverSlot, runsOf } from "@/lib/coverage/demand/rules-runs";
import { cutHalfDays } from "@/lib/covers/rules-cuts";
import type { Holding } from "@/lib/covers/rules-extent";
import { day } from "@/lib/time/day";
import { halfDayIndex } from "@/lib/time/half-day";
import { cases } from "@/tests/support/deep";
import {
  makeAssistant,
  makeExecutive,
  makeHours,
  makeOffice,
  makeOfficeCover,
  makeStretch,
} from "@/tests/support/factories/coverage";
import { DUTIES, officeFacts, officeOf } from "@/tests/support/random-office";

const TWO_WEEKS = { from: day("2026-08-17"), to: day("2026-08-30") };
const zoe = makeExecutive("zoe");

function slot(on: string, part: "am" | "pm", more: Partial<CoverSlot> = {}): CoverSlot {
  return {
    executiveId: "zoe",
    assistantId: "ben",
    absenceId: null,
    index: halfDayIndex(day(on), part),
    ...more,
  };
}

function runs(slots: CoverSlot[], more: Parameters<typeof makeOffice>[0] = {}) {
  const office = makeOffice({
    ...TWO_WEEKS,
    assistants: [makeAssistant("ben"), makeAssistant("cia")],
    executives: [zoe],
    ...more,
  });
  return runsOf(gridOf(office), slots).map(({ first, last, assistantId }) => ({ assistantId, first, last }));
}

const ofBen = (from: string, fromPart: "am" | "pm", to: string, toPart: "am" | "pm") => ({
  assistantId: "ben",
  ...makeStretch(from, fromPart, to, toPart),
});

describe("half-days of one person", () => {
  it("become one run, in whatever order they come", () => {
    expect(runs([slot("2026-08-18", "am"), slot("2026-08-17", "pm"), slot("2026-08-17", "am")])).toEqual([
      ofBen("2026-08-17", "am", "2026-08-18", "am"),
    ]);
  });

  it("are joined over a weekend and a day off nobody needs", () => {
    expect(runs([slot("2026-08-21", "pm"), slot("2026-08-24", "am")])).toEqual([
      ofBen("2026-08-21", "pm", "2026-08-24", "am"),
    ]);
    const daysOff = new Map([["north", new Map([[day("2026-08-19"), "a holiday"]])]]);
    expect(runs([slot("2026-08-18", "pm"), slot("2026-08-20", "am")], { daysOff })).toHaveLength(1);
  });

  it("are not joined over a half-day that needs support", () => {
    expect(runs([slot("2026-08-18", "am"), slot("2026-08-19", "am")])).toHaveLength(2);
  });

  it("are not joined over the cover's own absence, even on a weekend", () => {
    const ben = makeAssistant("ben", {
      absences: [{ id: "away", ...makeStretch("2026-08-22", "pm", "2026-08-22", "pm") }],
    });
    expect(runs([slot("2026-08-21", "pm"), slot("2026-08-24", "am")], { assistants: [ben] })).toHaveLength(2);
  });

  it("are not joined with those of another person, executive or absence", () => {
    const executives = [zoe, makeExecutive("bo")];
    const next = (more: Partial<CoverSlot>) =>
      runs([slot("2026-08-17", "am"), slot("2026-08-17", "pm", more)], { executives });
    expect(next({ assistantId: "cia" })).toHaveLength(2);
    expect(next({ executiveId: "bo" })).toHaveLength(2);
    expect(next({ absenceId: "another" })).toHaveLength(2);
    expect(next({})).toHaveLength(1);
  });

  it("are not joined when the person or the executive is unknown", () => {
    expect(runs([slot("2026-08-21", "pm"), slot("2026-08-24", "am")], { assistants: [] })).toHaveLength(2);
  });
});

describe("cutting a cover", () => {
  const week = makeOfficeCover("zoe", "ben");
  const at = (on: string, part: "am" | "pm") => halfDayIndex(day(on), part);

  it("touches nothing outside it", () => {
    expect(cutHalfDays(week, [at("2026-08-16", "pm"), at("2026-08-22", "am")])).toBeNull();
    expect(cutHalfDays(week, [])).toBeNull();
  });

  it("keeps what is left on both sides and in between", () => {
    const cut = cutHalfDays(week, [at("2026-08-20", "am"), at("2026-08-18", "am"), at("2026-08-18", "pm")]);
    expect(cut?.kept).toMatchObject([
      makeStretch("2026-08-17", "am", "2026-08-17", "pm"),
      makeStretch("2026-08-19", "am", "2026-08-19", "pm"),
      makeStretch("2026-08-20", "pm", "2026-08-21", "pm"),
    ]);
    expect(cut?.gone).toMatchObject([
      makeStretch("2026-08-18", "am", "2026-08-18", "pm"),
      makeStretch("2026-08-20", "am", "2026-08-20", "am"),
    ]);
  });

  it("loses, doubles and invents no half-day", () => {
    const indexes = fc.array(fc.integer({ min: week.first - 3, max: week.last + 3 }));
    fc.assert(
      fc.property(indexes, (gone) => {
        const cut = cutHalfDays(week, gone);
        const pieces = cut ? [...cut.kept, ...cut.gone] : [week];
        const all = pieces.flatMap((p) =>
          Array.from({ length: p.last - p.first + 1 }, (_, i) => p.first + i),
        );
        expect(all.sort((a, b) => a - b)).toEqual(
          Array.from({ length: week.last - week.first + 1 }, (_, i) => week.first + i),
        );
        for (const index of gone) {
          expect(cut?.kept.some((kept) => kept.first <= index && index <= kept.last) ?? false).toBe(false);
        }
      }),
    );
  });
});

describe("making room for new runs", () => {
  it("takes the weekend between from the cover that is replaced", () => {
    const cover = makeOfficeCover("zoe", "ben", makeStretch("2026-08-20", "am", "2026-08-25", "pm"));
    const hours = makeHours();
    const office = makeOffice({
      ...TWO_WEEKS,
      assistants: [makeAssistant("ben", { hours }), makeAssistant("cia")],
      executives: [zoe],
      covers: [cover],
    });
    const slots = [
      slot("2026-08-21", "pm", { assistantId: "cia" }),
      slot("2026-08-24", "am", { assistantId: "cia" }),
    ];
    const made = runsOf(gridOf(office), slots);
    expect(cutsFor(office, made).flatMap((cut) => cut.kept)).toMatchObject([
      makeStretch("2026-08-20", "am", "2026-08-21", "am"),
      makeStretch("2026-08-24", "pm", "2026-08-25", "pm"),
    ]);
  });

  it("never leaves two covers of one duty at one time", () => {
    fc.assert(
      fc.property(officeFacts, fc.infiniteStream(fc.nat(9)), (facts, dice) => {
        const office = officeOf(facts);
        const grid = gridOf(office);
        const slots = [...grid.rows].flatMap(([executiveId, states]) =>
          states.flatMap((state, i): CoverSlot[] => {
            const index = halfDayIndex(office.from, "am") + i;
            return piecesIn(state).flatMap(({ window, dutyIds }) => {
              const assistantId = `a${(dice.next().value ?? 0) % facts.assistants.length}`;
              const slot = { executiveId, assistantId, absenceId: null, index, window, dutyIds };
              return (dice.next().value ?? 0) < 3 ? [] : [slot];
            });
          }),
        );
        const made = runsOf(grid, slots);
        const cuts = cutsFor(office, made);
        for (const { id } of office.executives) {
          const whole = (office.covers.get(id) ?? []).filter(
            (cover) => !cuts.some((cut) => cut.cover.id === cover.id),
          );
          const kept = cuts.filter((cut) => cut.cover.executiveId === id).flatMap((cut) => cut.kept);
          const all = [...whole, ...kept, ...made.filter((run) => run.executiveId === id)];
          const held = all.flatMap(quartersOf);
          expect(new Set(held).size).toBe(held.length);
        }
      }),
      { numRuns: cases({ ordinary: 100, deep: 1000 }) },
    );
  });
});

/** Each quarter of an hour and duty somebody holds. */
function quartersOf({ first, last, window, dutyIds }: Holding): string[] {
  const duties = dutyIds?.length ? dutyIds : DUTIES;
  const indexes = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return indexes.flatMap((index) => {
    const noon = index % 2 === 0 ? 0 : 720;
    const quarters = Array.from({ length: 48 }, (_, i) => noon + 15 * i);
    return quarters
      .filter((minute) => !window || (window.startMinute <= minute && minute < window.endMinute))
      .flatMap((minute) => duties.map((duty) => `${index} ${minute} ${duty}`));
  });
}
