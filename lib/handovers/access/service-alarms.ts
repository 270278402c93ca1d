import "server-only";
import { audit } from "@/lib/audit";
import { inTransaction, type SystemCtx } from "@/lib/context";
import { daysOffIn } from "@/lib/days-off";
import { handoverAudit } from "@/lib/handovers/audit";
import { workingDayBefore } from "@/lib/handovers/rules";
import { notifyOfHandovers } from "@/lib/handovers/service-notices";
import { addDays, dayOfColumn, dayToDate } from "@/lib/time/day";
import { halfDayIndex } from "@/lib/time/half-day";
import { daysOnEarth, halfDayIn } from "@/lib/time/zone";
import type { Prisma } from "@/prisma/generated/client/client";

/** Long enough for any run of holidays between two working days. */
const LOOK_AHEAD_DAYS = 14;
const MOST_AT_A_TIME = 500;

/**
 * Tells the cover, the assistant and the managers, once: from the working day before a cover of access that is not given, and
 * after it of access that is not withdrawn. Doing it again tells nobody twice.
 */
export function raiseAccessAlarms(ctx: SystemCtx): Promise<{ notGranted: number; notWithdrawn: number }> {
  return inTransaction(ctx, async (tx) => {
    const [coming, over] = await Promise.all([listUngranted(tx), listUnwithdrawn(tx)]);
    const notGranted = await raise(tx, coming, "grantAlarmAt");
    return { notGranted, notWithdrawn: await raise(tx, over, "withdrawAlarmAt") };
  });
}

const HANDOVER = {
  id: true,
  status: true,
  fromOn: true,
  toOn: true,
  toPart: true,
  executive: { select: { pool: { select: { timeZone: true, holidayRegion: true, holidayTypes: true } } } },
} satisfies Prisma.HandoverSelect;

async function listUngranted(tx: SystemCtx): Promise<string[]> {
  const today = daysOnEarth(tx.now);
  const rows = await tx.db.handover.findMany({
    where: {
      grantAlarmAt: null,
      coverAssistantId: { not: null },
      status: { notIn: ["handed_back", "closed"] },
      fromOn: { lte: dayToDate(addDays(today.to, LOOK_AHEAD_DAYS)) },
      toOn: { gte: dayToDate(today.from) },
      access: { some: { grantedAt: null } },
    },
    select: HANDOVER,
    orderBy: [{ fromOn: "asc" }, { id: "asc" }],
    take: MOST_AT_A_TIME,
  });
  return rows.flatMap(({ id, fromOn, toOn, executive: { pool } }) => {
    const { on } = halfDayIn(pool.timeZone, tx.now);
    const from = dayOfColumn(fromOn);
    const daysOff = daysOffIn(pool, addDays(from, -LOOK_AHEAD_DAYS), from);
    const isDue = workingDayBefore(from, (day) => daysOff.has(day)) <= on && on <= dayOfColumn(toOn);
    return isDue ? [id] : [];
  });
}

async function listUnwithdrawn(tx: SystemCtx): Promise<string[]> {
  const rows = await tx.db.handover.findMany({
    where: {
      withdrawAlarmAt: null,
      OR: [{ status: "closed" }, { toOn: { lte: dayToDate(daysOnEarth(tx.now).to) } }],
      access: { some: { grantedAt: { not: null }, withdrawnAt: null } },
    },
    select: HANDOVER,
    orderBy: [{ toOn: "asc" }, { id: "asc" }],
    take: MOST_AT_A_TIME,
  });
  return rows.flatMap(({ id, status, toOn, toPart, executive: { pool } }) => {
    const now = halfDayIn(pool.timeZone, tx.now);
    const isOver = halfDayIndex(dayOfColumn(toOn), toPart) < halfDayIndex(now.on, now.part);
    return isOver || status === "closed" ? [id] : [];
  });
}

async function raise(
  tx: SystemCtx,
  ids: readonly string[],
  column: "grantAlarmAt" | "withdrawAlarmAt",
): Promise<number> {
  if (ids.length === 0) return 0;
  // Whoever writes the mark first tells; another node that runs at the same time finds none left.
  const marked = await tx.db.handover.updateManyAndReturn({
    where: { id: { in: [...ids] }, [column]: null },
    data: { [column]: tx.now },
    select: { id: true },
  });
  const told = marked.map((row) => row.id);
  const action = column === "grantAlarmAt" ? "handover.access_not_granted" : "handover.access_not_withdrawn";
  const kind = column === "grantAlarmAt" ? "access_not_granted" : "access_not_withdrawn";
  await audit(tx, ...told.map((id) => handoverAudit(action, id)));
  await notifyOfHandovers(tx, kind, told, ["cover", "owner", "managers"]);
  return told.length;
}
