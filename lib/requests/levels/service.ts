import "server-only";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result, refuse } from "@/lib/result";
import { requestAudit } from "../audit";
import { readCalendars, readServiceLevels } from "./queries";
import type { SupportCalendar } from "./rules-clock";
import { type DrawnClock, drawClock, drawnHours } from "./rules-drawing";
import { triedFacts, triedLevel } from "./rules-try";
import type {
  SaveServiceLevelInput,
  ServiceLevelRow,
  SetServiceLevelsInput,
  TryServiceLevelInput,
} from "./schema";
import type { ServiceLevelView } from "./schema-clock";

type LevelRefusal = "level_twice" | "level_empty" | "unknown_request_type";

/** Sets what a pool promises, all of it at once. Requests that were sent before keep what they were promised. */
export function setServiceLevels(
  ctx: Ctx<Manager>,
  { id: poolId, levels }: SetServiceLevelsInput,
): Promise<Result<{ id: string }, LevelRefusal>> {
  if (!canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  return inTransaction(ctx, async (tx) => {
    const refusal = refusalOfLevels(levels) ?? (await refusalOfTypes(tx, levels));
    if (refusal) return refusal;
    await tx.db.serviceLevel.deleteMany({ where: { poolId } });
    await tx.db.serviceLevel.createMany({ data: levels.map((level) => ({ poolId, ...level })) });
    await audit(tx, requestAudit("service_level.set", poolId, { poolId, count: levels.length }));
    return ok({ id: poolId });
  });
}

/** Sets one level of a pool; one for the same type, priority and tier has its minutes from then on. */
export function saveServiceLevel(
  ctx: Ctx<Manager>,
  { poolId, ...level }: SaveServiceLevelInput,
): Promise<Result<{ id: string }, LevelRefusal>> {
  if (!canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  return inTransaction(ctx, async (tx) => {
    const others = (await readServiceLevels(tx, poolId)).filter(
      (one) => keyOfLevel(one) !== keyOfLevel(level),
    );
    return setServiceLevels(tx, { id: poolId, levels: [...others, level] });
  });
}

/** Takes a level away; requests that were sent keep what they were promised. */
export function removeServiceLevel(
  ctx: Ctx<Manager>,
  { id }: { id: string },
): Promise<Result<{ id: string }, LevelRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const row = await tx.db.serviceLevel.findUnique({ where: { id } });
    if (!row || !canManagePool(ctx.actor, row.poolId)) throw new NotFoundError("service_level");
    const levels = await readServiceLevels(tx, row.poolId);
    const others = levels.filter((level) => keyOfLevel(level) !== keyOfLevel(row));
    return setServiceLevels(tx, { id: row.poolId, levels: others });
  });
}

function keyOfLevel({ typeId, priority, tier }: Pick<ServiceLevelRow, "typeId" | "priority" | "tier">) {
  return JSON.stringify([typeId, priority, tier]);
}

function refusalOfLevels(levels: readonly ServiceLevelRow[]) {
  const seen = new Set<string>();
  for (const [i, { typeId, priority, tier, answerMinutes, resolveMinutes }] of levels.entries()) {
    if (answerMinutes === null && resolveMinutes === null)
      return refuse("level_empty", { path: `levels.${i}.answerMinutes` });
    const key = keyOfLevel({ typeId, priority, tier });
    if (seen.has(key)) return refuse("level_twice", { path: `levels.${i}.typeId` });
    seen.add(key);
  }
  return null;
}

async function refusalOfTypes(tx: Ctx, levels: readonly ServiceLevelRow[]) {
  const ids = [...new Set(levels.flatMap(({ typeId }) => typeId ?? []))];
  if (ids.length === 0) return null;
  const known = await tx.db.requestType.findMany({ where: { id: { in: ids } }, select: { id: true } });
  const unknown = levels.findIndex(({ typeId }) => typeId && !known.some(({ id }) => id === typeId));
  return unknown < 0 ? null : refuse("unknown_request_type", { path: `levels.${unknown}.typeId` });
}

/** Says where a level would stand for an executive of the manager's pools after some steps; keeps nothing. */
export async function tryServiceLevel(
  ctx: Ctx<Manager>,
  input: TryServiceLevelInput,
): Promise<Result<ServiceLevelView>> {
  return ok(triedLevel(await requireCalendar(ctx, input), input, input.now ?? ctx.now));
}

/** A level that was tried, drawn on the hours of the executive. */
export type DrawnTry = {
  level: ServiceLevelView;
  days: ReturnType<typeof drawnHours>;
  answer: DrawnClock | null;
  resolve: DrawnClock | null;
  /** The second promise as it would be without its waits. */
  unpaused: DrawnClock | null;
  /** Running minutes in which the clock stood. */
  pausedMinutes: number;
};

/** The same as it is drawn: at the last step, or at its end. */
export async function drawTry(ctx: Ctx<Manager>, input: TryServiceLevelInput): Promise<DrawnTry> {
  const calendar = await requireCalendar(ctx, input);
  const moments = [input.filedAt, ...input.steps.map(({ at }) => at)];
  const now = new Date(Math.max(...moments.map((at) => at.getTime())));
  const tried = triedFacts(input, now);
  const draw = (targetMinutes: number | null, stoppedAt: Date | null, pauses = tried.pauses) =>
    targetMinutes === null
      ? null
      : drawClock(calendar, { targetMinutes, startedAt: input.filedAt, stoppedAt, pauses }, now);
  const answer = draw(tried.answerMinutes, tried.firstWordAt);
  const resolve = draw(tried.resolveMinutes, tried.resolvedAt);
  const unpaused = draw(tried.resolveMinutes, tried.resolvedAt, []);
  const ends = [answer, resolve, unpaused].flatMap((clock) => clock?.dueAt ?? []);
  const last = new Date(Math.max(now.getTime(), ...ends.map((minute) => minute * 60_000)));
  const paused = resolve?.parts.filter(({ look }) => look === "paused") ?? [];
  return {
    level: triedLevel(calendar, input, now),
    days: drawnHours(calendar, input.filedAt, last),
    answer,
    resolve,
    unpaused,
    pausedMinutes: paused.reduce((sum, { start, end }) => sum + end - start, 0),
  };
}

async function requireCalendar(ctx: Ctx<Manager>, input: TryServiceLevelInput): Promise<SupportCalendar> {
  const executive = await ctx.db.executive.findUnique({
    where: { id: input.executiveId },
    select: { poolId: true },
  });
  if (!executive || !canManagePool(ctx.actor, executive.poolId)) throw new NotFoundError("executive");
  const calendars = await readCalendars({ db: ctx.db, now: input.filedAt }, [input.executiveId]);
  const calendar = calendars.get(input.executiveId);
  if (!calendar) throw new NotFoundError("executive");
  return calendar;
}
