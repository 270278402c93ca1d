import "server-only";
import { audit } from "@/lib/audit";
import { inTransaction, type SystemCtx } from "@/lib/context";
import { coverAudit } from "@/lib/covers/audit";
import { coverNotice } from "@/lib/covers/notices";
import { COMING_COVER } from "@/lib/covers/rules";
import { claimReminder } from "@/lib/covers/service-moves";
import { notify } from "@/lib/notices/service-notify";
import { managersOf } from "@/lib/pools/queries-managers";
import { workingDaysOf } from "@/lib/pools/queries-working-days";
import { nextWorkingDay } from "@/lib/pools/rules-working-days";
import { dayToDate } from "@/lib/time/day";
import { rangeOfColumns } from "@/lib/time/stretch-columns";
import { dayIn } from "@/lib/time/zone";

const MOST_AT_ONCE = 500;

/**
 * Reminds whoever covers from the next working day on, once each, and tells the managers of offers for then that have no
 * answer and of handovers that nobody acknowledged. Running it twice on a day changes nothing.
 */
export async function remindOfCover(ctx: SystemCtx): Promise<{ reminded: number }> {
  const pools = await ctx.db.pool.findMany({
    select: { id: true, timeZone: true, holidayRegion: true, holidayTypes: true },
    orderBy: { id: "asc" },
  });
  let reminded = 0;
  for (const pool of pools) {
    const today = dayIn(pool.timeZone, ctx.now);
    const next = nextWorkingDay(today, workingDaysOf(pool, ctx.now));
    const due = await ctx.db.coverageAssignment.findMany({
      where: {
        executive: { poolId: pool.id },
        status: { in: [...COMING_COVER] },
        remindedAt: null,
        startOn: { gt: dayToDate(today), lte: dayToDate(next) },
      },
      select: { id: true },
      orderBy: [{ startOn: "asc" }, { id: "asc" }],
      take: MOST_AT_ONCE,
    });
    for (const { id } of due) reminded += await remind(ctx, id, pool.id);
  }
  return { reminded };
}

function remind(ctx: SystemCtx, id: string, poolId: string): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    if (!(await claimReminder(tx, id))) return 0;
    const cover = await tx.db.coverageAssignment.findUniqueOrThrow({
      where: { id },
      include: {
        assistant: { select: { userId: true, user: { select: { name: true } } } },
        executive: { select: { user: { select: { name: true } } } },
      },
    });
    const executive = cover.executive.user.name;
    const range = rangeOfColumns(cover);
    const { name } = cover.assistant.user;
    const params = { name, executive, range, note: "", absenceId: cover.absenceId };
    const notifyManagers = async (answer: "unanswered" | "handover_unread") =>
      notify(tx, coverNotice("offer_answered", await managersOf(tx, poolId), { ...params, answer }));
    if (cover.status === "offered") await notifyManagers("unanswered");
    else {
      await notify(tx, coverNotice("cover_starts", [cover.assistant.userId], { executive, range }));
      if (await hasUnreadHandover(tx, cover)) await notifyManagers("handover_unread");
    }
    await audit(tx, coverAudit("cover.reminded", id));
    return 1;
  });
}

/** True when a handover for this cover waits to be acknowledged. */
async function hasUnreadHandover(
  tx: SystemCtx,
  cover: { executiveId: string; assistantId: string; startOn: Date; endOn: Date },
): Promise<boolean> {
  const waiting = await tx.db.handover.count({
    where: {
      executiveId: cover.executiveId,
      coverAssistantId: cover.assistantId,
      acknowledgedAt: null,
      status: { in: ["draft", "ready"] },
      fromOn: { lte: cover.endOn },
      toOn: { gte: cover.startOn },
    },
  });
  return waiting > 0;
}
