import "server-only";
import { type Ctx, inTransaction, type PublicCtx, type SystemCtx } from "@/lib/context";
import { workingDaysOf } from "@/lib/pools/queries-working-days";
import type { CaseClockKind } from "@/prisma/generated/client/client";
import { tellWaiting } from "../access/service-people";
import { type OpenCase, setReader } from "../access/service-sight";
import type { CaseCalendar } from "./rules-clock";

const AT_A_TIME = 200;
const DAY_MS = 86_400_000;
/** A draft nobody has touched so long is thrown away; its writer is told a week before. */
const DRAFT_KEPT_DAYS = 30;
const DRAFT_TOLD_DAYS = 23;

/** The days and hours that count for a conversation. */
export function caseCalendarOf({ pool }: Pick<OpenCase, "pool">, { now }: PublicCtx): CaseCalendar {
  return { timeZone: pool.timeZone, isWorkingDay: workingDaysOf(pool, now) };
}

type NewClock = { kind: CaseClockKind; userId: string; dueAt: Date };

/** Lets these clocks run for a conversation, and ends whichever ran. */
export async function setClocks(tx: Ctx, caseId: string, clocks: readonly NewClock[]): Promise<void> {
  await tx.db.caseClock.deleteMany({ where: { caseId } });
  await tx.db.caseClock.createMany({ data: clocks.map((clock) => ({ caseId, ...clock })) });
}

/** Ends some of a conversation's clocks. */
export async function endClocks(tx: Ctx, caseId: string, kinds: readonly CaseClockKind[]): Promise<void> {
  await tx.db.caseClock.deleteMany({ where: { caseId, kind: { in: [...kinds] } } });
}

/** Until when a draft is kept, and when its writer is told. */
export function draftClocks({ actor, now }: Ctx): NewClock[] {
  const inDays = (days: number) => new Date(now.getTime() + days * DAY_MS);
  return [
    { kind: "draft_ends_soon", userId: actor.userId, dueAt: inDays(DRAFT_TOLD_DAYS) },
    { kind: "draft_ends", userId: actor.userId, dueAt: inDays(DRAFT_KEPT_DAYS) },
  ];
}

/** Hands what runs for a conversation to whoever handles it now; what was told already is told to them too. */
export async function handOverClocks(tx: Ctx, caseId: string, userId: string): Promise<void> {
  await tx.db.caseClock.updateMany({ where: { caseId }, data: { userId, toldAt: null } });
}

/** Tells of clocks that have run out, each once and only whoever they are with, and throws away drafts that nobody has touched. */
export async function tellCaseClocks(ctx: SystemCtx): Promise<{ told: number; thrownAway: number }> {
  const due = await ctx.db.caseClock.findMany({
    where: { toldAt: null, dueAt: { lte: ctx.now }, kind: { not: "check_in" } },
    orderBy: { dueAt: "asc" },
    take: AT_A_TIME,
  });
  let [told, thrownAway] = [0, 0];
  for (const { caseId, kind, userId } of due)
    await inTransaction(ctx, async (tx) => {
      const where = { caseId, kind, userId, toldAt: null };
      const { count } = await tx.db.caseClock.updateMany({ where, data: { toldAt: tx.now } });
      if (count === 0) return;
      if (kind === "draft_ends") {
        await setReader(tx, userId);
        thrownAway += (await tx.db.case.deleteMany({ where: { id: caseId, status: "draft" } })).count;
        return;
      }
      await tellWaiting(tx, [userId]);
      told++;
    });
  return { told, thrownAway };
}
