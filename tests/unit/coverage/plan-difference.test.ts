import { describe, expect, it } from "vitest";
import type { PlanResult } from "@/lib/coverage/planner/result/plan-result";
import { planDifference } from "@/lib/coverage/plans/rules-difference";
import type { PoolProblem } from "@/lib/coverage/plans/rules-problem";
import { day } from "@/lib/time/day";
import { halfDayIndex } from "@/lib/time/half-day";

const FIRST = halfDayIndex(day("2026-08-17"), "am");

function makeProblem(more: Partial<PoolProblem["problem"]> = {}): PoolProblem {
  const candidates = ["ben", "cia"].map((assistantId) => ({ assistantId, misfit: 0 }));
  return {
    slotIndexes: [0, 1, 2, 3].map((slot) => FIRST + slot),
    problem: {
      slots: 4,
      assistants: ["ben", "cia"].map((id) => ({ id, capacity: [240, 240, 240, 240], expected: 100 })),
      episodes: [
        {
          id: "zoe/away",
          executiveId: "zoe",
          absenceId: "away",
          from: 0,
          to: 4,
          minutes: [60, 60, 60, 60],
          weight: 1,
          candidates,
        },
      ],
      pinned: [],
      prior: [],
      weights: { piece: 0, change: 0, fairness: [0, 0] },
      ...more,
    },
  };
}

function serving(...who: (string | null)[]): PlanResult {
  const assignments = who.flatMap((assistantId, slot) =>
    assistantId ? [{ episodeId: "zoe/away", from: slot, to: slot + 1, assistantId }] : [],
  );
  return { assignments } as unknown as PlanResult;
}

const prior = (...who: string[]) =>
  who.map((assistantId, slot) => ({ episodeId: "zoe/away", slot, assistantId }));

describe("the difference a plan makes", () => {
  it("counts who moves, who gains and who loses, and joins half-days that go the same way", () => {
    const asked = makeProblem({ prior: prior("ben", "ben", "ben") });
    const difference = planDifference(asked, serving("cia", "cia", null, "ben"));
    expect(difference).toMatchObject({ moved: 2, lost: 1, gained: 1, kept: 0 });
    expect(difference.open).toEqual([{ week: "2026-W34", before: 1, after: 1 }]);
    expect(difference.moves).toEqual([
      expect.objectContaining({
        fromAssistantId: "ben",
        toAssistantId: "cia",
        from: "2026-08-17",
        fromPart: "am",
        to: "2026-08-17",
        toPart: "pm",
        halfDays: 2,
      }),
      expect.objectContaining({ fromAssistantId: "ben", toAssistantId: null, from: "2026-08-18" }),
      expect.objectContaining({ fromAssistantId: null, toAssistantId: "ben", toPart: "pm" }),
    ]);
    expect(difference.people).toEqual([
      { assistantId: "cia", before: 0, after: 120 },
      { assistantId: "ben", before: 180, after: 60 },
    ]);
  });

  it("is nothing where all stays, and passes over pins", () => {
    const asked = makeProblem({
      prior: prior("ben"),
      pinned: [{ ...prior("", "cia")[1], slot: 1 } as never],
    });
    expect(planDifference(asked, serving("ben", "cia"))).toEqual({
      moves: [],
      people: [],
      open: [{ week: "2026-W34", before: 2, after: 2 }],
      moved: 0,
      gained: 0,
      lost: 0,
      kept: 1,
    });
  });
});
