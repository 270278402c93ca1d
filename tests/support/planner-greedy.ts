import type { PlanProblem } from "@/lib/coverage/planner/problem/problem";

export type Weighed = { uncoveredWeight: number; quality: number };

/**
 * The rule of a careful person with a spreadsheet: weightiest executives first, longest first; each to the one assistant
 * who can serve most of what is left for least misfit and is not over their share, and so on until nobody can.
 */
export function planByHand(problem: PlanProblem): Weighed {
  const { piece, fairness } = problem.weights;
  const left = new Map(problem.assistants.map((person) => [person.id, [...person.capacity]]));
  const given = new Map(problem.assistants.map((person) => [person.id, 0]));
  const share = new Map(problem.assistants.map((person) => [person.id, person.expected]));
  let uncoveredWeight = 0;
  let quality = 0;
  const total = (minutes: readonly number[]) => minutes.reduce((sum, one) => sum + one, 0);
  const order = [...problem.episodes].sort(
    (a, b) => b.weight - a.weight || total(b.minutes) - total(a.minutes),
  );
  for (const episode of order) {
    const open = new Set([...episode.minutes.keys()].filter((offset) => (episode.minutes[offset] ?? 0) > 0));
    for (;;) {
      let best: { id: string; offsets: number[]; take: number[]; misfit: number; rank: number } | null = null;
      for (const { assistantId, misfit, minutes } of episode.candidates) {
        const take = minutes ?? episode.minutes;
        const residual = left.get(assistantId) ?? [];
        const offsets = longestRun(
          [...open].filter(
            (offset) =>
              (take[offset] ?? 0) <= (residual[episode.from + offset] ?? 0) &&
              (residual[episode.from + offset] ?? 0) > 0,
          ),
        );
        if (offsets.length === 0) continue;
        const after =
          (given.get(assistantId) ?? 0) + offsets.reduce((sum, offset) => sum + (take[offset] ?? 0), 0);
        const isOver = after > 2 * (share.get(assistantId) ?? 0) ? 1 : 0;
        const rank = offsets.length * 1000 - isOver * 500 - misfit;
        if (!best || rank > best.rank) best = { id: assistantId, offsets, take, misfit, rank };
      }
      if (!best) break;
      const residual = left.get(best.id) as number[];
      quality += piece;
      for (const offset of best.offsets) {
        const minutes = best.take[offset] ?? 0;
        open.delete(offset);
        residual[episode.from + offset] = (residual[episode.from + offset] ?? 0) - minutes;
        given.set(best.id, (given.get(best.id) ?? 0) + minutes);
        quality += best.misfit;
      }
    }
    for (const offset of open) uncoveredWeight += episode.weight * (episode.minutes[offset] ?? 0);
  }
  for (const [id, minutes] of given) {
    const expected = share.get(id) ?? 0;
    quality += fairness[0] * Math.min(Math.max(minutes - expected, 0), expected);
    quality += fairness[1] * Math.max(minutes - 2 * expected, 0);
  }
  return { uncoveredWeight, quality };
}

function longestRun(offsets: readonly number[]): number[] {
  let best: number[] = [];
  let run: number[] = [];
  for (const offset of offsets) {
    run = run.at(-1) === offset - 1 ? [...run, offset] : [offset];
    if (run.length > best.length) best = run;
  }
  return best;
}
