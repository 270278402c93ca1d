import { pairKey, type RebalanceProblem } from "@/lib/matching/rebalance/problem";

export type BestOf = { unassigned: number; overload: number; value: number; used: number };

/** The best with at most so many changes, by trying everybody at every desk; null where so few changes are not enough. */
export function bruteForceRebalance(problem: RebalanceProblem, mostChanges: number): BestOf | null {
  const barred = new Set(problem.barred.map(pairKey));
  const points = new Map(
    problem.fit
      .map((pair): [string, number] => [pairKey(pair), pair.points])
      .filter(([key]) => !barred.has(key)),
  );
  let best: BestOf | null = null;
  const loads = new Map<string, number>();
  const visit = (place: number, unassigned: number, value: number, used: number) => {
    if (used > mostChanges) return;
    const desk = problem.desks[place];
    if (!desk) {
      const overload = problem.assistants.reduce(
        (sum, { id, capacity }) => sum + Math.max(0, (loads.get(id) ?? 0) - capacity),
        0,
      );
      const found = { unassigned, overload, value, used };
      if (!best || isBetter(found, best)) best = found;
      return;
    }
    const isFixed = problem.fixed.includes(desk.id);
    const cost = (to: string | null) => (desk.present !== null && desk.present !== to ? 1 : 0);
    for (const { id } of problem.assistants) {
      const worth = points.get(pairKey({ assistantId: id, deskId: desk.id }));
      if (worth === undefined || (isFixed && id !== desk.present)) continue;
      loads.set(id, (loads.get(id) ?? 0) + desk.load);
      visit(place + 1, unassigned, value + desk.weight * worth, used + cost(id));
      loads.set(id, (loads.get(id) ?? 0) - desk.load);
    }
    if (!isFixed) visit(place + 1, unassigned + 1, value, used + cost(null));
  };
  visit(0, 0, 0, 0);
  return best;
}

function isBetter(a: BestOf, b: BestOf): boolean {
  const apart =
    b.unassigned - a.unassigned || b.overload - a.overload || a.value - b.value || b.used - a.used;
  return apart > 0;
}
