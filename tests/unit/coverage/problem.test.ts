import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coversIn } from "@/lib/coverage/demand/rules";
import { cutsFor } from "@/lib/coverage/demand/rules-cuts";
import { freeMinutes, gridOf } from "@/lib/coverage/demand/rules-grid";
import { firstIndexOf, runsOf } from "@/lib/coverage/demand/rules-runs";
import type { Office } from "@/lib/coverage/office/rules";
import { plan } from "@/lib/coverage/planner/plan";
import { parseProblem } from "@/lib/coverage/planner/problem/problem";
import { verify } from "@/lib/coverage/planner/result/verify";
import { plannedSlots } from "@/lib/coverage/plans/rules-planned-slots";
import { type PoolProblem, problemOf } from "@/lib/coverage/plans/rules-problem";
import { day } from "@/lib/time/day";
import { halfDayAt, halfDayIndex } from "@/lib/time/half-day";
import { cases } from "@/tests/support/deep";
import {
  makeAssistant,
  makeAway,
  makeDuty,
  makeExecutive,
  makeHours,
  makeOffice,
  makeOfficeCover,
  makeStretch,
  makeSupport,
} from "@/tests/support/factories/coverage";
import { officeFacts, officeOf } from "@/tests/support/random-office";

const TUESDAY = makeStretch("2026-08-18", "am", "2026-08-18", "pm");
const ana = makeAssistant("ana", { absences: [makeAway("2026-08-18", "2026-08-19")] });
const ben = makeAssistant("ben");
const zoe = makeExecutive("zoe", { tier: 3, supports: [makeSupport("ana")] });

function problem(parts: Parameters<typeof makeOffice>[0] = {}): PoolProblem {
  return problemOf(gridOf(makeOffice({ assistants: [ana, ben], executives: [zoe], ...parts })), "north");
}

function capacityOf({ problem: { assistants } }: PoolProblem, id: string): number[] {
  return assistants.find((assistant) => assistant.id === id)?.capacity ?? [];
}

