import "server-only";
import { type Ctx, inTransaction, type PublicCtx, type SystemCtx } from "@/lib/context";
import { workingDaysOf } from "@/lib/pools/queries-working-days";
import type { CaseClockKind } from "@/prisma/generated/client/client";
import { listInSight, tellWaiting } from "../access/service-people";
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

/** So long after it was closed its notes are kept, and all of its words; its people are told a month before these go. */
const NOTES_KEPT_DAYS = 90;
const WORDS_KEPT_DAYS = 730;
const WITHDRAWN_KEPT_DAYS = 90;
const TOLD_BEFORE_DAYS = 30;

/** Lets a conversation that is over be forgotten in time; what keeps its people apart goes on, and is looked at again on its day. */
export async function setForgetting(
  tx: Ctx,
  caseId: string,
  userId: string,
  isWithdrawn: boolean,
): Promise<void> {
  const inDays = (days: number) => new Date(tx.now.getTime() + days * DAY_MS);
  const kept = isWithdrawn ? WITHDRAWN_KEPT_DAYS : WORDS_KEPT_DAYS;
  const clocks: NewClock[] = [
    { kind: "forget_notes", userId, dueAt: inDays(NOTES_KEPT_DAYS) },
    { kind: "forget_soon", userId, dueAt: inDays(kept - TOLD_BEFORE_DAYS) },
    { kind: "forget", userId, dueAt: inDays(kept) },
  ];
  await tx.db.caseClock.deleteMany({ where: { caseId, kind: { not: "restriction" } } });
  await tx.db.caseClock.createMany({ data: clocks.map((clock) => ({ caseId, ...clock })) });
}

/** Tells of clocks that have run out, each once, and does what a clock itself does: throws drafts away, and forgets what is over. */
export async function tellCaseClocks(ctx: SystemCtx): Promise<{ told: number; forgotten: number }> {
  const due = await ctx.db.caseClock.findMany({
    where: { toldAt: null, dueAt: { lte: ctx.now }, kind: { not: "check_in" } },
    orderBy: [{ dueAt: "asc" }, { kind: "asc" }],
    take: AT_A_TIME,
  });
  let [told, forgotten] = [0, 0];
  for (const clock of due)
    await inTransaction(ctx, async (tx) => {
      const { count } = await tx.db.caseClock.updateMany({ where: clock, data: { toldAt: tx.now } });
      if (count === 0) return;
      await setReader(tx, clock.userId);
      if (await forgetAt(tx, clock)) forgotten++;
      else {
        await tellWaiting(tx, await toldAt(tx, clock));
        told++;
      }
    });
  return { told, forgotten };
}

type DueClock = { caseId: string; kind: CaseClockKind; userId: string };

/** Does what a clock does by itself, as the person whose it is; false where it only tells. */
async function forgetAt(tx: SystemCtx, { caseId, kind }: DueClock): Promise<boolean> {
  switch (kind) {
    case "draft_ends":
      await tx.db.case.deleteMany({ where: { id: caseId, status: "draft" } });
      return true;
    case "forget_notes":
      await tx.db.caseText.deleteMany({ where: { caseId, kind: "note" } });
      return true;
    case "forget":
      await tx.db.case.updateMany({ where: { id: caseId }, data: { wrappedKey: null } });
      return true;
    default:
      return false;
  }
}

/** That words will be forgotten, all who see them are told; of anything else whose clock it is. */
async function toldAt(tx: SystemCtx, { caseId, kind, userId }: DueClock): Promise<string[]> {
  if (kind !== "forget_soon") return [userId];
  return (await listInSight(tx, caseId)).map((person) => person.userId);
}
