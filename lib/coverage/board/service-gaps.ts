import "server-only";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { readGrid, readPoolGrid } from "@/lib/coverage/demand/queries-grid";
import { gapsIn } from "@/lib/coverage/demand/rules";
import { firstIndexOf } from "@/lib/coverage/demand/rules-runs";
import { coverAudit } from "@/lib/covers/audit";
import { lockBoard } from "@/lib/covers/service";
import { acceptGapsByHand, reopenGaps } from "@/lib/covers/service-gaps";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result, refuse } from "@/lib/result";
import { halfDayAt, rangeIndexes } from "@/lib/time/half-day";
import type { AcceptGapInput } from "./schema";

/** Leaves gaps of an executive open knowingly: they no longer count as half-days that somebody should see to. Refuses where there are none. */
export async function acceptGap(
  ctx: Ctx<Manager>,
  input: AcceptGapInput,
): Promise<Result<{ halfDays: number }, "nothing_to_cover">> {
  const { executiveId, ...range } = input;
  const pool = await requireLedExecutive(ctx, executiveId);
  await readPoolGrid(ctx, pool.id, range.from, range.to);
  return inTransaction(ctx, async (tx) => {
    await lockBoard(tx, [executiveId], []);
    const grid = await readGrid(tx, pool, range.from, range.to);
    const { first, last } = rangeIndexes(range);
    const gaps = (grid.rows.get(executiveId) ?? []).flatMap((state, position) => {
      const index = firstIndexOf(grid) + position;
      const [gap] = gapsIn(state);
      if (!gap || index < first || index > last) return [];
      const absenceId = gap.cause.kind === "absence" ? gap.cause.absenceId : null;
      return [{ executiveId, ...halfDayAt(index), absenceId }];
    });
    if (gaps.length === 0) return refuse("nothing_to_cover");
    const halfDays = await acceptGapsByHand(tx, gaps);
    if (halfDays > 0) await audit(tx, coverAudit("gap.accepted", executiveId, range));
    return ok({ halfDays });
  });
}

/** Lets accepted gaps of an executive count as open again. */
export async function reopenGap(
  ctx: Ctx<Manager>,
  { executiveId, ...range }: AcceptGapInput,
): Promise<Result<{ halfDays: number }, never>> {
  await requireLedExecutive(ctx, executiveId);
  return inTransaction(ctx, async (tx) => {
    await lockBoard(tx, [executiveId], []);
    const halfDays = await reopenGaps(tx, executiveId, range);
    if (halfDays > 0) await audit(tx, coverAudit("gap.reopened", executiveId, range));
    return ok({ halfDays });
  });
}

async function requireLedExecutive(ctx: Ctx<Manager>, id: string) {
  const executive = await ctx.db.executive.findUnique({
    where: { id },
    select: { pool: { select: { id: true, timeZone: true } } },
  });
  if (!executive || !canManagePool(ctx.actor, executive.pool.id)) throw new NotFoundError("executive");
  return executive.pool;
}
