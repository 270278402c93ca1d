import { describe, expect, it } from "vitest";
import { parseRosterProblem } from "@/lib/schedules/roster/problem/problem";
import { verifyRoster } from "@/lib/schedules/roster/result/verify";
import { fillRoster } from "@/lib/schedules/roster/solve";
import { cases } from "@/tests/support/deep";
import { bruteForceRoster, hasLawfulSchedule } from "@/tests/support/roster-brute-force";
import { makeTinyRoster } from "@/tests/support/tiny-rosters";

const order = { seed: 1, budget: {} };

describe("against trying everything", () => {
  const each = cases({ ordinary: 50, deep: 1_000 });
  it.each([1, 1_001, 2_001, 3_001, 4_001])(
    "finds the least unmet demand and then the least cost (from %i)",
    async (from) => {
      for (let seed = from; seed < from + each; seed++) {
        const problem = makeTinyRoster(seed);
        const truth = bruteForceRoster(problem);
        const result = await fillRoster(problem, order);
        const { unmet, cost } = result.score;
        const said = result.status === "impossible" ? null : { unmet: problem.demandFirst ? unmet : 0, cost };
        const status = truth ? "optimal" : "impossible";
        const found = { seed, ok: verifyRoster(problem, result).ok, status: result.status, said };
        expect(found).toEqual({ seed, ok: true, status, said: truth });
      }
    },
  );

  it("comes close without the solver, and never claims more", async () => {
    for (let seed = 5_000; seed < 5_000 + cases({ ordinary: 60, deep: 600 }); seed++) {
      const problem = makeTinyRoster(seed);
      const truth = bruteForceRoster(problem);
      const result = await fillRoster(problem, { ...order, solver: "none" });
      expect(verifyRoster(problem, result)).toMatchObject({ ok: true });
      expect(result).toMatchObject({ status: truth ? "heuristic" : "impossible", lowerBound: null });
      if (truth && problem.demandFirst) expect(result.score.unmet).toBeGreaterThanOrEqual(truth.unmet);
    }
  });
});

describe("a roster that is impossible", () => {
  it("names the fewest rules that contradict each other", async () => {
    let seen = 0;
    for (let seed = 1; seed <= cases({ ordinary: 400, deep: 3_000 }); seed++) {
      const problem = makeTinyRoster(seed);
      if (problem.people.every((person) => hasLawfulSchedule(problem, person))) continue;
      seen++;
      const { conflict = [] } = await fillRoster(problem, { ...order, solver: "none" });
      expect(conflict.length, `seed ${seed}`).toBeGreaterThan(0);
      const [first] = conflict;
      const person = problem.people.find(({ id }) => id === first?.personId);
      expect(person && hasLawfulSchedule(problem, person), `seed ${seed}`).toBe(false);
    }
    expect(seen).toBeGreaterThan(10);
  });

  it("says which two they are", async () => {
    const day = (on: number) => ({
      id: `d${on}`,
      day: on,
      from: 1440 * on + 480,
      to: 1440 * on + 960,
      minutes: 480,
    });
    const document = {
      days: 5,
      shifts: [0, 1, 2, 3, 4].map(day),
      demand: [],
      people: [
        { id: "free", options: [{ shift: "d0" }] },
        {
          id: "tied",
          options: [0, 1, 2, 3, 4].map((on) => ({ shift: `d${on}` })),
          hours: [{ from: 0, to: 5, min: 1_920, max: 2_400 }],
          run: { max: 1 },
          rest: 600,
        },
      ],
    };
    const parsed = parseRosterProblem(document);
    if (!parsed.ok) throw new Error(parsed.path);
    const { status, conflict } = await fillRoster(parsed.value, order);
    expect(status).toBe("impossible");
    expect(conflict).toEqual([
      { personId: "tied", path: "people[1].run.max" },
      { personId: "tied", path: "people[1].hours[0].min" },
    ]);
  });
});
