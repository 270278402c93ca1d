import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { dayOfColumn } from "@/lib/time/day";
import { AppliedRebalance, type ListRebalancesInput, type RebalanceView, StoredRebalance } from "./schema";

const MOST = 20;

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>;

function findRow(ctx: Ctx<Manager>, id: string) {
  return ctx.db.rebalanceProposal.findUnique({ where: { id } });
}

/** A proposal as it is stored, for whoever leads its pool; any other is not found. */
export async function requireRebalanceRow(ctx: Ctx<Manager>, id: string): Promise<Row> {
  const row = await findRow(ctx, id);
  if (!row || !canManagePool(ctx.actor, row.poolId)) throw new NotFoundError("rebalance");
  return row;
}

/** One proposal with the names of those it speaks of. */
export async function requireRebalance(ctx: Ctx<Manager>, id: string): Promise<RebalanceView> {
  const [view] = await viewsOf(ctx, [await requireRebalanceRow(ctx, id)]);
  if (!view) throw new NotFoundError("rebalance");
  return view;
}

/** The proposals of a pool, the latest first. */
export async function listRebalances(
  ctx: Ctx<Manager>,
  { poolId }: ListRebalancesInput,
): Promise<RebalanceView[]> {
  if (!canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  const rows = await ctx.db.rebalanceProposal.findMany({
    where: { poolId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST,
  });
  return viewsOf(ctx, rows);
}

async function viewsOf({ db }: Ctx<Manager>, rows: readonly Row[]): Promise<RebalanceView[]> {
  const stored = rows.map(({ result }) => StoredRebalance.parse(result));
  const moves = stored.flatMap(({ curve }) => curve.flatMap((point) => point.moves));
  const executiveIds = [...new Set(moves.map(({ executiveId }) => executiveId))];
  const assistantIds = [
    ...new Set(moves.flatMap((move) => [move.fromAssistantId ?? [], move.toAssistantId ?? []].flat())),
  ];
  const names = await db.$queryRaw<{ id: string; name: string }[]>`
    SELECT e.id, u.name FROM executives e JOIN users u ON u.id = e.user_id WHERE e.id = ANY(${executiveIds}::uuid[])
    UNION ALL SELECT s.id, u.name FROM assistants s JOIN users u ON u.id = s.user_id
      WHERE s.id = ANY(${assistantIds}::uuid[])`;
  const byId = Object.fromEntries(names.map(({ id, name }) => [id, name]));
  return rows.flatMap(
    ({ fromOn, createdAt, applied, result: _, inputsHash: __, createdById: ___, ...row }, i) => {
      const one = stored[i];
      if (!one) return [];
      return [
        {
          ...row,
          ...one,
          from: dayOfColumn(fromOn),
          names: byId,
          appliedChanges: applied ? AppliedRebalance.parse(applied).changes : null,
          createdAt: createdAt.toISOString(),
        },
      ];
    },
  );
}
