import { describe, expect, it } from "vitest";
import { boardFigures, boardRows } from "@/lib/coverage/board/rules";
import { executivesOf, freeAfterCovers, gridOf, positionOf } from "@/lib/coverage/demand/rules-grid";
import type { PlanResult } from "@/lib/coverage/planner/result/plan-result";
import { problemOf } from "@/lib/coverage/plans/rules-problem";
import {
  ineligibleFor,
  plannedCovers,
  plannedGaps,
  type StoredAnswer,
} from "@/lib/coverage/plans/rules-view";
import { day } from "@/lib/time/day";
import {
  makeAssistant,
  makeAway,
  makeDuty,
  makeExecutive,
  makeOffice,
  makeOfficeCover,
  makeStretch,
  makeSupport,
} from "@/tests/support/factories/coverage";

const TUESDAY = makeStretch("2026-08-18", "am", "2026-08-18", "pm");
const WEEK = makeStretch("2026-08-17", "am", "2026-08-21", "pm");
const ana = makeAssistant("ana", { absences: [makeAway("2026-08-18", "2026-08-19")] });
const zoe = makeExecutive("zoe", { title: "COO", supports: [makeSupport("ana")] });
const sue = makeExecutive("sue", { poolId: "south" });

function rows(proposals: Parameters<typeof boardRows>[2] = []) {
  const office = makeOffice({
    assistants: [ana, makeAssistant("ben"), makeAssistant("cia")],
    executives: [zoe, sue],
    covers: [makeOfficeCover("zoe", "ben", { ...TUESDAY, pinned: true })],
  });
  const grid = gridOf(office);
  return boardRows(grid, executivesOf(office, "north"), proposals);
}

describe("the board's rows", () => {
  it("count the gaps of executives, in all, for each and by day", () => {
    const office = makeOffice({ assistants: [ana], executives: [zoe, sue] });
    const { needed, gaps, gapsOf, days } = boardFigures(gridOf(office), office.executives);
    expect({ needed, gaps, gapsOf: Object.fromEntries(gapsOf) }).toEqual({
      needed: 20,
      gaps: 14,
      gapsOf: { zoe: 4, sue: 10 },
    });
    expect(days.slice(0, 3).map((on) => on.gaps)).toEqual([2, 4, 4]);
    expect(days[5]).toEqual({ on: "2026-08-22", needed: 0, gaps: 0 });
  });

  it("show the pool's executives with each half-day", () => {
    const shown = rows();
    expect(shown).toHaveLength(1);
    expect(shown[0]).toMatchObject({ id: "zoe", title: "COO" });
    expect(shown[0]?.slots).toHaveLength(14);
    expect(shown[0]?.slots.slice(1, 5)).toMatchObject([
      { on: "2026-08-17", part: "pm", status: "own", assistantId: "ana", coverageAssignmentId: null },
      { status: "cover", assistantId: "ben", coverageAssignmentId: "ben for zoe", pinned: true },
      { on: "2026-08-18", part: "pm", status: "cover" },
      { on: "2026-08-19", status: "gap", assistantId: null, proposedAssistantId: null },
    ]);
  });

  it("show who a plan proposes only where that is a change", () => {
    const proposal = { executiveId: "zoe", assistantId: "cia", ...WEEK };
    const proposed = (assistantId: string) =>
      rows([{ ...proposal, assistantId }])[0]
        ?.slots.map((slot) => slot.proposedAssistantId)
        .slice(0, 7);
    expect(proposed("cia")).toEqual([null, null, "cia", "cia", "cia", "cia", null]);
    expect(proposed("ben")).toEqual([null, null, null, null, "ben", "ben", null]);
    expect(rows([{ ...proposal, executiveId: "sue" }])[0]?.slots[4]?.proposedAssistantId).toBeNull();
  });

  it("agree with the free time that is left", () => {
    const office = makeOffice({
      assistants: [ana, makeAssistant("ben")],
      executives: [zoe, sue],
      covers: [makeOfficeCover("zoe", "ben", TUESDAY), makeOfficeCover("sue", "ben", TUESDAY)],
    });
    const grid = gridOf(office);
    const free = freeAfterCovers(grid);
    const tuesday = positionOf(grid, day("2026-08-18"), "am");
    expect(tuesday).toBe(2);
    expect(free.get("ben")?.slice(1, 5)).toEqual([240, 90, 90, 240]);
    expect(free.get("ana")?.slice(1, 5)).toEqual([180, 0, 0, 0]);
  });
});

