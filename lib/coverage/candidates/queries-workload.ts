import "server-only";
import type { Assistant, Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { loadPeople } from "@/lib/coverage/office/queries";
import { minutesAtWork } from "@/lib/coverage/office/rules";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { addDays, type Day, dayToDate } from "@/lib/time/day";
import { halfDaysFrom } from "@/lib/time/half-day";
import { dayIn } from "@/lib/time/zone";
import { type Carried, LEDGER_WEEKS, NOTHING_CARRIED, type Workload, workloadsOf } from "./rules-workload";
import type { WorkloadsInput } from "./schema";

/** What one assistant carried over the period, and what the pool's average would be for their hours. */
export type OwnWorkload = { from: Day; to: Day; own: Carried; average: Carried };

/** An assistant's own workload; nothing of anybody else by name. */
export async function getOwnWorkload(ctx: Ctx<Assistant>): Promise<OwnWorkload> {
  const { id, poolId } = ctx.actor.assistant;
  const { from, to, workloads } = await readWorkloads(ctx, poolId);
  const mine = workloads.find((workload) => workload.id === id);
  return { from, to, own: mine?.carried ?? NOTHING_CARRIED, average: mine?.average ?? NOTHING_CARRIED };
}

export type PoolWorkloads = { from: Day; to: Day; people: (Omit<Workload, "id"> & PersonName)[] };
type PersonName = { assistantId: string; name: string };

/** Everybody's workload in a pool the manager leads, whoever carried most for their hours first. */
export async function listWorkloads(ctx: Ctx<Manager>, { poolId }: WorkloadsInput): Promise<PoolWorkloads> {
  if (!canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  const { from, to, workloads, names } = await readWorkloads(ctx, poolId);
  const people = workloads.map(({ id, ...workload }) => ({
    assistantId: id,
    name: names.get(id) ?? "",
    ...workload,
  }));
  return { from, to, people };
}

async function readWorkloads(ctx: Ctx, poolId: string) {
  const { timeZone } = await ctx.db.pool.findUniqueOrThrow({
    where: { id: poolId },
    select: { timeZone: true },
  });
  const to = addDays(dayIn(timeZone, ctx.now), -1);
  const from = addDays(to, 1 - 7 * LEDGER_WEEKS);
  const office = await loadPeople(ctx.db, poolId, from, to);
  const carried = await carriedBy(ctx, [...office.assistants.keys()], from, to);
  const halfDays = halfDaysFrom(from, to);
  const people = [...office.assistants.values()].map((assistant) => ({
    id: assistant.id,
    availableMinutes: halfDays.reduce((sum, at) => sum + minutesAtWork(office, assistant, at), 0),
    carried: carried.get(assistant.id) ?? NOTHING_CARRIED,
  }));
  const names = new Map([...office.assistants.values()].map(({ id, name }) => [id, name]));
  return { from, to, workloads: workloadsOf(people), names };
}

async function carriedBy(
  ctx: Ctx,
  assistantIds: string[],
  from: Day,
  to: Day,
): Promise<Map<string, Carried>> {
  const rows = await ctx.db.$queryRaw<(Carried & { assistantId: string })[]>`
    SELECT assistant_id AS "assistantId", sum(minutes)::int AS minutes, count(*)::int AS "halfDays",
      count(*) FILTER (WHERE is_friday)::int AS fridays, count(*) FILTER (WHERE is_difficult)::int AS difficult
    FROM cover_ledger_entries
    WHERE assistant_id = ANY(${assistantIds}::uuid[])
      AND "on" BETWEEN ${dayToDate(from)}::date AND ${dayToDate(to)}::date
    GROUP BY assistant_id`;
  return new Map(rows.map(({ assistantId, ...carried }) => [assistantId, carried]));
}
