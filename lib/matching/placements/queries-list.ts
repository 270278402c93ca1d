import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { readFitWeights } from "@/lib/matching/weights/queries";
import type { FitWeights } from "@/lib/matching/weights/rules";
import { canManagePool } from "@/lib/pools/policy";
import type { Day } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { type MatchedPool, type MatchedScope, readMatchedPool } from "./queries-facts";
import { type PlacementFit, placementFit, rankPlacements } from "./rules";
import { type MatchedExecutive, type PlacementFacts, placementFacts } from "./rules-facts";
import type { CandidatePlacement } from "./schema";

/** One assistant with one executive: the facts, and the fit from them. */
export type Placement = { id: string; name: string; facts: PlacementFacts; fit: PlacementFit };

/** A pool as its manager asks for fits of a day: what they are worked out from, and how they are weighed. */
export type AskedPool = MatchedPool & { poolId: string; from: Day; weights: FitWeights };

type Where = { executiveId: string } | { assistantId: string } | { poolId: string };

/** The pool of a person, or a named one, on a day, today when none is named; for whoever leads it. */
export async function readAskedPool(
  ctx: Ctx<Manager>,
  where: Where,
  from: Day | undefined,
  scope: MatchedScope,
): Promise<AskedPool> {
  const pool = await findPool(ctx, where);
  if (!pool || !canManagePool(ctx.actor, pool.id)) throw new NotFoundError("pool");
  const on = from ?? dayIn(pool.timeZone, ctx.now);
  const weights = await readFitWeights(ctx.db, pool.id);
  return { ...(await readMatchedPool(ctx.db, pool.id, on, scope)), poolId: pool.id, from: on, weights };
}

const POOL = { select: { id: true, timeZone: true } } as const;

async function findPool(
  { db }: Ctx<Manager>,
  where: Where,
): Promise<{ id: string; timeZone: string } | null> {
  if ("poolId" in where) return db.pool.findUnique({ where: { id: where.poolId }, ...POOL });
  if ("executiveId" in where) {
    const row = await db.executive.findUnique({ where: { id: where.executiveId }, select: { pool: POOL } });
    return row?.pool ?? null;
  }
  const row = await db.assistant.findUnique({ where: { id: where.assistantId }, select: { pool: POOL } });
  return row?.pool ?? null;
}

/** An executive of the pool who is there on the day; any other is not found. */
export function executiveIn({ executives }: AskedPool, executiveId: string): MatchedExecutive {
  const executive = executives.find(({ id }) => id === executiveId);
  if (!executive) throw new NotFoundError("executive");
  return executive;
}

/** Everybody of the pool for one executive, in the order of the list. */
export function placementsFor(
  pool: AskedPool,
  executive: MatchedExecutive,
  locale: string,
  weights: FitWeights = pool.weights,
): Placement[] {
  const all = pool.assistants.map((assistant) => {
    const facts = placementFacts(assistant, executive, pool.pairOf(assistant.id, executive.id), pool.from);
    return { id: assistant.id, name: assistant.name, facts, fit: placementFit(facts, weights) };
  });
  return rankPlacements(all, locale);
}

/** Who is an executive's primary on the day, of the pool's own assistants. */
export function primariesOf({ own }: AskedPool): ReadonlyMap<string, string> {
  return new Map(own.filter(({ isPrimary }) => isPrimary).map((one) => [one.executiveId, one.assistantId]));
}

/** A fit with its load, as it is shown. */
export function fitView({ facts, fit }: Pick<Placement, "facts" | "fit">) {
  const { total, known, parts, gates, strongest, weakest } = fit;
  const { loadBefore, loadAfter, capacity } = facts;
  return {
    ...{ total, known, parts: { ...parts }, gates: [...gates], strongest: [...strongest], weakest },
    ...{ loadBefore, loadAfter, capacity },
  };
}

/** One candidate as it is shown. */
export function candidateView(placement: Placement, primary: string | undefined): CandidatePlacement {
  const { id, name } = placement;
  return { assistantId: id, name, isPrimaryNow: id === primary, ...fitView(placement) };
}
