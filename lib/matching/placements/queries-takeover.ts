import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { type AskedPool, type Placement, placementsFor, readAskedPool } from "./queries-list";
import { groupOfFit } from "./rules";
import { smallestTakeover, type Takeover } from "./rules-takeover";
import type { ComparedView } from "./schema";

/** What would have to move for candidates who would have too much support: whom of theirs another could take; null for nothing. */
export async function listTakeovers(
  ctx: Ctx<Manager>,
  pool: AskedPool,
  executiveId: string,
  candidates: readonly Placement[],
): Promise<ComparedView["takeovers"]> {
  const over = candidates.filter(({ fit }) => fit.gates.includes("over_limit"));
  const ownOf = (assistantId: string) =>
    pool.own.filter((one) => one.assistantId === assistantId && one.executiveId !== executiveId);
  const executiveIds = [...new Set(over.flatMap(({ id }) => ownOf(id).map((one) => one.executiveId)))];
  if (executiveIds.length === 0) return over.map(({ id }) => ({ assistantId: id, moves: null }));
  const { from, poolId } = pool;
  const theirs = await readAskedPool(ctx, { poolId }, from, { executiveIds });
  const names = new Map([...theirs.executives, ...theirs.assistants].map(({ id, name }) => [id, name]));
  const listOf = new Map(
    theirs.executives.map((executive) => [executive.id, placementsFor(theirs, executive, "sv")]),
  );
  return over.map(({ id, facts }) => {
    const best = ownOf(id).flatMap((own): Takeover[] => {
      const list = listOf.get(own.executiveId) ?? [];
      const before = list.find((one) => one.id === id);
      const taker = list.find((one) => one.id !== id && groupOfFit(one.fit) === "ranked");
      if (!before || !taker) return [];
      return [
        {
          ...{ executiveId: own.executiveId, toAssistantId: taker.id, minutes: own.minutes },
          ...{ before: before.fit.total, after: taker.fit.total },
        },
      ];
    });
    const moves = smallestTakeover(facts.loadAfter - facts.capacity, best);
    return {
      assistantId: id,
      moves:
        moves?.map(({ minutes: _, ...move }) => ({
          ...move,
          executiveName: names.get(move.executiveId) ?? "",
          toName: names.get(move.toAssistantId) ?? "",
        })) ?? null,
    };
  });
}