describe("a plan in people's words", () => {
  const restrictions = [
    { assistantId: "ben", executiveId: "zoe", kind: "hard" as const, expiresOn: day("2026-08-17") },
  ];
  const office = makeOffice({
    assistants: [ana, makeAssistant("ben"), makeAssistant("dan", { skills: new Map() })],
    executives: [zoe],
    restrictions,
  });
  const grid = gridOf(office);
  const asked = problemOf(grid, "north");
  const NO_COST = { misfit: 0, pieces: 0, fairness: 0, change: 0, quality: 0, uncoveredWeight: 0 };
  const result = {
    assignments: [{ episodeId: "zoe/away", from: 2, to: 4, assistantId: "ben" }],
    uncovered: [{ episodeId: "zoe/away", slot: 4, minutes: 60, reasons: ["none_at_work"] }],
    score: NO_COST,
  } as unknown as PlanResult;
  const answer: StoredAnswer = {
    result,
    assignments: [],
    uncovered: [
      {
        episodeId: "zoe/away",
        slot: 4,
        minutes: 60,
        reasons: ["none_at_work"],
        remedies: [
          {
            code: "move_executive",
            episodeId: "zoe/away",
            fromAssistantId: "ben",
            toAssistantId: "dan",
            minutes: 60,
          },
        ],
      } as unknown as StoredAnswer["uncovered"][number],
    ],
    ineligible: ineligibleFor(grid, asked, "north"),
  };

  it("names days and people, and every person the rules leave out with the rule", () => {
    expect(plannedCovers(asked, answer)).toMatchObject([
      {
        executiveId: "zoe",
        assistantId: "ben",
        from: "2026-08-18",
        fromPart: "am",
        to: "2026-08-18",
        toPart: "pm",
        minutes: 150,
        isChange: true,
        isPinned: false,
        isExplained: false,
        others: [{ assistantId: "dan", verdict: "ineligible", rules: [{ rule: "skill" }] }],
      },
    ]);
  });

  it("never says of who was chosen that they are not available", () => {
    expect(plannedCovers(asked, answer)[0]?.others.map((other) => other.assistantId)).not.toContain("ben");
  });

  it("names each half-day that stays open, why, and what would close it", () => {
    expect(plannedGaps(asked, answer)).toEqual([
      {
        index: 0,
        on: "2026-08-19",
        part: "am",
        window: null,
        dutyIds: [],
        executiveId: "zoe",
        minutes: 60,
        reasons: ["none_at_work"],
        remedies: [
          { code: "move_executive", executiveId: "zoe", fromAssistantId: "ben", toAssistantId: "dan" },
        ],
      },
    ]);
  });

  it("calls a cover that stands no change, and one that is pinned pinned", () => {
    const standing = (pinned: boolean) =>
      problemOf(
        gridOf({
          ...office,
          covers: new Map([["zoe", [makeOfficeCover("zoe", "ben", { ...TUESDAY, pinned })]]]),
        }),
        "north",
      );
    expect(plannedCovers(standing(false), answer)[0]).toMatchObject({ isChange: false, isPinned: false });
    expect(plannedCovers(standing(true), answer)[0]).toMatchObject({ isChange: false, isPinned: true });
  });

  it("leaves out whoever is of another pool or another executive", () => {
    const idle = makeExecutive("idle", { duties: [makeDuty()], supports: [makeSupport("ben")] });
    const more = gridOf({ ...office, executives: [zoe, idle] });
    expect(Object.keys(ineligibleFor(more, problemOf(more, "north"), "north"))).toEqual(["zoe"]);
  });
});
