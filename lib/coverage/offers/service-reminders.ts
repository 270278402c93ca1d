import "server-only";
import { rangeOf } from "@/lib/absences/requests/queries";
import { audit } from "@/lib/audit";
import { inTransaction, type SystemCtx } from "@/lib/context";
import { notify } from "@/lib/notices/service-notify";
import { managersOf } from "@/lib/pools/queries-managers";
import { dayToDate } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { workingDaysOf } from "./queries-deadlines";
import { nextWorkingDay } from "./rules";

const COMING = ["offered", "accepted", "confirmed"] as const;
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
        status: { in: [...COMING] },
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
    const claimed = await tx.db.coverageAssignment.updateMany({
      where: { id, remindedAt: null, status: { in: [...COMING] } },
      data: { remindedAt: tx.now },
    });
    if (claimed.count === 0) return 0;
    const cover = await tx.db.coverageAssignment.findUniqueOrThrow({
      where: { id },
      include: {
        assistant: { select: { userId: true, user: { select: { name: true } } } },
        executive: { select: { user: { select: { name: true } } } },
      },
    });
    const executive = cover.executive.user.name;
    const range = rangeOf(cover);
    const { name } = cover.assistant.user;
    const params = { name, executive, range, note: "", absenceId: cover.absenceId };
    const tellManagers = async (answer: "unanswered" | "handover_unread") =>
      notify(tx, await managersOf(tx, poolId), { kind: "offer_answered", params: { ...params, answer } });
    if (cover.status === "offered") await tellManagers("unanswered");
    else {
      await notify(tx, [cover.assistant.userId], { kind: "cover_starts", params: { executive, range } });
      if (await hasUnreadHandover(tx, cover)) await tellManagers("handover_unread");
    }
    await audit(tx, { action: "cover.reminded", entityType: "coverage_assignment", entityId: id });
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
      coverId: cover.assistantId,
      acknowledgedAt: null,
      status: { in: ["draft", "ready"] },
      fromOn: { lte: cover.endOn },
      toOn: { gte: cover.startOn },
    },
  });
  return waiting > 0;
}
