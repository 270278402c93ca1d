import "server-only";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { isRefusedBy, NotFoundError } from "@/lib/errors";
import { trialAudit } from "@/lib/matching/audit";
import { matchingNotice } from "@/lib/matching/notices";
import { isKeptApart } from "@/lib/matching/queries";
import { notify } from "@/lib/notices/service-notify";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result, refuse } from "@/lib/result";
import { type Day, dayOfColumn, dayToDate } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { daysOfTrial, readTrial, type TrialRow } from "./queries";
import { lastDayOfTrial } from "./rules";
import type { ProposeTrialInput } from "./schema";

type ProposeTrialRefusal =
  | "trial_too_late"
  | "trial_pair_already"
  | "trial_overlaps"
  | "assistant_leaves_before"
  | "not_available_for_executive";

/** Proposes that two of the manager's pools try working together for some weeks; both are asked, and support begins when both have said yes. */
export async function proposeTrial(
  ctx: Ctx<Manager>,
  { executiveId, assistantId, from, weeks }: ProposeTrialInput,
): Promise<Result<{ id: string }, ProposeTrialRefusal>> {
  const pair = { executiveId, assistantId };
  const { leavesOn, timeZone } = await requireLedPair(ctx, pair);
  const to = lastDayOfTrial(from, weeks);
  if (from <= dayIn(timeZone, ctx.now)) return refuse("trial_too_late", { path: "from" });
  if (leavesOn && leavesOn < to)
    return refuse("assistant_leaves_before", { path: "weeks", details: { leavesOn } });
  if (await isKeptApart(ctx, executiveId, assistantId))
    return refuse("not_available_for_executive", { path: "assistantId" });
  if (await isPrimaryOn(ctx, pair, from)) return refuse("trial_pair_already", { path: "assistantId" });
  try {
    return await inTransaction(ctx, async (tx) => {
      const { id } = await tx.db.trialPairing.create({
        data: {
          ...pair,
          ...{ fromOn: dayToDate(from), toOn: dayToDate(to) },
          ...{ createdById: tx.actor.userId, createdAt: tx.now },
        },
        select: { id: true },
      });
      const trial = await readTrial(tx, id);
      await audit(tx, trialAudit("proposed", trial, null));
      const told = (to: TrialRow["assistant"], other: TrialRow["assistant"]) =>
        matchingNotice("trial_proposed", [to.userId], { name: other.user.name, ...daysOfTrial(trial) });
      await notify(tx, told(trial.assistant, trial.executive), told(trial.executive, trial.assistant));
      return ok({ id });
    });
  } catch (error) {
    if (!isRefusedBy(error, "trial_pairings_one_at_a_time")) throw error;
    return refuse("trial_overlaps", { path: "from" });
  }
}

async function requireLedPair(ctx: Ctx<Manager>, pair: { executiveId: string; assistantId: string }) {
  const [executive, assistant] = await Promise.all([
    ctx.db.executive.findUnique({
      where: { id: pair.executiveId },
      select: { poolId: true, pool: { select: { timeZone: true } } },
    }),
    ctx.db.assistant.findUnique({
      where: { id: pair.assistantId },
      select: { poolId: true, leavesOn: true },
    }),
  ]);
  if (!executive || !canManagePool(ctx.actor, executive.poolId)) throw new NotFoundError("executive");
  if (!assistant || !canManagePool(ctx.actor, assistant.poolId)) throw new NotFoundError("assistant");
  return {
    leavesOn: assistant.leavesOn && dayOfColumn(assistant.leavesOn),
    timeZone: executive.pool.timeZone,
  };
}

async function isPrimaryOn(
  { db }: Ctx,
  pair: { executiveId: string; assistantId: string },
  on: Day,
): Promise<boolean> {
  const day = dayToDate(on);
  const where = {
    ...{ ...pair, role: "primary" as const, dutyIds: { isEmpty: true }, fromOn: { lte: day } },
    OR: [{ toOn: null }, { toOn: { gte: day } }],
  };
  return (await db.supportAssignment.count({ where })) > 0;
}
