import "server-only";
import { inTransaction, type SystemCtx } from "@/lib/context";
import { dayOfColumn } from "@/lib/time/day";
import { dayIn, instantIn } from "@/lib/time/zone";
import { tellWaiting } from "../access/service-people";
import { setReader } from "../access/service-sight";
import { tellCaseClocks } from "../cases/service-clocks";
import { needsLook } from "./rules";
import { ASKED_AT_MINUTE } from "./service-agreement";

/** Tells of clocks of conversations that have run out, and asks their people how it goes where a day for that has come. */
export async function tellOfConversations(ctx: SystemCtx): Promise<{ told: number }> {
  const { told } = await tellCaseClocks(ctx);
  const where = { kind: "check_in" as const, toldAt: null, dueAt: { lte: ctx.now } };
  const due = await ctx.db.caseClock.findMany({ where, select: { caseId: true, userId: true } });
  for (const clock of due) await inTransaction(ctx, (tx) => askHowItGoes(tx, clock));
  return { told: told + due.length };
}

/** Asks as the handler would, who alone sees who is to be asked; the clock then runs to the next day. */
async function askHowItGoes(
  tx: SystemCtx,
  { caseId, userId }: { caseId: string; userId: string },
): Promise<void> {
  await setReader(tx, userId);
  const where = { caseId, kind: "check_in" as const };
  const found = await tx.db.case.findUnique({
    where: { id: caseId },
    select: { pool: { select: { timeZone: true } }, agreements: { orderBy: { edition: "desc" }, take: 1 } },
  });
  const edition = found?.agreements[0]?.edition;
  if (!found || edition === undefined) return;
  const today = dayIn(found.pool.timeZone, tx.now);
  const rows = await tx.db.caseCheckIn.findMany({ where: { caseId, edition }, orderBy: { dueOn: "asc" } });
  const checkIns = rows.map((row) => ({ ...row, dueOn: dayOfColumn(row.dueOn) }));
  const asked = checkIns.filter(({ dueOn, feeling }) => dueOn === today && feeling === null);
  await tellWaiting(tx, [...asked.map((one) => one.userId), ...(needsLook(checkIns, today) ? [userId] : [])]);
  const next = checkIns.find(({ dueOn }) => dueOn > today)?.dueOn;
  const dueAt = next && instantIn(found.pool.timeZone, next, ASKED_AT_MINUTE);
  if (dueAt) await tx.db.caseClock.updateMany({ where, data: { dueAt } });
  else await tx.db.caseClock.deleteMany({ where });
}
