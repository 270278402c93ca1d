import "server-only";
import type { Manager } from "@/lib/actor";
import { type Ctx, inTransaction, type SystemCtx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { groupedBy } from "@/lib/groups";
import { notify } from "@/lib/notices/service-notify";
import { canManagePool } from "@/lib/pools/policy";
import { managersOf } from "@/lib/pools/queries-managers";
import { ok, type Result } from "@/lib/result";
import { rangeOfWeek, scheduleNotice } from "@/lib/schedules/notices";
import { addDays, dayOfColumn, dayToDate } from "@/lib/time/day";
import type { IsoWeek } from "@/lib/time/iso-week";
import { daysOnEarth, instantIn } from "@/lib/time/zone";
import { escalatesAt } from "./rules";
import type { PublicationIdInput } from "./schema";

const MOST_AT_A_TIME = 2_000;
const MOST_NAMES = 5;

/** Tells the managers, once, who has not read what a publication changed for them; what is over is not asked for any more. */
export function escalateUnreadSchedules(ctx: SystemCtx): Promise<{ unread: number }> {
  return inTransaction(ctx, async (tx) => {
    const due = await listDue(tx);
    for (const [publicationId, receipts] of groupedBy(due, (one) => one.publicationId)) {
      const { poolId, week } = receipts[0]?.publication ?? {};
      if (!poolId || !week) continue;
      const names = receipts.map(({ assistant }) => assistant.user.name).sort();
      const people = names.slice(0, MOST_NAMES).join(", ") + (names.length > MOST_NAMES ? " …" : "");
      await tx.db.publicationReceipt.updateMany({
        where: { publicationId, assistantId: { in: receipts.map(({ assistantId }) => assistantId) } },
        data: { escalatedAt: tx.now },
      });
      const params = { publicationId, poolId, range: rangeOfWeek(week as IsoWeek), people };
      await notify(tx, scheduleNotice("schedule_unread", await managersOf(tx, poolId), params));
    }
    return { unread: due.length };
  });
}

async function listDue(tx: SystemCtx) {
  const rows = await tx.db.publicationReceipt.findMany({
    where: {
      acknowledgedAt: null,
      escalatedAt: null,
      firstDay: { gte: dayToDate(addDays(daysOnEarth(tx.now).from, -1)) },
    },
    orderBy: [{ firstDay: "asc" }, { publicationId: "asc" }, { assistantId: "asc" }],
    take: MOST_AT_A_TIME,
    include: {
      publication: { select: { poolId: true, week: true, at: true, pool: { select: { timeZone: true } } } },
      assistant: { select: { user: { select: { name: true } } } },
    },
  });
  return rows.filter(({ firstDay, publication: { at, pool } }) => {
    const midnight = instantIn(pool.timeZone, dayOfColumn(firstDay), 0);
    return escalatesAt(at, midnight) <= tx.now;
  });
}

/** Tells those again who have not read what a publication changed for them, and nobody else. */
export function remindUnread(
  ctx: Ctx<Manager>,
  { publicationId }: PublicationIdInput,
): Promise<Result<{ count: number }>> {
  return inTransaction(ctx, async (tx) => {
    const row = await tx.db.schedulePublication.findUnique({
      where: { id: publicationId },
      select: {
        poolId: true,
        week: true,
        receipts: { where: { acknowledgedAt: null }, select: { assistant: { select: { userId: true } } } },
      },
    });
    if (!row || !canManagePool(ctx.actor, row.poolId)) throw new NotFoundError("publication");
    const users = row.receipts.map(({ assistant }) => assistant.userId);
    const params = { publicationId, range: rangeOfWeek(row.week as IsoWeek), amount: "several" as const };
    await notify(tx, scheduleNotice("schedule_published", users, params));
    return ok({ count: users.length });
  });
}
