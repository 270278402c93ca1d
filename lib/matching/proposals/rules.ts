import { groupOfFit, placementFit } from "@/lib/matching/placements/rules";
import {
  type MatchedAssistant,
  type MatchedExecutive,
  type MatchedPair,
  placementFacts,
  weeklyMinutes,
} from "@/lib/matching/placements/rules-facts";
import type { RebalanceProblem } from "@/lib/matching/rebalance/problem";
import type { FitWeights } from "@/lib/matching/weights/rules";
import type { Day } from "@/lib/time/day";

type Own = {
  assistantId: string;
  executiveId: string;
  isPrimary: boolean;
  isWhole: boolean;
  minutes: number;
};
type Pool = {
  from: Day;
  weights: FitWeights;
  assistants: readonly (MatchedAssistant & { load: number; capacity: number })[];
  executives: readonly MatchedExecutive[];
  own: readonly Own[];
  pairOf: (assistantId: string, executiveId: string) => MatchedPair;
};

/**
 * A pool as a document to rebalance. Executives whom several assistants share stay as they are, and their minutes are out of the
 * capacities. A pair is possible where nothing but too much support speaks against it and enough is known; a present one always
 * where nothing rules it out.
 */
export function rebalanceProblemOf(
  pool: Pool,
  { mostChanges, fixedIds }: { mostChanges: number; fixedIds: readonly string[] },
): RebalanceProblem {
  const present = new Map<string, string | null>();
  for (const { executiveId, assistantId, isPrimary, isWhole } of pool.own)
    present.set(executiveId, present.has(executiveId) || !isPrimary || !isWhole ? null : assistantId);
  const taken = new Set(pool.own.map(({ executiveId }) => executiveId));
  const movable = pool.executives.filter(({ id }) => !taken.has(id) || present.get(id));
  const shared = new Map<string, number>();
  const moving = new Set(movable.map(({ id }) => id));
  for (const { assistantId, executiveId, minutes } of pool.own)
    if (!moving.has(executiveId)) shared.set(assistantId, (shared.get(assistantId) ?? 0) + minutes);
  const fit = movable.flatMap((executive) =>
    pool.assistants.flatMap((assistant) => {
      const pair = pool.pairOf(assistant.id, executive.id);
      const { gates, ...found } = placementFit(
        placementFacts(assistant, executive, pair, pool.from),
        pool.weights,
      );
      const isPresent = present.get(executive.id) === assistant.id;
      const others = gates.filter((gate) => gate !== "over_limit");
      const isRanked = groupOfFit({ ...found, gates: others }) === "ranked";
      if (others.length > 0 || !(isPresent || isRanked)) return [];
      return [{ assistantId: assistant.id, deskId: executive.id, points: found.total }];
    }),
  );
  return {
    assistants: pool.assistants.map(({ id, capacity }) => ({
      id,
      capacity: Math.max(0, capacity - (shared.get(id) ?? 0)),
    })),
    desks: movable.map((executive) => ({
      id: executive.id,
      load: weeklyMinutes(executive, pool.from),
      weight: executive.tier,
      present: presentIn(pool, present.get(executive.id) ?? null),
    })),
    fit,
    fixed: fixedIds.filter((id) => moving.has(id) && present.get(id)),
    barred: [],
    mostChanges: Math.min(mostChanges, movable.length),
  };
}

/** Who has left the pool by then is nobody's assistant any more. */
function presentIn({ assistants }: Pool, assistantId: string | null): string | null {
  return assistants.some(({ id }) => id === assistantId) ? assistantId : null;
}
