import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boardFigures } from "@/lib/coverage/board/rules";
import { executivesOf, gridOf } from "@/lib/coverage/demand/rules-grid";
import { firstIndexOf } from "@/lib/coverage/demand/rules-runs";
import type { Office } from "@/lib/coverage/office/rules";
import { plan } from "@/lib/coverage/planner/plan";
import { problemOf } from "@/lib/coverage/plans/rules-problem";
import {
  gapFigures,
  gapsByWeek,
  loadChanges,
  servedDifferently,
  worsenedExecutives,
} from "@/lib/coverage/what-if/rules";
import {
  closeWeekdays,
  withLoan,
  withNewAssistant,
  withNewExecutive,
  withoutCoversOn,
  withPlan,
  withResignation,
} from "@/lib/coverage/what-if/rules-scenario";
import { day, weekdayOf } from "@/lib/time/day";
import { halfDayIndex } from "@/lib/time/half-day";
import { cases } from "@/tests/support/deep";
import {
  makeAssistant,
  makeAway,
  makeExecutive,
  makeOffice,
  makeOfficeCover,
  makeSupport,
} from "@/tests/support/factories/coverage";
import { officeFacts, officeOf } from "@/tests/support/random-office";

const offices = officeFacts.map(officeOf);
/** Offices in which nothing stands yet, so that the fewest gaps possible are the planner's alone to find. */
const bareOffices = officeFacts.map((facts) =>
  officeOf({ ...facts, executives: facts.executives.map((executive) => ({ ...executive, covers: [] })) }),
);
const RUNS = { numRuns: cases({ ordinary: 20, deep: 300 }) };

function gapsOf(office: Office) {
  return gapFigures(gridOf(office), "north");
}

async function planned(office: Office) {
  const asked = problemOf(gridOf(office), "north");
  const order = { seed: 1, budget: { iterations: 50 }, mode: "repair" as const };
  const result = await plan(asked.problem, order);
  return { asked, result, office: withPlan(office, asked, result.assignments) };
}

describe("what if somebody resigns", () => {
  it("never leaves fewer gaps, standing or planned, and no cover or executive of theirs", async () => {
    await fc.assert(
      fc.asyncProperty(bareOffices, fc.integer({ min: 0, max: 13 }), async (office, days) => {
        const from = day(`2026-08-${17 + days}`);
        const after = withResignation(office, "a0", from);
        const [was, is] = [gapsOf(office), gapsOf(after)];
        expect(is.halfDays).toBeGreaterThanOrEqual(was.halfDays);
        expect(is.weightedMinutes).toBeGreaterThanOrEqual(was.weightedMinutes);
        const [before, then] = [await planned(office), await planned(after)];
        expect(then.result.score.uncoveredWeight).toBeGreaterThanOrEqual(before.result.score.uncoveredWeight);
        const gone = halfDayIndex(from, "am");
        for (const row of gridOf(then.office).rows.values())
          row.forEach((state, position) => {
            if (firstIndexOf(gridOf(office)) + position < gone || !("assistantId" in state)) return;
            expect(state.assistantId).not.toBe("a0");
          });
      }),
      RUNS,
    );
  });

  it("opens standing covers again", () => {
    fc.assert(
      fc.property(offices, (office) => {
        const after = withResignation(office, "a0", day("2026-08-17"));
        expect(gapsOf(after).halfDays).toBeGreaterThanOrEqual(gapsOf(office).halfDays);
      }),
      RUNS,
    );
  });
});

describe("what if somebody joins", () => {
  it("a free assistant never raises what stays open", async () => {
    await fc.assert(
      fc.asyncProperty(bareOffices, async (office) => {
        const like = office.assistants.get("a0");
        if (!like) return;
        const after = withNewAssistant(office, {
          id: "new",
          name: "new",
          like: { ...like, poolId: "north" },
        });
        expect(gapsOf(after)).toEqual(gapsOf(office));
        const [before, then] = [await planned(office), await planned(after)];
        expect(then.result.score.uncoveredWeight).toBeLessThanOrEqual(before.result.score.uncoveredWeight);
      }),
      RUNS,
    );
  });

  it("an executive needs what the other one needs, with nobody of their own or with a primary", () => {
    const zoe = makeExecutive("zoe", { supports: [makeSupport("ana")] });
    const office = makeOffice({ assistants: [makeAssistant("ana")], executives: [zoe] });
    const alone = withNewExecutive(office, { id: "new", name: "New", like: zoe, tier: 3 });
    expect(gapsOf(alone)).toEqual({ halfDays: 10, executives: 1, weightedMinutes: 10 * 60 * 3 });
    const supported = withNewExecutive(office, { id: "new", name: "New", like: zoe, primaryId: "ana" });
    expect(gapsOf(supported).halfDays).toBe(0);
    expect(loadChanges(gridOf(office), gridOf(supported))).toEqual([
      { assistantId: "ana", before: { own: 600, cover: 0 }, after: { own: 1200, cover: 0 } },
    ]);
  });

  it("who joins later is no gap before, and nobody's work", () => {
    const zoe = makeExecutive("zoe", { supports: [makeSupport("ana")] });
    const office = makeOffice({ assistants: [makeAssistant("ana")], executives: [zoe] });
    const joins = { id: "new", name: "New", like: zoe, from: day("2026-08-20") };
    expect(gapsOf(withNewExecutive(office, joins))).toMatchObject({ halfDays: 4 });
    const supported = withNewExecutive(office, { ...joins, primaryId: "ana" });
    expect(gapsOf(supported).halfDays).toBe(0);
    expect(loadChanges(gridOf(office), gridOf(supported))[0]?.after).toEqual({ own: 840, cover: 0 });
    expect(problemOf(gridOf(withNewExecutive(office, joins)), "north").problem.episodes).toMatchObject([
      { executiveId: "new", from: 6, to: 10 },
    ]);
  });

  it("an assistant who joins later covers nobody before", async () => {
    const ben = makeAssistant("ben", { poolId: "south" });
    const office = makeOffice({ assistants: [ben], executives: [makeExecutive("zoe")] });
    const like = { ...ben, poolId: "north" };
    const joins = { id: "new", name: "New", like, from: day("2026-08-19") };
    expect((await planned(withNewAssistant(office, joins))).result.uncovered).toHaveLength(4);
  });

  it("a pool that lends its people brings whoever has time beside their own executives", async () => {
    const zoe = makeExecutive("zoe");
    const far = makeAssistant("far", { poolId: "south" });
    const office = makeOffice({ assistants: [far], executives: [zoe] });
    expect((await planned(office)).result.uncovered).toHaveLength(10);
    expect((await planned(withLoan(office, "south", "north"))).result.uncovered).toHaveLength(0);
  });
});

