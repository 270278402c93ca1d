import type { RebalanceProblem } from "@/lib/matching/rebalance/problem";
import { randomStream } from "@/lib/solver/random";

type Size = { assistants: number; desks: number; mostChanges: number; seed: number };

/** A pool as offices are: each assistant has some desks and room for a little more, and fits some much better than others. */
export function makePoolToRebalance({ assistants, desks, mostChanges, seed }: Size): RebalanceProblem {
  const next = randomStream(seed);
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const people = Array.from({ length: assistants }, (_, i) => ({ id: `a${i}`, taste: between(0, 30) }));
  const list = Array.from({ length: desks }, (_, i) => ({
    ...{ id: `d${i}`, load: between(6, 30) * 10, weight: between(1, 5) },
    present: next() < 0.95 ? `a${between(0, assistants - 1)}` : null,
  }));
  const loadOf = new Map<string, number>();
  for (const { present, load } of list) if (present) loadOf.set(present, (loadOf.get(present) ?? 0) + load);
  const fit = people.flatMap(({ id, taste }) =>
    list
      .filter(({ present }) => present === id || next() < 0.9)
      .map((desk) => ({ assistantId: id, deskId: desk.id, points: between(20, 70) + taste })),
  );
  return {
    assistants: people.map(({ id }) => ({
      id,
      capacity: Math.max(450, Math.round((loadOf.get(id) ?? 0) * (0.97 + next() * 0.4))),
    })),
    ...{ desks: list, fit, fixed: [], barred: [], mostChanges },
  };
}

/** A tiny problem of any shape a document may have: pairs that are missing, fixed and barred desks, people without room. */
export function makeTinyPool(seed: number): RebalanceProblem {
  const next = randomStream(seed);
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const assistants = Array.from({ length: between(1, 4) }, (_, i) => ({
    ...{ id: `a${i}`, capacity: between(0, 6) },
  }));
  const anyone = () => `a${between(0, assistants.length - 1)}`;
  const desks = Array.from({ length: between(1, 5) }, (_, i) => ({
    ...{ id: `d${i}`, load: between(0, 4), weight: between(1, 3) },
    present: next() < 0.8 ? anyone() : null,
  }));
  const pairs = assistants.flatMap(({ id }) => desks.map((desk) => ({ assistantId: id, deskId: desk.id })));
  const fit = pairs.filter(() => next() < 0.8).map((pair) => ({ ...pair, points: between(0, 8) }));
  const barred = pairs.filter(() => next() < 0.06);
  const isPossible = (assistantId: string, deskId: string) => {
    const isPair = (pair: { assistantId: string; deskId: string }) =>
      pair.assistantId === assistantId && pair.deskId === deskId;
    return fit.some(isPair) && !barred.some(isPair);
  };
  const fixed = desks
    .filter(({ id, present }) => present !== null && isPossible(present, id) && next() < 0.15)
    .map(({ id }) => id);
  return { assistants, desks, fit, fixed, barred, mostChanges: between(0, desks.length) };
}
