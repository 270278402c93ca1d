import "server-only";
import type { Manager, Person } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { isRefusedBy, NotFoundError } from "@/lib/errors";
import { matchingAudit } from "@/lib/matching/audit";
import { matchingNotice } from "@/lib/matching/notices";
import { isKeptApart } from "@/lib/matching/queries";
import type { MoveRefusal } from "@/lib/moves/rules";
import { move } from "@/lib/moves/service";
import { notify } from "@/lib/notices/service-notify";
import { canManagePool } from "@/lib/pools/policy";
import { managersOf } from "@/lib/pools/queries-managers";
import { ok, type Result, refuse } from "@/lib/result";
import { refusingClash, type SupportClash } from "@/lib/support/service-clash";
import {
  beginTrialSupport,
  endTrialSupport,
  keepTrialSupport,
  TrialSupport,
} from "@/lib/support/service-trials";
import { addDays, type Day, dayOfColumn, dayToDate, earlierDay, laterDay } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { readTrial, sideIn, type TrialRow } from "./queries";
import {
  lastDayOfTrial,
  momentOpen,
  TRIAL_MOVES,
  type TrialMove,
  type TrialStatus,
  trialPhase,
} from "./rules";
import type { AnswerTrialInput, CheckInTrialInput, ProposeTrialInput, TrialVersionInput } from "./schema";

type MovedTrial = { id: string; status: TrialStatus; version: number };
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
      await audit(tx, auditOf("proposed", trial, null));
      const told = (to: TrialRow["assistant"], other: TrialRow["assistant"]) =>
        matchingNotice("trial_proposed", [to.userId], { name: other.user.name, ...daysOf(trial) });
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

function daysOf({ fromOn, toOn }: TrialRow) {
  return { from: dayOfColumn(fromOn), to: dayOfColumn(toOn) };
}

type TrialAction = "proposed" | "accepted" | "agreed" | "declined" | "stopped" | "confirmed" | "checked_in";

function auditOf(
  action: TrialAction,
  { id, executiveId, assistantId, status }: TrialRow,
  from: TrialStatus | null = status,
  to: TrialStatus = status,
) {
  return matchingAudit(`trial.${action}`, id, { executiveId, assistantId, from, to });
}

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
  const { from, to } = daysOf(trial);
  if (todayOf(ctx, trial) >= from) return refuse("trial_too_late");
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
      await audit(tx, auditOf("accepted", trial));
      return ok({ id, status: "proposed", version });
    }),
  );
}

function todayOf(ctx: Ctx, { executive }: TrialRow): Day {
  return dayIn(executive.pool.timeZone, ctx.now);
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
  const { from, to } = daysOf(trial);
  const today = todayOf(ctx, trial);
  if (trialPhase({ status: trial.status, from, to }, today) !== "active")
    return refuse("trial_not_under_way");
  const { executiveId, assistantId } = trial;
  const wanted = { id: null, executiveId, assistantId, role: "primary" as const, dutyIds: [] };
  return refusingClash(ctx, { ...wanted, from: addDays(to, 1), to: null }, () =>
    inTransaction(ctx, (tx) => moveTrial(tx, input, "confirm")),
  );
}

function isOver(ctx: Ctx, trial: TrialRow): boolean {
  return trialPhase({ status: trial.status, ...daysOf(trial) }, todayOf(ctx, trial)) === "ended";
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
        audit: auditOf(ACTIONS[made], trial, trial.status, next.status),
        tell: () => tellOfTrial(tx, trial, made),
      });
    },
  });
}

/** What a move makes of support, and the last day of a trial that is cut short. */
async function supportAfter(tx: Ctx<Person>, trial: TrialRow, made: TrialMove) {
  const term = daysOf(trial);
  if (made === "agree") return { support: await beginTrialSupport(tx, trial, term) };
  if (trial.support === null || made === "decline") return {};
  const support = TrialSupport.parse(trial.support);
  if (made === "confirm") return { support: await keepTrialSupport(tx, trial, support, term) };
  const last = earlierDay(term.to, laterDay(todayOf(tx, trial), addDays(term.from, -1)));
  const ended = await endTrialSupport(tx, trial, support, { from: term.from, last });
  return { support: ended, ...(last > term.from && { toOn: dayToDate(last) }) };
}

async function tellOfTrial(tx: Ctx<Person>, trial: TrialRow, made: TrialMove): Promise<void> {
  const managers = await managersOf(tx, trial.executive.poolId);
  const names = { assistant: trial.assistant.user.name, executive: trial.executive.user.name };
  const everybody = [...new Set([trial.assistant.userId, trial.executive.userId, ...managers])];
  const days = daysOf(trial);
  if (made === "agree") await notify(tx, matchingNotice("trial_agreed", everybody, { ...names, ...days }));
  else if (made === "confirm")
    await notify(tx, matchingNotice("trial_confirmed", everybody, { ...names, from: addDays(days.to, 1) }));
  else await notify(tx, matchingNotice("trial_over", everybody, names));
}

/** One of the two says once how the trial goes, at half time and before its end; the managers of the pool read it, the other doesn't. */
export async function checkInTrial(
  ctx: Ctx<Person>,
  { id, rating, works, changes }: CheckInTrialInput,
): Promise<Result<{ id: string }, "trial_not_under_way" | "trial_rated_already">> {
  const trial = await readTrial(ctx, id);
  const side = sideIn(ctx, trial);
  if (!side) throw new NotFoundError("trial");
  const moment = momentOpen({ status: trial.status, ...daysOf(trial) }, todayOf(ctx, trial));
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
      await audit(tx, auditOf("checked_in", trial));
      return ok({ id });
    });
  } catch (error) {
    if (isRefusedBy(error, "trial_check_ins_pkey")) return refuse("trial_rated_already");
    throw error;
  }
}
