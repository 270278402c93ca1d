import { describe, expect, it } from "vitest";
import { type Grid, gridOf } from "@/lib/coverage/demand/rules-grid";
import { cardExecutivesOf, gapRunsOf } from "@/lib/coverage/leave-cover/rules-card";
import { choicesOf, gapsLeft, isSameGaps, slotsOfChoices } from "@/lib/coverage/leave-cover/rules-choices";
import { openedProblem, type Picks, withPicks } from "@/lib/coverage/leave-cover/rules-opened";
import type { Office } from "@/lib/coverage/office/rules";
import { plan } from "@/lib/coverage/planner/plan";
import { verify } from "@/lib/coverage/planner/result/verify";
import { plannedSlots } from "@/lib/coverage/plans/rules-planned-slots";
import { problemOf } from "@/lib/coverage/plans/rules-problem";
import { type Away, effectOfAbsence } from "@/lib/coverage/what-if/rules-opened-by";
import { day } from "@/lib/time/day";
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

const leave = makeAway("2026-08-18", "2026-08-19", "leave");
const ana = makeAssistant("ana", { absences: [leave] });
const [ben, cia] = [makeAssistant("ben"), makeAssistant("cia")];
const zoe = makeExecutive("zoe", { supports: [makeSupport("ana"), makeSupport("ben", { role: "backup" })] });
const yan = makeExecutive("yan", { tier: 3, supports: [makeSupport("ana")] });
const xia = makeExecutive("xia");

const away: Away = { ...leave, assistantId: "ana", taken: [] };
const NOTHING: Picks = new Map();

function grid(parts: Parameters<typeof makeOffice>[0] = {}): Grid {
  return gridOf(makeOffice({ assistants: [ana, ben, cia], executives: [zoe, yan, xia], ...parts }));
}

function openedIn({ office }: { office: Office }, parts: Partial<Away> = {}, fromIndex = 0) {
  return effectOfAbsence(gridOf(office), { ...away, ...parts }, fromIndex).opened;
}

function solve(looked: Grid, picks = NOTHING) {
  const opened = openedIn(looked);
  const pool = withPicks(openedProblem(problemOf(looked, "north"), opened), picks);
  return plan(pool.problem, { seed: 1, budget: { iterations: 200 }, mode: "optimise", now: () => 0 }).then(
    (result) => {
      expect(verify(pool.problem, result).ok).toBe(true);
      return { opened, pool, slots: plannedSlots(looked, pool, result.assignments) };
    },
  );
}

describe("what an absence opens", () => {
  it("is where the absent person is the own assistant, in the days away and no other", () => {
    const opened = openedIn(grid());
    expect([...opened.keys()]).toEqual(["zoe", "yan"]);
    expect(opened.get("zoe")?.size).toBe(4);
  });

  it("is what they cover for others too, and nothing of the past", () => {
    const covers = [makeOfficeCover("xia", "ana", makeStretch("2026-08-17", "am", "2026-08-18", "am"))];
    expect(openedIn(grid({ covers })).get("xia")?.size).toBe(1);
    const later = openedIn(grid({ covers }), {}, leave.first + 1);
    expect(later.get("xia")).toBeUndefined();
    expect(later.get("zoe")?.size).toBe(3);
  });

  it("is what the absence took from them where it stands already", () => {
    const taken = [makeOfficeCover("xia", "ana", makeStretch("2026-08-17", "am", "2026-08-18", "am"))];
    expect(openedIn(grid()).get("xia")).toBeUndefined();
    expect(openedIn(grid(), { taken }).get("xia")?.size).toBe(1);
  });

  it("is where a shared assistant stands in for a primary who is away", () => {
    const dia = makeAssistant("dia", { absences: [makeAway("2026-08-17", "2026-08-21", "parental")] });
    const wim = makeExecutive("wim", {
      supports: [makeSupport("dia"), makeSupport("ana", { role: "shared" })],
    });
    const { office } = grid({ assistants: [ana, ben, cia, dia], executives: [wim] });
    const { grid: looked, opened } = effectOfAbsence(gridOf(office), away, 0);
    expect(opened.get("wim")?.size).toBe(4);
    const absenceIds = problemOf(looked, "north").problem.episodes.map((episode) => episode.absenceId);
    expect(absenceIds).toContain("leave");
  });

  it("is nothing on days the absent person does not work", () => {
    const part = makeAssistant("ana", { hours: makeHours([1, 2], 480, 1020), absences: [leave] });
    const opened = openedIn(grid({ assistants: [part, ben, cia] }));
    expect([...(opened.get("zoe") ?? [])].length).toBe(2);
  });

  it("is asked of the planner alone; what stands elsewhere keeps its people", () => {
    const covers = [makeOfficeCover("xia", "ben", makeStretch("2026-08-18", "am", "2026-08-18", "pm"))];
    const looked = grid({ covers });
    const { problem } = openedProblem(problemOf(looked, "north"), openedIn(looked));
    expect(problem.episodes.map((episode) => episode.executiveId).sort()).toEqual(["yan", "zoe"]);
    const whole = problemOf(looked, "north").problem.assistants.find((one) => one.id === "ben")?.capacity;
    const narrow = problem.assistants.find((one) => one.id === "ben")?.capacity;
    expect((whole?.[2] ?? 0) - (narrow?.[2] ?? 0)).toBe(75);
    expect(narrow?.[4]).toBe(whole?.[4]);
  });
});

