import "server-only";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { getPoolDay } from "@/lib/pools/queries-today";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import { assistantAudit } from "./audit";
import { columnsOfWork, WORK_COLUMNS, workHoursOf } from "./queries-hours";
import { changedCycle, refusalOfWorkWeek, type WorkWeekRefusal } from "./rules";
import type { SetWorkingPatternInput } from "./schema";

type PatternRefusal = WorkWeekRefusal | "day_passed" | "hours_missing";

/**
 * Gives an assistant a week of hours, or up to four that come round again, from a day on: the past stays as it was, all that was
 * planned for later is replaced. Refuses days that have passed, weeks without any hours, a weekday named twice in a week, and hours
 * that end before they start or leave too little rest.
 */
export function setWorkingPattern(
  ctx: Ctx<Manager>,
  { id, from, weeks }: SetWorkingPatternInput,
): Promise<Result<{ id: string }, PatternRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const [row] = await tx.db.$queryRaw<{ poolId: string }[]>`
      SELECT pool_id AS "poolId" FROM assistants WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
    if (!row || !canManagePool(tx.actor, row.poolId)) throw new NotFoundError("assistant");
    if (from < (await getPoolDay(tx, row.poolId))) return refuse("day_passed", { path: "from" });
    const refusal = refusalOfWeeks(weeks);
    if (refusal) return refusal;
    const where = { assistantId: id };
    const patterns = workHoursOf(await tx.db.workingPattern.findMany({ where, select: WORK_COLUMNS }));
    const changed = changedCycle(
      patterns,
      weeks.map((week) => week.map(plain)),
      from,
    );
    await tx.db.workingPattern.deleteMany({ where });
    await tx.db.workingPattern.createMany({
      data: changed.map((one) => ({ ...columnsOfWork(one), ...where })),
    });
    await tx.db.assistant.update({
      where: { id },
      data: { version: { increment: 1 } },
      select: { id: true },
    });
    await audit(
      tx,
      assistantAudit("assistant.hours_set", id, { poolId: row.poolId, from, count: weeks.length }),
    );
    return ok({ id });
  });
}

function refusalOfWeeks(weeks: SetWorkingPatternInput["weeks"]): Refusal<PatternRefusal> | null {
  if (weeks.every((week) => week.length === 0)) return refuse("hours_missing", { path: "weeks.0" });
  for (const [i, week] of weeks.entries()) {
    const refusal = refusalOfWorkWeek(week.map(plain), `weeks.${i}`);
    if (refusal) return refusal;
  }
  return null;
}

type Hours = SetWorkingPatternInput["weeks"][number][number];

function plain({ place, ...hours }: Hours) {
  return { ...hours, ...(place === "remote" && { place }) };
}
