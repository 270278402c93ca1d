import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { forExecutives } from "./queries-facts";
import type { AskedPool, Placement } from "./queries-list";
import { groupOfFit, placementFit } from "./rules";
import { type MatchedExecutive, placementFacts, weeklyMinutes } from "./rules-facts";
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
  const theirs = { ...pool, ...(await forExecutives(ctx.db, pool, pool.poolId, pool.from, executiveIds)) };
  const executives = new Map(theirs.executives.map((executive) => [executive.id, executive]));
  const names = new Map([...theirs.executives, ...theirs.assistants].map(({ id, name }) => [id, name]));
  return over.map(({ id, facts }) => {
    const best = ownOf(id).flatMap(({ minutes, ...own }): Takeover[] => {
      const executive = executives.get(own.executiveId);
      const taker = executive && bestTaker(theirs, executive, id);
      if (!taker) return [];
      const { toAssistantId, before, after } = taker;
      return [{ toAssistantId, before, after, executiveId: own.executiveId, minutes }];
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

type Taker = Pick<Takeover, "toAssistantId" | "before" | "after">;

/** Who of those with room for an executive fits best, beside how their own assistant does. */
function bestTaker(pool: AskedPool, executive: MatchedExecutive, ownId: string): Taker | null {
  const minutes = weeklyMinutes(executive, pool.from);
  const fitOf = (assistant: AskedPool["assistants"][number]) =>
    placementFit(
      placementFacts(assistant, executive, pool.pairOf(assistant.id, executive.id), pool.from),
      pool.weights,
    );
  let best: (Taker & { load: number }) | null = null;
  const own = pool.assistants.find(({ id }) => id === ownId);
  const before = own ? fitOf(own).total : 0;
  for (const assistant of pool.assistants) {
    if (assistant.id === ownId || assistant.load + minutes > assistant.capacity) continue;
    const fit = fitOf(assistant);
    const { id: toAssistantId, load } = assistant;
    const isBetter = !best || fit.total > best.after || (fit.total === best.after && load < best.load);
    if (groupOfFit(fit) === "ranked" && isBetter) best = { toAssistantId, before, after: fit.total, load };
  }
  return best;
}