describe("the planner's question", () => {
  it("is an episode for each executive and absence, weighed by tier", () => {
    const { problem: asked, slotIndexes } = problem();
    expect(asked.slots).toBe(10);
    expect(slotIndexes.map((index) => halfDayAt(index).on).at(-1)).toBe("2026-08-21");
    expect(asked.episodes).toMatchObject([
      {
        id: "zoe/away",
        executiveId: "zoe",
        absenceId: "away",
        from: 2,
        to: 6,
        minutes: [60, 60, 60, 60],
        weight: 3,
      },
    ]);
    expect(asked.episodes[0]?.candidates.map((candidate) => candidate.assistantId)).toEqual(["ben"]);
  });

  it("keeps two absences of one person apart, and half-days of others out of an episode", () => {
    const absences = [
      makeAway("2026-08-17", "2026-08-17", "first"),
      makeAway("2026-08-19", "2026-08-19", "second"),
    ];
    const part = makeAssistant("ana", { absences, hours: makeHours([1, 3, 5]) });
    const { problem: asked } = problem({ assistants: [part, ben] });
    expect(asked.episodes.map((e) => [e.id, e.from, e.to, e.minutes])).toEqual([
      ["zoe/first", 0, 2, [60, 60]],
      ["zoe/hours:ana", 2, 8, [60, 60, 0, 0, 60, 60]],
      ["zoe/second", 4, 6, [60, 60]],
    ]);
  });

  it("has no slot for days off and weekends, and none at all where nothing is needed", () => {
    const daysOff = new Map([["north", new Map([[day("2026-08-18"), "a holiday"]])]]);
    expect(problem({ daysOff }).problem).toMatchObject({ slots: 8, episodes: [{ from: 2, to: 4 }] });
    expect(problem({ executives: [] }).problem).toMatchObject({ slots: 0, episodes: [] });
  });

  it("gives each person the minutes at work less their own executives'", () => {
    const bo = makeExecutive("bo", {
      duties: [makeDuty({ minutesPerDay: 101 })],
      supports: [makeSupport("ben")],
    });
    const short = makeAssistant("ben", { hours: [...makeHours([1], 480, 720), ...makeHours([2, 3, 4])] });
    expect(capacityOf(problem({ assistants: [ana, short], executives: [zoe, bo] }), "ben")).toEqual([
      189, 0, 189, 190, 189, 190, 189, 190, 0, 0,
    ]);
  });

  it("takes what a person covers for another pool", () => {
    const sue = makeExecutive("sue", { poolId: "south" });
    const covers = [makeOfficeCover("sue", "ben", TUESDAY)];
    expect(capacityOf(problem({ executives: [zoe, sue], covers }), "ben").slice(1, 4)).toEqual([
      240, 165, 165,
    ]);
  });

  it("asks no more than a fair share of anybody, and never more than they have", () => {
    const cia = makeAssistant("cia", { hours: makeHours([1, 2, 3, 4, 5], 480, 720) });
    const { problem: asked } = problem({ assistants: [ana, ben, cia] });
    const expected = Object.fromEntries(asked.assistants.map((a) => [a.id, a.expected]));
    expect(expected).toEqual({ ana: 84, ben: 185, cia: 93 });
    const busy = Array.from({ length: 30 }, (_, i) =>
      makeExecutive(`e${i}`, { duties: [makeDuty({ minutesPerDay: 1440 })] }),
    );
    expect(problem({ assistants: [cia], executives: busy }).problem.assistants[0]?.expected).toBe(1200);
  });

  it("calls whoever covers now prior, and pinned where it is pinned", () => {
    const loose = problem({ covers: [makeOfficeCover("zoe", "ben", TUESDAY)] });
    expect(loose.problem.prior).toEqual([
      { episodeId: "zoe/away", slot: 2, assistantId: "ben" },
      { episodeId: "zoe/away", slot: 3, assistantId: "ben" },
    ]);
    const fixed = problem({ covers: [makeOfficeCover("zoe", "ben", { ...TUESDAY, pinned: true })] });
    expect(fixed.problem.pinned).toEqual(loose.problem.prior);
    expect(fixed.problem.prior).toEqual([]);
  });

  it.each([
    ["the rules would not make", makeAssistant("dan", { skills: new Map() })],
    ["takes more time than there is", makeAssistant("dan", { hours: makeHours([1, 2, 3, 4, 5], 480, 500) })],
    ["crosses pools", makeAssistant("dan", { poolId: "south" })],
  ])("leaves a cover that %s outside: its demand is met, its minutes are taken", (_name, dan) => {
    const morning = makeStretch("2026-08-18", "am", "2026-08-18", "am");
    const asked = problem({
      assistants: [ana, ben, dan],
      covers: [makeOfficeCover("zoe", "dan", { ...morning, pinned: true, overrideReason: "she asked" })],
    });
    expect(asked.problem.episodes[0]?.minutes).toEqual([0, 60, 60, 60]);
    expect([...asked.problem.pinned, ...asked.problem.prior]).toEqual([]);
    expect(capacityOf(asked, "dan")[2] ?? 0).toBeLessThanOrEqual(180);
  });

  it.each([true, false])(
    "fills nobody beyond what they have when covers add up to more (pinned: %s)",
    (pinned) => {
      const duties = [makeDuty({ minutesPerDay: 300 })];
      const executive = (id: string) => makeExecutive(id, { duties, supports: [makeSupport("ana")] });
      const morning = makeStretch("2026-08-18", "am", "2026-08-18", "am");
      const asked = problem({
        executives: [executive("one"), executive("two"), zoe],
        covers: ["one", "two"].map((id) =>
          makeOfficeCover(id, "ben", { ...morning, pinned, overrideReason: "both" }),
        ),
      });
      const held = [...asked.problem.pinned, ...asked.problem.prior];
      expect(held).toHaveLength(1);
      expect(capacityOf(asked, "ben")[2]).toBe(188);
      const demand = asked.problem.episodes.flatMap((e) =>
        e.executiveId === "zoe" ? [] : (e.minutes[2 - e.from] ?? 0),
      );
      expect(demand.sort()).toEqual([0, 150]);
    },
  );

  it("is always a document the planner reads, in any office", () => {
    fc.assert(
      fc.property(officeFacts, (facts) => {
        const grid = gridOf(officeOf(facts));
        for (const poolId of ["north", "south"]) {
          const asked = problemOf(grid, poolId);
          expect(parseProblem(JSON.parse(JSON.stringify(asked.problem)))).toMatchObject({ ok: true });
          checkHeld(asked);
          checkDemand(grid, poolId, asked);
        }
      }),
      { numRuns: cases({ ordinary: 40, deep: 1000 }) },
    );
  });

  it("is answered by a plan that closes every gap it does not name, and moves nothing that is fixed", async () => {
    await fc.assert(
      fc.asyncProperty(
        officeFacts,
        fc.constantFrom("repair" as const, "optimise" as const),
        async (facts, mode) => {
          const office = officeOf(facts);
          const asked = problemOf(gridOf(office), "north");
          const result = await plan(asked.problem, { seed: 1, budget: { iterations: 20 }, mode });
          expect(verify(asked.problem, result)).toMatchObject({ ok: true });
          const after = applied(office, asked, result.assignments);
          expect(gapsOf(after)).toEqual(uncoveredOf(asked, result.uncovered));
          expect(fixedOf(after, office)).toEqual(fixedOf(office, office));
        },
      ),
      { numRuns: cases({ ordinary: 15, deep: 200 }) },
    );
  });
});