describe("a manager's choice", () => {
  it("is kept wherever the person has time, and the rest is planned around it", async () => {
    const { slots } = await solve(grid(), new Map([["zoe", "cia"]]));
    const zoes = slots.filter((slot) => slot.executiveId === "zoe");
    expect(new Set(zoes.map((slot) => slot.assistantId))).toEqual(new Set(["cia"]));
    expect(slots).toHaveLength(8);
  });

  it("may be to leave an executive open", async () => {
    const looked = grid();
    const { opened, slots } = await solve(looked, new Map([["zoe", null]]));
    expect(gapsLeft(looked, opened, slots).map((gap) => gap.executiveId)).toEqual(Array(4).fill("zoe"));
  });

  it("counts for nothing where the rules leave the person out", async () => {
    const hard = [{ executiveId: "zoe", assistantId: "cia", kind: "hard" as const, expiresOn: null }];
    const { slots } = await solve(grid({ restrictions: hard }), new Map([["zoe", "cia"]]));
    expect(slots.some((slot) => slot.executiveId === "zoe" && slot.assistantId === "cia")).toBe(false);
  });

  it("never gives one person more than they have", async () => {
    const heavy = [makeDuty({ minutesPerDay: 360 })];
    const executives = [zoe, yan].map((executive) => ({ ...executive, duties: heavy }));
    const { pool } = await solve(
      grid({ executives }),
      new Map([
        ["zoe", "cia"],
        ["yan", "cia"],
      ]),
    );
    expect(pool.problem.pinned).toHaveLength(4);
  });
});

describe("choices that are sent back", () => {
  const DAYS = { from: day("2026-08-18"), fromPart: "am", to: day("2026-08-19"), toPart: "pm" } as const;

  function check(looked: Grid, choices: Parameters<typeof slotsOfChoices>[3]) {
    const opened = openedIn(looked);
    return slotsOfChoices(looked, [openedProblem(problemOf(looked, "north"), opened)], opened, choices);
  }

  it("hold as long as the executive is open and the person free", () => {
    const answer = check(grid(), [{ executiveId: "zoe", assistantId: "ben", ...DAYS }]);
    expect(answer.ok && answer.value.map((slot) => slot.absenceId)).toEqual(Array(4).fill("leave"));
  });

  it.each([
    ["somebody away", grid(), "ana", "zoe"],
    ["an executive that is not open", grid(), "ben", "xia"],
    [
      "somebody whose time is taken",
      grid({
        covers: [makeOfficeCover("xia", "ben")],
        executives: [zoe, yan, { ...xia, duties: [makeDuty({ minutesPerDay: 470 })] }],
      }),
      "ben",
      "zoe",
    ],
    [
      "an executive that is pinned",
      grid({ covers: [makeOfficeCover("zoe", "cia", { pinned: true })] }),
      "ben",
      "zoe",
    ],
  ])("are outdated for %s", (_words, looked, assistantId, executiveId) => {
    expect(check(looked, [{ executiveId, assistantId, ...DAYS }])).toMatchObject({ reason: "plan_outdated" });
  });

  describe("where a half-day is shared by the hour", () => {
    const [early, late] = [
      { startMinute: 480, endMinute: 600 },
      { startMinute: 600, endMinute: 720 },
    ];
    const morning = makeStretch("2026-08-18", "am", "2026-08-18", "am");
    const held = (pinned: boolean) =>
      grid({ covers: [makeOfficeCover("zoe", "cia", { ...morning, window: early, pinned })] });
    const choice = { executiveId: "zoe", assistantId: "ben", ...DAYS };

    it.each([true, false])("are what the plan itself proposes, pinned or not: %s", async (pinned) => {
      const looked = held(pinned);
      const { slots } = await solve(looked, new Map([["zoe", "ben"]]));
      const answer = check(looked, choicesOf(looked, slots));
      expect(answer.ok && answer.value.length).toBe(slots.length);
      expect(gapsLeft(looked, openedIn(looked), answer.ok ? answer.value : [])).toEqual([]);
    });

    it("leave to somebody the hours they hold", () => {
      const answer = check(held(true), [choice]);
      expect(answer.ok && answer.value.flatMap(({ window }) => window ?? [])).toEqual([late]);
      expect(answer.ok && answer.value).toHaveLength(4);
    });

    it("may be for some hours, beside the same person's others", () => {
      const from = { from: day("2026-08-18"), fromPart: "am" } as const;
      const to = { to: day("2026-08-18"), toPart: "am" } as const;
      const hours = { executiveId: "zoe", assistantId: "cia", ...from, ...to, window: late };
      const answer = check(held(false), [hours]);
      expect(answer.ok && answer.value.map(({ window }) => window)).toEqual([late]);
      expect(check(held(true), [{ ...hours, window: early }])).toMatchObject({ reason: "plan_outdated" });
    });
  });

  it("may not name a half-day twice", () => {
    const one = { executiveId: "zoe", assistantId: "ben", ...DAYS };
    expect(check(grid(), [one, { ...one, assistantId: "cia" }])).toMatchObject({ reason: "plan_outdated" });
  });
});

