import "server-only";
import type { Assistant, Manager, Person } from "@/lib/actor";
import { readRamp } from "@/lib/assistants/queries-ramp";
import type { RampStepView } from "@/lib/assistants/schema-ramp";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";

/** True for the mentor somebody has now. */
export async function isMentorOf({ db, actor }: Ctx<Person>, assistantId: string): Promise<boolean> {
  if (!actor.assistant) return false;
  const count = await db.mentorship.count({
    where: { mentorId: actor.assistant.id, menteeId: assistantId, status: "active" },
  });
  return count > 0;
}

/** The steps of somebody new, for them, their mentor and the managers of their pool; for anybody else they are not found. */
export async function requireRamp(ctx: Ctx<Person>, assistantId: string): Promise<RampStepView[]> {
  const assistant = await ctx.db.assistant.findUnique({
    where: { id: assistantId },
    select: { poolId: true },
  });
  const isKnown =
    assistant &&
    (ctx.actor.assistant?.id === assistantId ||
      canManagePool(ctx.actor, assistant.poolId) ||
      (await isMentorOf(ctx, assistantId)));
  if (!isKnown) throw new NotFoundError("assistant");
  return readRamp(ctx, assistantId);
}

/** Somebody new with steps that are not signed off yet. */
export type Newcomer = { id: string; name: string; poolId: string; open: number; signedOff: number };

/** Who has steps left, in the pools a manager leads. */
export function listNewcomers({ db, actor }: Ctx<Manager>): Promise<Newcomer[]> {
  return db.$queryRaw<Newcomer[]>`
    SELECT a.id, u.name, a.pool_id AS "poolId", count(*) FILTER (WHERE r.signed_off_at IS NULL)::int AS open,
      count(*) FILTER (WHERE r.signed_off_at IS NOT NULL)::int AS "signedOff"
    FROM ramp_steps r JOIN assistants a ON a.id = r.assistant_id JOIN users u ON u.id = a.user_id
    WHERE a.pool_id = ANY(${[...actor.managedPoolIds]}::uuid[])
    GROUP BY a.id, u.name HAVING count(*) FILTER (WHERE r.signed_off_at IS NULL) > 0 ORDER BY u.name, a.id LIMIT 100`;
}

/** The steps of oneself and of those one mentors, by assistant. */
export async function listOwnRamps(
  ctx: Ctx<Assistant>,
  menteeIds: readonly string[],
): Promise<Map<string, RampStepView[]>> {
  const ramps = new Map<string, RampStepView[]>();
  for (const id of [ctx.actor.assistant.id, ...menteeIds]) ramps.set(id, await readRamp(ctx, id));
  return ramps;
}
