import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { freeAfterCovers, type Grid, gridOf } from "@/lib/coverage/demand/rules-grid";
import type { Office } from "@/lib/coverage/office/rules";
import { plan } from "@/lib/coverage/planner/plan";
import { problemOf } from "@/lib/coverage/plans/rules-problem";
import { freeWithout, gridWithout, previewDays } from "@/lib/coverage/what-if/rules-leave-preview";
import { effectOfAbsence } from "@/lib/coverage/what-if/rules-opened-by";
import { narrowProblem } from "@/lib/coverage/what-if/rules-scenario";
import { day, daysFrom } from "@/lib/time/day";
import { halfDayIndex } from "@/lib/time/half-day";
import { cases } from "@/tests/support/deep";
import {
  makeAssistant,
  makeAway,
  makeDuty,
  makeExecutive,
  makeHours,
  makeOffice,
  makeOfficeCover,
  makeSupport,
} from "@/tests/support/factories/coverage";
import { officeFacts, officeOf } from "@/tests/support/random-office";

const ORDER = { seed: 1, budget: { iterations: 20 }, mode: "repair" as const };

async function preview(office: Office, id: string) {
  const me = office.assistants.get(id);
  if (!me) throw new Error("nobody");
  const standing = gridOf(office);
  const grid = gridWithout(standing, id);
  const asked = problemOf(grid, me.poolId, freeWithout(grid, id, freeAfterCovers(standing)));
  expect(asked).toEqual(problemOf(grid, me.poolId));
  const result = await plan(asked.problem, ORDER);
  return previewDays(office, me, daysFrom(office.from, office.to), asked, result);
}

/** The grid in which all but a0's own executives only take time. */
function onlyOwn(grid: Grid): Grid {
  const executives = grid.office.executives.map((executive) =>
    executive.supports.some(({ assistantId, role }) => assistantId === "a0" && role !== "backup")
      ? executive
      : { ...executive, poolId: "elsewhere" },
  );
  return { ...grid, office: { ...grid.office, executives } };
}

const zoe = makeExecutive("zoe", { supports: [makeSupport("ana")] });

describe("the preview of one's leave", () => {
  it("marks the days on which nobody could cover one's own executives, by half-day", async () => {
    const ben = makeAssistant("ben", { hours: makeHours([1, 2, 3, 4], 480, 720) });
    const office = makeOffice({ assistants: [makeAssistant("ana"), ben], executives: [zoe] });
    const days = await preview(office, "ana");
    expect(days.map(({ state }) => state)).toEqual(["work", "work", "work", "work", "work", "off", "off"]);
    const open = (part: "pm" | null) => [{ executiveId: "zoe", name: "zoe", part }];
    expect(days.slice(0, 5).map(({ uncovered }) => uncovered)).toEqual([
      open("pm"),
      open("pm"),
      open("pm"),
      open("pm"),
      open(null),
    ]);
  });

  it("knows days off and days one is away already, and says nothing of those", async () => {
    const ana = makeAssistant("ana", { absences: [makeAway("2026-08-18")] });
    const daysOff = new Map([["north", new Map([[day("2026-08-19"), "Feast"]])]]);
    const days = await preview(makeOffice({ assistants: [ana], executives: [zoe], daysOff }), "ana");
    expect(days.map(({ state, uncovered }) => [state, uncovered.length])).toEqual([
      ["work", 1],
      ["away", 0],
      ["day_off", 0],
      ["work", 1],
      ["work", 1],
      ["off", 0],
      ["off", 0],
    ]);
  });

  it("counts the time others give their own executives and the covers that stand, and names neither", async () => {
    const bo = makeExecutive("bo", {
      supports: [makeSupport("cia")],
      duties: [makeDuty({ minutesPerDay: 400 })],
    });
    const cia = makeAssistant("cia", { absences: [makeAway("2026-08-17")] });
    const office = makeOffice({
      assistants: [makeAssistant("ana"), makeAssistant("ben"), cia],
      executives: [zoe, bo],
      covers: [makeOfficeCover("bo", "ben")],
    });
    const days = await preview(office, "ana");
    expect(days[0]?.uncovered.map((executive) => executive.executiveId)).toEqual(["zoe"]);
    expect(days[1]?.uncovered).toEqual([]);
    expect(JSON.stringify(days)).not.toMatch(/bo|cia|ben/);
  });

  it("agrees with planning a single day of that leave beside what stands", async () => {
    await fc.assert(
      fc.asyncProperty(officeFacts.map(officeOf), fc.integer({ min: 0, max: 13 }), async (office, n) => {
        const me = office.assistants.get("a0");
        const on = daysFrom(office.from, office.to)[n] ?? office.from;
        if (!me) return;
        const span = { first: halfDayIndex(on, "am"), last: halfDayIndex(on, "pm") };
        const away = { id: "leave", assistantId: "a0", ...span, taken: [] };
        const whole = problemOf(onlyOwn(effectOfAbsence(gridOf(office), away, span.first).grid), me.poolId);
        const asked = narrowProblem(whole, (episode) => episode.absenceId === "leave");
        const single = await plan(asked.problem, ORDER);
        const open = (await preview(office, "a0"))[n]?.uncovered.reduce(
          (sum, u) => sum + (u.part ? 1 : 2),
          0,
        );
        const minutes = single.score.uncoveredWeight;
        if (minutes === 0) expect(open).toBe(0);
        else expect(open).toBeGreaterThan(0);
      }),
      { numRuns: cases({ ordinary: 25, deep: 500 }) },
    );
  });
});
