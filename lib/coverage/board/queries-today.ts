import "server-only";
import { BOOKED_STATUSES } from "@/lib/absences/requests/rules-statuses";
import { SICK } from "@/lib/absences/settings/schema-leave";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { readGrid } from "@/lib/coverage/demand/queries-grid";
import { gapsIn, piecesIn, type SlotState } from "@/lib/coverage/demand/rules";
import { dayToDate } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";

/** Somebody who is away today: whether they are ill, how many executives they leave, and how many of those nobody serves today. */
export type AbsentToday = {
  absenceId: string;
  name: string;
  poolId: string;
  poolName: string;
  isIll: boolean;
  executives: number;
  uncovered: number;
};

type PoolToday = { id: string; name: string; timeZone: string };

/** Who of the manager's pools is away today, by how many executives nobody serves for it. */
export async function listAbsentToday(
  ctx: Ctx<Manager>,
  pools: readonly PoolToday[],
): Promise<AbsentToday[]> {
  const todays = new Map(pools.map((pool) => [pool.id, dayIn(pool.timeZone, ctx.now)]));
  const absences = await ctx.db.absence.findMany({
    where: {
      status: { in: [...BOOKED_STATUSES] },
      OR: [...todays].map(([poolId, today]) => ({
        startOn: { lte: dayToDate(today) },
        endOn: { gte: dayToDate(today) },
        assistant: { poolId },
      })),
    },
    select: {
      id: true,
      leaveTypeId: true,
      assistant: { select: { poolId: true, user: { select: { name: true } } } },
    },
    orderBy: [{ startOn: "desc" }, { id: "asc" }],
  });
  const affected = new Set(absences.map(({ assistant }) => assistant.poolId));
  const effects = await Promise.all(
    pools.filter(({ id }) => affected.has(id)).map((pool) => effectsToday(ctx, pool)),
  );
  const effectOf = new Map(effects.flatMap((effect) => [...effect]));
  const nameOf = new Map(pools.map(({ id, name }) => [id, name]));
  return absences
    .map(({ id, leaveTypeId, assistant: { poolId, user } }) => ({
      absenceId: id,
      name: user.name,
      poolId,
      poolName: nameOf.get(poolId) ?? "",
      isIll: leaveTypeId === SICK,
      ...(effectOf.get(id) ?? { executives: 0, uncovered: 0 }),
    }))
    .sort((a, b) => b.uncovered - a.uncovered || Number(b.isIll) - Number(a.isIll));
}

type Effect = { executives: number; uncovered: number };

async function effectsToday(ctx: Ctx<Manager>, pool: PoolToday): Promise<Map<string, Effect>> {
  const today = dayIn(pool.timeZone, ctx.now);
  const grid = await readGrid(ctx, pool, today, today);
  const effects = new Map<string, Effect>();
  for (const row of grid.rows.values()) {
    const left = new Set(row.flatMap((state) => absencesBehind(piecesIn(state))));
    const open = new Set(row.flatMap((state) => absencesBehind(gapsIn(state))));
    for (const id of left) {
      const { executives, uncovered } = effects.get(id) ?? { executives: 0, uncovered: 0 };
      effects.set(id, { executives: executives + 1, uncovered: uncovered + (open.has(id) ? 1 : 0) });
    }
  }
  return effects;
}

type Pieces = Extract<SlotState, { status: "gap" }>["pieces"];

function absencesBehind(pieces: Pieces): string[] {
  return pieces.flatMap(({ cause }) => (cause.kind === "absence" ? [cause.absenceId] : []));
}
