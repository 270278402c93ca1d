import "server-only";
import type { Person } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { isRefusedBy, NotFoundError } from "@/lib/errors";
import { trialAudit } from "@/lib/matching/audit";
import { ok, type Result, refuse } from "@/lib/result";
import { daysOfTrial, readTrial, sideIn, todayOfTrial } from "./queries";
import { momentOpen } from "./rules";
import type { CheckInTrialInput } from "./schema";

/** One of the two says once how the trial goes, at half time and before its end; the managers of the pool read it, the other doesn't. */
export async function checkInTrial(
  ctx: Ctx<Person>,
  { id, rating, works, changes }: CheckInTrialInput,
): Promise<Result<{ id: string }, "trial_not_under_way" | "trial_rated_already">> {
  const trial = await readTrial(ctx, id);
  const side = sideIn(ctx, trial);
  if (!side) throw new NotFoundError("trial");
  const moment = momentOpen({ status: trial.status, ...daysOfTrial(trial) }, todayOfTrial(ctx, trial));
  if (!moment) return refuse("trial_not_under_way");
  const { assistantId } = trial;
  try {
    return await inTransaction(ctx, async (tx) => {
      await tx.db.trialCheckIn.create({
        data: {
          ...{ trialId: id, side, moment, authorId: tx.actor.userId, assistantId },
          ...{ rating, works, changes, saidAt: tx.now },
        },
        select: { trialId: true },
      });
      await audit(tx, trialAudit("checked_in", trial));
      return ok({ id });
    });
  } catch (error) {
    if (isRefusedBy(error, "trial_check_ins_pkey")) return refuse("trial_rated_already");
    throw error;
  }
}
