import "server-only";
import type { Manager, Person } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { trialAudit } from "@/lib/matching/audit";
import { matchingNotice } from "@/lib/matching/notices";
import type { MoveRefusal } from "@/lib/moves/rules";
import { move } from "@/lib/moves/service";
import { notify } from "@/lib/notices/service-notify";
import { canManagePool } from "@/lib/pools/policy";
import { managersOf } from "@/lib/pools/queries-managers";
import { ok, type Result, refuse } from "@/lib/result";
import { refusingClash, type SupportClash } from "@/lib/support/service-clash";
import { beginTrialSupport, rewriteTrialSupport, TrialSupport } from "@/lib/support/service-trials";
import { addDays, dayToDate, earlierDay, laterDay } from "@/lib/time/day";
import { daysOfTrial, readTrial, sideIn, type TrialRow, todayOfTrial } from "./queries";
import { TRIAL_MOVES, type TrialAction, type TrialMove, type TrialStatus, trialPhase } from "./rules";
import type { AnswerTrialInput, TrialVersionInput } from "./schema";

type MovedTrial = { id: string; status: TrialStatus; version: number };
type AnswerRefusal = MoveRefusal | SupportClash | "not_available_for_executive" | "trial_too_late";

/**
 * Answers a proposed trial for oneself, before its first day: with the second yes support is written for its days, and with a no it
 * is gone, without a reason. Refuses what support refuses.
 */
export async function answerTrial(
  ctx: Ctx<Person>,
  { id, version, accept }: AnswerTrialInput,
): Promise<Result<MovedTrial, AnswerRefusal>> {
  const trial = await readTrial(ctx, id);
  const side = sideIn(ctx, trial);
  if (!side) throw new NotFoundError("trial");
  if (!accept) return inTransaction(ctx, (tx) => moveTrial(tx, { id, version }, "decline"));
  const { from, to } = daysOfTrial(trial);
  if (todayOfTrial(ctx, trial) >= from) return refuse("trial_too_late");
  const { executiveId, assistantId } = trial;
  const wanted = { id: null, executiveId, assistantId, role: "primary" as const, dutyIds: [], from, to };
  return refusingClash(ctx, wanted, () =>
    inTransaction(ctx, async (tx): Promise<Result<MovedTrial, AnswerRefusal>> => {
      const [yes, unanswered] =
        side === "assistant"
          ? [{ assistantYesAt: tx.now }, { executiveYesAt: null }]
          : [{ executiveYesAt: tx.now }, { assistantYesAt: null }];
      // The first yes leaves the version as it is: who has the page open answers the same question.
      const { count } = await tx.db.trialPairing.updateMany({
        where: { id, version, status: "proposed", ...unanswered },
        data: yes,
      });
      if (count === 0) return moveTrial(tx, { id, version }, "agree", yes);
      await audit(tx, trialAudit("accepted", trial));
      return ok({ id, status: "proposed", version });
    }),
  );
}

/** Stops a trial from tomorrow on, or before it begins: one of the two, or a manager of the pool. No reason is asked for, and who did it is told to neither. */
export function stopTrial(
  ctx: Ctx<Person>,
  input: TrialVersionInput,
): Promise<Result<MovedTrial, MoveRefusal | "trial_not_under_way">> {
  return inTransaction(ctx, async (tx) => {
    const trial = await readTrial(tx, input.id);
    if (!sideIn(tx, trial) && !canManagePool(tx.actor, trial.executive.poolId))
      throw new NotFoundError("trial");
    if (isOver(tx, trial)) return refuse("trial_not_under_way");
    return moveTrial(tx, input, "stop");
  });
}

/** Lets the support of a trial under way go on until further notice, by a manager of the pool; whoever was primary stays as a backup. */
export async function confirmTrial(
  ctx: Ctx<Manager>,
  input: TrialVersionInput,
): Promise<Result<MovedTrial, AnswerRefusal | "trial_not_under_way">> {
  const trial = await readTrial(ctx, input.id);
  if (!canManagePool(ctx.actor, trial.executive.poolId)) throw new NotFoundError("trial");
  const { from, to } = daysOfTrial(trial);
  const today = todayOfTrial(ctx, trial);
  if (trialPhase({ status: trial.status, from, to }, today) !== "active")
    return refuse("trial_not_under_way");
  const { executiveId, assistantId } = trial;
  const wanted = { id: null, executiveId, assistantId, role: "primary" as const, dutyIds: [] };
  return refusingClash(ctx, { ...wanted, from: addDays(to, 1), to: null }, () =>
    inTransaction(ctx, (tx) => moveTrial(tx, input, "confirm")),
  );
}

function isOver(ctx: Ctx, trial: TrialRow): boolean {
  return trialPhase({ status: trial.status, ...daysOfTrial(trial) }, todayOfTrial(ctx, trial)) === "ended";
}

const ACTIONS = {
  agree: "agreed",
  decline: "declined",
  stop: "stopped",
  confirm: "confirmed",
} as const satisfies Record<TrialMove, TrialAction>;

type Yes = { assistantYesAt?: Date; executiveYesAt?: Date };

function moveTrial(
  tx: Ctx<Person>,
  { id, version }: { id: string; version: number },
  made: TrialMove,
  yes: Yes = {},
): Promise<Result<MovedTrial, MoveRefusal>> {
  return move<TrialStatus, TrialMove, TrialRow, MovedTrial>(tx, TRIAL_MOVES, {
    ...{ id, version, move: made },
    read: async () => ok(await readTrial(tx, id)),
    write: async (trial, next) => {
      const data = { ...yes, ...next, ...(await supportAfter(tx, trial, made)) };
      await tx.db.trialPairing.update({ where: { id }, data, select: { id: true } });
      return ok({
        value: { id, ...next },
        audit: trialAudit(ACTIONS[made], trial, trial.status, next.status),
        tell: () => tellOfTrial(tx, trial, made),
      });
    },
  });
}

/** What a move makes of support, and the last day of a trial that is cut short. */
async function supportAfter(tx: Ctx<Person>, trial: TrialRow, made: TrialMove) {
  const term = daysOfTrial(trial);
  if (made === "agree") return { support: await beginTrialSupport(tx, trial, term) };
  if (trial.support === null || made === "decline") return {};
  const support = TrialSupport.parse(trial.support);
  if (made === "confirm")
    return { support: await rewriteTrialSupport(tx, trial, support, { from: term.from, end: null }) };
  const last = earlierDay(term.to, laterDay(todayOfTrial(tx, trial), addDays(term.from, -1)));
  const ended = await rewriteTrialSupport(tx, trial, support, { from: term.from, end: last });
  return { support: ended, ...(last > term.from && { toOn: dayToDate(last) }) };
}

async function tellOfTrial(tx: Ctx<Person>, trial: TrialRow, made: TrialMove): Promise<void> {
  const managers = await managersOf(tx, trial.executive.poolId);
  const names = { assistant: trial.assistant.user.name, executive: trial.executive.user.name };
  const everybody = [...new Set([trial.assistant.userId, trial.executive.userId, ...managers])];
  const days = daysOfTrial(trial);
  if (made === "agree") await notify(tx, matchingNotice("trial_agreed", everybody, { ...names, ...days }));
  else if (made === "confirm")
    await notify(tx, matchingNotice("trial_confirmed", everybody, { ...names, from: addDays(days.to, 1) }));
  else await notify(tx, matchingNotice("trial_over", everybody, names));
}