/** Pins and prior fit the capacities together. */
function checkHeld({ problem: asked }: PoolProblem): void {
  const episodes = new Map(asked.episodes.map((episode) => [episode.id, episode]));
  for (const { id, capacity } of asked.assistants) {
    const used = capacity.map(() => 0);
    for (const held of [...asked.pinned, ...asked.prior].filter((h) => h.assistantId === id)) {
      const episode = episodes.get(held.episodeId);
      const needs = episode?.candidates.find((one) => one.assistantId === id)?.minutes ?? episode?.minutes;
      used[held.slot] = (used[held.slot] ?? 0) + (needs?.[held.slot - (episode?.from ?? 0)] ?? 0);
    }
    for (const [slot, minutes] of used.entries()) expect(minutes).toBeLessThanOrEqual(capacity[slot] ?? 0);
  }
}

/** Each gap of the board is asked for once, with its minutes; nobody has more time than the office gives. */
function checkDemand(
  grid: ReturnType<typeof gridOf>,
  poolId: string,
  { problem: asked, slotIndexes }: PoolProblem,
): void {
  const free = freeMinutes(grid);
  for (const { id, capacity } of asked.assistants) {
    for (const [slot, minutes] of capacity.entries()) {
      const position = (slotIndexes[slot] ?? 0) - firstIndexOf(grid);
      expect(minutes).toBeLessThanOrEqual(free.get(id)?.[position] ?? 0);
    }
  }
  for (const executive of grid.office.executives.filter((e) => e.poolId === poolId)) {
    grid.rows.get(executive.id)?.forEach((state, i) => {
      const slot = slotIndexes.indexOf(firstIndexOf(grid) + i);
      const asking = asked.episodes.filter(
        (e) =>
          e.executiveId === executive.id &&
          e.from <= slot &&
          slot < e.to &&
          (e.minutes[slot - e.from] ?? 0) > 0,
      );
      const total = asking.reduce((sum, e) => sum + (e.minutes[slot - e.from] ?? 0), 0);
      if (state.status === "gap" && coversIn(state).length === 0) {
        expect(total).toBeGreaterThanOrEqual(state.minutes);
        expect(total - state.minutes).toBeLessThan(Math.max(1, asking.length));
      } else if (state.status === "gap") expect(total).toBeGreaterThanOrEqual(state.minutes);
      else if (state.status !== "cover") expect(asking).toEqual([]);
    });
  }
}

/** The office after a plan, as accepting it changes the covers. */
function applied(
  office: Office,
  { problem: asked, ...rest }: PoolProblem,
  assignments: { episodeId: string; from: number; to: number; assistantId: string }[],
): Office {
  const grid = gridOf(office);
  const slots = plannedSlots(grid, { problem: asked, ...rest }, assignments);
  const runs = runsOf(grid, slots);
  const cuts = cutsFor(office, runs);
  const standing = [...office.covers.values()].flat().flatMap((cover) => {
    const cut = cuts.find((one) => one.cover.id === cover.id);
    return cut ? cut.kept.map((stretch) => ({ ...cover, ...stretch })) : [cover];
  });
  const covers = [...standing, ...runs.map((run) => makeOfficeCover(run.executiveId, run.assistantId, run))];
  return {
    ...office,
    covers: new Map(
      office.executives.map((e) => [e.id, covers.filter((cover) => cover.executiveId === e.id)]),
    ),
  };
}

function gapsOf(office: Office): string[] {
  const grid = gridOf(office);
  return office.executives
    .filter((executive) => executive.poolId === "north")
    .flatMap(({ id }) =>
      (grid.rows.get(id) ?? []).flatMap((state, i) =>
        state.status === "gap" ? [`${id} ${firstIndexOf(grid) + i}`] : [],
      ),
    )
    .sort();
}

function uncoveredOf(
  { problem: asked, slotIndexes }: PoolProblem,
  uncovered: { episodeId: string; slot: number }[],
) {
  const slots = uncovered.map(({ episodeId, slot }) => {
    const episode = asked.episodes.find((e) => e.id === episodeId);
    return `${episode?.executiveId} ${slotIndexes[slot]}`;
  });
  return [...new Set(slots)].sort();
}

/** Who serves each half-day that a pinned cover served before. */
function fixedOf(now: Office, before: Office): string[] {
  const [was, is] = [gridOf(before), gridOf(now)];
  return [...was.rows].flatMap(([id, states]) =>
    states.flatMap((state, i) => {
      const served = is.rows.get(id)?.[i];
      const covers = served ? coversIn(served) : [];
      return coversIn(state)
        .filter(({ cover }) => cover.pinned)
        .map(({ cover, window, dutyIds }) => {
          const isThere = covers.some((one) => one.cover.assistantId === cover.assistantId);
          return `${id} ${i} ${cover.assistantId} ${JSON.stringify([window, dutyIds])} ${isThere}`;
        });
    }),
  );
}

it("half-day indexes and slots speak of the same half-days", () => {
  const { slotIndexes } = problem();
  expect(slotIndexes[0]).toBe(halfDayIndex(day("2026-08-17"), "am"));
});
