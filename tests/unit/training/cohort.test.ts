import { describe, expect, it } from "vitest";
import { randomStream } from "@/lib/solver/random";
import { type CohortProblem, parseCohortProblem } from "@/lib/training/cohort/problem";
import { faultsOfSplit, goalsOfSplit, isLess, SPARE_SESSIONS, windowsOf } from "@/lib/training/cohort/result";
import { findSplits } from "@/lib/training/cohort/solve";
import { drawCohort } from "@/tests/support/factories/cohort";

const ROOMY = { budget: { ms: 20_000 }, now: () => performance.now() };

/** Of every way to place the cohort, what each kind of split comes to at best: [left out, then its goals in order]. */
function tryAll(problem: CohortProblem, most = Number.POSITIVE_INFINITY) {
  const best = { fewest: worst(3), calmest: worst(3), earliest: worst(4) };
  const choices = problem.cohort.map(({ id }) => [null, ...windowsOf(problem, id)]);
  const walk = (i: number, windowOf: Map<string, string>) => {
    if (i < choices.length) {
      for (const window of choices[i] ?? []) {
        const next = new Map(windowOf);
        if (window !== null) next.set(problem.cohort[i]?.id ?? "", window);
        walk(i + 1, next);
      }
      return;
    }
    const disturbance = leastCover(problem, windowOf);
    if (disturbance === null || !isAllowed(problem, windowOf)) return;
    const left = problem.cohort.length - windowOf.size;
    const used = problem.windows.flatMap(({ id }, place) =>
      [...windowOf.values()].includes(id) ? [place + 1] : [],
    );
    const last = used.at(-1) ?? 0;
    if (used.length > most) return;
    best.fewest = lesser(best.fewest, [left, used.length, disturbance]);
    best.calmest = lesser(best.calmest, [left, disturbance, used.length]);
    best.earliest = lesser(best.earliest, [left, last, used.length, disturbance]);
  };
  walk(0, new Map());
  return best;
}

const worst = (length: number): number[] => Array.from({ length }, () => Number.POSITIVE_INFINITY);

const lesser = (a: number[], b: number[]) => (isLess(b, a) ? b : a);

function isAllowed(
  { seats, together, apart, windows }: CohortProblem,
  windowOf: Map<string, string>,
): boolean {
  const sizes = windows.map(({ id }) => [...windowOf.values()].filter((window) => window === id).length);
  return (
    sizes.every((size) => size <= seats) &&
    together.every(([a, b]) => windowOf.get(a) === windowOf.get(b)) &&
    apart.every(([a, b]) => !windowOf.has(a) || windowOf.get(a) !== windowOf.get(b))
  );
}

function leastCover(
  { pieces, people, windows }: CohortProblem,
  windowOf: Map<string, string>,
): number | null {
  const slots = new Map(windows.map((one) => [one.id, one.slots]));
  const isAway = (id: string, slot: number) => slots.get(windowOf.get(id) ?? "")?.includes(slot) ?? false;
  const lost = pieces.filter(({ own, slot }) => own.every((id) => isAway(id, slot)));
  const free = new Map(people.map(({ id, capacity }) => [id, [...capacity]]));
  const cover = (i: number): number | null => {
    const piece = lost[i];
    if (!piece) return 0;
    let best: number | null = null;
    for (const { id, cost } of piece.candidates) {
      const row = free.get(id);
      if (!row || isAway(id, piece.slot) || (row[piece.slot] ?? 0) < piece.minutes) continue;
      row[piece.slot] = (row[piece.slot] ?? 0) - piece.minutes;
      const rest = cover(i + 1);
      row[piece.slot] = (row[piece.slot] ?? 0) + piece.minutes;
      if (rest !== null && (best === null || rest + piece.minutes + cost < best))
        best = rest + piece.minutes + cost;
    }
    return best;
  };
  return cover(0);
}

describe("the splits of a cohort", () => {
  it("are the best of their kind, tried against every other way, and their own check finds nothing", async () => {
    const random = randomStream(16);
    for (let i = 0; i < 25; i++) {
      const problem = drawCohort(random);
      const result = await findSplits(problem, ROOMY);
      const { fewest } = tryAll(problem);
      const best = { ...tryAll(problem, (fewest[1] ?? 0) + SPARE_SESSIONS), fewest };
      for (const split of result.splits) {
        expect(faultsOfSplit(problem, split), `problem ${i}`).toEqual([]);
        expect(split.isProven).toBe(true);
        expect(goalsOfSplit(problem, split), `problem ${i}, ${split.kind}`).toEqual(best[split.kind]);
      }
      expect(result.splits).toHaveLength(3);
      expect(result.sessionsAtLeast, `problem ${i}`).toBe(best.fewest[1]);
    }
  }, 60_000);

  it("place nobody wrongly without a solver either", async () => {
    const random = randomStream(17);
    for (let i = 0; i < 20; i++) {
      const problem = drawCohort(random);
      const { splits } = await findSplits(problem, { budget: {}, solver: "none" });
      for (const split of splits) expect(faultsOfSplit(problem, split), `problem ${i}`).toEqual([]);
    }
  });

  it("say who can't go at all, where it would be least, and why fewer sessions are impossible", async () => {
    const problem: CohortProblem = {
      ...{ seats: 2, least: 0, together: [], apart: [], at: [] },
      windows: [
        { id: "mon", slots: [0] },
        { id: "tue", slots: [1] },
      ],
      people: ["a", "b", "c"].map((id) => ({ id, capacity: [60, 60] })),
      cohort: ["a", "b", "c"].map((id) => ({ id })),
      pieces: [0, 1].map((slot) => ({ id: `x${slot}`, slot, minutes: 60, own: ["c"], candidates: [] })),
    };
    const { unplaceable, splits, sessionsAtLeast, bounds } = await findSplits(problem, ROOMY);
    expect(unplaceable).toEqual([{ id: "c", window: "mon", open: ["x0"] }]);
    expect(splits.map(({ unplaced }) => unplaced)).toEqual([["c"], ["c"], ["c"]]);
    expect(sessionsAtLeast).toBe(1);
    expect(bounds).toEqual([
      { window: "mon", most: 2 },
      { window: "tue", most: 2 },
    ]);
  });

  it("are refused for a document that contradicts itself, with the path", () => {
    const problem = drawCohort(randomStream(1));
    expect(parseCohortProblem(problem)).toMatchObject({ ok: true });
    const refused = (document: object) => {
      const parsed = parseCohortProblem({ ...problem, ...document });
      return parsed.ok ? null : parsed.path;
    };
    expect(refused({ at: [{ id: "m0", window: "w9" }] })).toBe("at[0].window");
    expect(refused({ apart: [["m0", "m0"]] })).toBe("apart[0]");
    expect(refused({ least: 9 })).toBe("least");
    expect(refused({ seats: 0 })).toBe("seats");
  });
});
