import "server-only";
import type { Manager, Person } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction, type SystemCtx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { firstUnknownDuty } from "@/lib/pools/queries-duties";
import { ok, type Result, refuse } from "@/lib/result";
import { dayOfColumn } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { assistantAudit } from "./audit";
import { weekBegins } from "./rules-ramp";
import type { SetRampInput, SignOffStepInput } from "./schema-ramp";

/**
 * Says what somebody new learns from which week on; steps that are signed off stay. Refuses an unknown duty, a step named twice,
 * and an assistant whose first day at work is not known.
 */
export function setRamp(
  ctx: Ctx<Manager>,
  { id, steps }: SetRampInput,
): Promise<Result<{ id: string }, "unknown_duty" | "step_twice" | "first_day_missing">> {
  return inTransaction(ctx, async (tx) => {
    const { poolId, hiredOn } = await lockAssistantRow(tx, id);
    if (!canManagePool(tx.actor, poolId)) throw new NotFoundError("assistant");
    if (!hiredOn && steps.length > 0) return refuse("first_day_missing");
    const duty = await firstUnknownDuty(
      tx,
      steps.map(({ dutyId }) => dutyId),
    );
    if (duty !== null) return refuse("unknown_duty", { path: "steps", details: { duty } });
    const keys = steps.map(({ dutyId, fromWeek }) => `${dutyId} ${fromWeek}`);
    if (new Set(keys).size < keys.length) return refuse("step_twice", { path: "steps" });
    await tx.db.rampStep.deleteMany({ where: { assistantId: id, signedOffAt: null } });
    await tx.db.rampStep.createMany({
      data: steps.map((step) => ({ assistantId: id, ...step })),
      skipDuplicates: true,
    });
    await audit(tx, assistantAudit("assistant.ramp_set", id, { poolId, count: steps.length }));
    return ok({ id });
  });
}

async function lockAssistantRow(tx: Ctx, id: string): Promise<{ poolId: string; hiredOn: Date | null }> {
  const [row] = await tx.db.$queryRaw<{ poolId: string; hiredOn: Date | null }[]>`
    SELECT pool_id AS "poolId", hired_on AS "hiredOn" FROM assistants WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  if (!row) throw new NotFoundError("assistant");
  return row;
}

/**
 * Signs a step off, for whoever was found to be allowed to; a second press changes nothing. Refuses one whose week has not come
 * without a reason.
 */
export async function signStepOff(
  tx: Ctx<Person>,
  { id, stepId, reason }: SignOffStepInput,
): Promise<Result<{ id: string }, "early_reason_missing" | "first_day_missing">> {
  const { poolId, hiredOn } = await lockAssistantRow(tx, id);
  const step = await tx.db.rampStep.findUnique({ where: { id: stepId } });
  if (step?.assistantId !== id) throw new NotFoundError("ramp step");
  if (step.signedOffAt) return ok({ id });
  if (!hiredOn) return refuse("first_day_missing");
  const { timeZone } = await tx.db.pool.findUniqueOrThrow({
    where: { id: poolId },
    select: { timeZone: true },
  });
  const isEarly = dayIn(timeZone, tx.now) < weekBegins(dayOfColumn(hiredOn), step.fromWeek);
  if (isEarly && reason.trim() === "") return refuse("early_reason_missing", { path: "reason" });
  await tx.db.rampStep.update({
    where: { id: stepId },
    data: { signedOffById: tx.actor.userId, signedOffAt: tx.now, reason: isEarly ? reason : "" },
    select: { id: true },
  });
  const { dutyId, level } = step;
  await audit(tx, assistantAudit("assistant.step_signed_off", id, { poolId, dutyId, level }));
  return ok({ id });
}

/** Notes that a step's being due was told, so that each is told of it once. */
export async function markStepsTold(
  { db, now }: Ctx | SystemCtx,
  ids: readonly string[],
  who: "mentor" | "manager",
): Promise<void> {
  await db.rampStep.updateMany({
    where: { id: { in: [...ids] } },
    data: who === "mentor" ? { toldMentorAt: now } : { toldManagerAt: now },
  });
}