describe("named gaps", () => {
  const gap = (on: string, part: "am" | "pm" = "am", executiveId = "zoe") => ({
    executiveId,
    on: day(on),
    part,
  });

  it("are the same in any order and not when one differs", () => {
    const [a, b] = [gap("2026-08-18"), gap("2026-08-18", "pm")];
    expect(isSameGaps([a, b], [b, a, a])).toBe(true);
    expect(isSameGaps([a], [a, b])).toBe(false);
    expect(isSameGaps([a], [b])).toBe(false);
    expect(isSameGaps([], [])).toBe(true);
  });

  it("are said in stretches", () => {
    const gaps = [gap("2026-08-19"), gap("2026-08-18", "pm"), gap("2026-08-18", "am", "yan")];
    expect(gapRunsOf(gaps)).toEqual([
      { executiveId: "yan", from: "2026-08-18", fromPart: "am", to: "2026-08-18", toPart: "am", halfDays: 1 },
      { executiveId: "zoe", from: "2026-08-18", fromPart: "pm", to: "2026-08-19", toPart: "am", halfDays: 2 },
    ]);
  });
});

describe("the card", () => {
  it("has the weightiest executive first, who steps in and why, and who else could", async () => {
    const looked = grid();
    const { opened, slots } = await solve(looked);
    const executives = cardExecutivesOf(looked, opened, slots, NOTHING);
    expect(executives.map((executive) => executive.executiveId)).toEqual(["yan", "zoe"]);
    const [run] = executives[1]?.runs ?? [];
    expect(run).toMatchObject({ state: "planned", assistantId: "ben", halfDays: 4, why: { backupRank: 1 } });
    expect(executives[1]?.alternatives.map((other) => other.assistantId)).toEqual(["cia"]);
  });

  it("tells what stands, what is asked and what is open apart", () => {
    const covers = [
      makeOfficeCover("zoe", "ben", { ...makeStretch("2026-08-18", "am", "2026-08-18", "am"), id: "c1" }),
      makeOfficeCover("zoe", "cia", {
        ...makeStretch("2026-08-18", "pm", "2026-08-18", "pm"),
        id: "c2",
        offeredUntil: new Date(0),
      }),
    ];
    const looked = grid({ covers });
    const executives = cardExecutivesOf(looked, openedIn(looked), [], new Map([["zoe", null]]));
    const zoes = executives.find((executive) => executive.executiveId === "zoe");
    expect(zoes?.runs.map((run) => [run.state, run.coverId])).toEqual([
      ["covered", "c1"],
      ["offered", "c2"],
      ["gap", null],
    ]);
    expect(zoes?.picked).toBe("none");
  });
});