describe("what if nobody covers on Fridays", () => {
  it("ends covers there, leaves own assistants alone, and gives the planner nobody", async () => {
    await fc.assert(
      fc.asyncProperty(offices, async (office) => {
        const after = withoutCoversOn(office, 5);
        expect(gapsOf(after).halfDays).toBeGreaterThanOrEqual(gapsOf(office).halfDays);
        const grid = gridOf(after);
        const asked = closeWeekdays(problemOf(grid, "north"), [5]);
        const order = { seed: 1, budget: { iterations: 20 }, mode: "repair" as const };
        const { assignments } = await plan(asked.problem, order);
        const then = gridOf(withPlan(after, asked, assignments));
        for (const [id, row] of then.rows)
          row.forEach((state, position) => {
            const on = then.halfDays[position]?.on ?? day("2026-08-17");
            if (weekdayOf(on) !== 5) return;
            expect(state.status).not.toBe("cover");
            if (gridOf(office).rows.get(id)?.[position]?.status === "own") expect(state.status).toBe("own");
          });
      }),
      RUNS,
    );
  });
});

describe("before", () => {
  it("has the board's own figures, week by week and together", () => {
    fc.assert(
      fc.property(offices, (office) => {
        const grid = gridOf(office);
        const { gaps } = boardFigures(grid, executivesOf(office, "north"));
        expect(gapFigures(grid, "north").halfDays).toBe(gaps);
        expect(gapsByWeek(grid, "north").reduce((sum, week) => sum + week.gaps, 0)).toBe(gaps);
      }),
    );
  });

  it("is left with exactly the gaps its plan names", async () => {
    await fc.assert(
      fc.asyncProperty(offices, async (office) => {
        const { asked, result, office: then } = await planned(office);
        const executiveOf = new Map(
          asked.problem.episodes.map((episode) => [episode.id, episode.executiveId]),
        );
        const open = new Set(result.uncovered.map((one) => `${executiveOf.get(one.episodeId)} ${one.slot}`));
        expect(gapsOf(then).halfDays).toBe(open.size);
        // Hours and duties in parts are rounded up each: at most a minute of the heaviest executive for each part.
        const difference = Math.abs(gapsOf(then).weightedMinutes - result.score.uncoveredWeight);
        expect(difference).toBeLessThanOrEqual(5 * result.uncovered.length);
      }),
      RUNS,
    );
  });
});

describe("before and after side by side", () => {
  const ana = makeAssistant("ana", { absences: [makeAway("2026-08-18")] });
  const zoe = makeExecutive("zoe", { supports: [makeSupport("ana")] });
  const office = makeOffice({
    assistants: [ana, makeAssistant("ben")],
    executives: [zoe],
    covers: [makeOfficeCover("zoe", "ben")],
  });
  const after = withResignation(office, "ben", day("2026-08-18"));

  const supported = makeOffice({
    to: day("2026-08-25"),
    assistants: [makeAssistant("ana")],
    executives: [makeExecutive("zoe", { supports: [makeSupport("ana")] })],
  });

  it("say who serves differently and who is worse off", () => {
    const [was, is] = [gridOf(office), gridOf(after)];
    expect(servedDifferently(was, is, "north")).toEqual([
      {
        executiveId: "zoe",
        from: "2026-08-18",
        fromPart: "am",
        to: "2026-08-18",
        toPart: "pm",
        fromAssistantId: "ben",
        toAssistantId: null,
        halfDays: 2,
      },
    ]);
    const gone = gridOf(withResignation(supported, "ana", day("2026-08-17")));
    expect(servedDifferently(gridOf(supported), gone, "north")).toMatchObject([
      { from: "2026-08-17", to: "2026-08-25", halfDays: 14, fromAssistantId: "ana", toAssistantId: null },
    ]);
    expect(worsenedExecutives(was, is, "north")).toEqual([{ executiveId: "zoe", before: 0, after: 2 }]);
    expect(worsenedExecutives(is, was, "north")).toEqual([]);
    expect(servedDifferently(was, was, "north")).toEqual([]);
  });
});
