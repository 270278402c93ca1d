import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx, PublicCtx } from "@/lib/context";
import { listRiskDays, type RiskOffice, readRiskOffice } from "@/lib/coverage/what-if/queries-risk";
import { NotFoundError } from "@/lib/errors";
import { namesOfExecutives } from "@/lib/executives/queries-names";
import { canManagePool } from "@/lib/pools/policy";
import type { Prisma } from "@/prisma/generated/client/client";
import { byEffect, type ExecutiveRisk, type TrainingTrial, trialsOf } from "./rules";
import type { CountNeedInput, NeedFiguresView, NeedOfExecutiveInput, TrainingNeedView } from "./schema";

const MOST = 100;

/** What cover of a pool needs most, by what an hour of training does; what was put aside is left out. */
export async function listTrainingNeeds(ctx: Ctx<Manager>, poolId?: string): Promise<TrainingNeedView[]> {
  if (poolId && !canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  return readNeeds(ctx, { poolId: { in: poolId ? [poolId] : [...ctx.actor.managedPoolIds] } });
}

/** What would let somebody more cover an executive, by what an hour of it does for cover; null where nothing is known. */
export async function findTrainingFor(
  ctx: Ctx<Manager>,
  { executiveId }: NeedOfExecutiveInput,
): Promise<TrainingNeedView | null> {
  const poolId = { in: [...ctx.actor.managedPoolIds] };
  const [best = null] = await readNeeds(ctx, { poolId, executiveIds: { has: executiveId } });
  return best;
}

async function readNeeds(
  ctx: Ctx<Manager>,
  where: Pick<Prisma.TrainingNeedWhereInput, "poolId" | "executiveIds">,
): Promise<TrainingNeedView[]> {
  const rows = await ctx.db.trainingNeed.findMany({
    where: { ...where, status: "open" },
    include: { assistant: { select: { user: { select: { name: true } } } } },
    take: MOST,
  });
  const grants = await ctx.db.courseGrant.findMany({
    where: { dutyId: { in: rows.map(({ dutyId }) => dutyId) }, course: { isRetired: false } },
    select: { dutyId: true, level: true, course: { select: { id: true, minutes: true } } },
    orderBy: [{ course: { minutes: "asc" } }, { courseId: "asc" }],
  });
  const names = await namesOfExecutives(
    ctx,
    rows.flatMap(({ executiveIds }) => executiveIds),
  );
  const needs = rows.map(({ assistant, executiveIds, workedOutAt, status: _, reason: __, ...row }) => {
    const course = grants.find(({ dutyId, level }) => dutyId === row.dutyId && level >= row.level)?.course;
    return {
      ...row,
      name: assistant.user.name,
      executives: executiveIds.flatMap((id) => (names[id] ? [{ id, name: names[id] }] : [])),
      courseId: course?.id ?? null,
      minutes: course?.minutes ?? null,
      workedOutAt: workedOutAt.toISOString(),
    };
  });
  return needs.sort(byEffect);
}

/** Works out what one level would do, from who serves whom now; for whoever leads the pool of the person. */
export async function countTrainingNeed(
  ctx: Ctx<Manager>,
  { assistantId, dutyId, level }: CountNeedInput,
): Promise<NeedFiguresView> {
  const assistant = await ctx.db.assistant.findUnique({
    where: { id: assistantId },
    select: { pool: { select: { id: true, timeZone: true } } },
  });
  if (!assistant || !canManagePool(ctx.actor, assistant.pool.id)) throw new NotFoundError("assistant");
  const risk = await readRiskOffice(ctx, assistant.pool);
  const asked = (one: TrainingTrial) =>
    one.assistantId === assistantId && one.dutyId === dutyId && one.level <= level;
  const trials = trialsOf(risk.grid.office, risk.poolId, (await listRisks(risk)).risks, risk.from).filter(
    asked,
  );
  const executiveIds = [...new Set(trials.flatMap((one) => one.executiveIds))];
  const owners = [...new Set(trials.flatMap((one) => one.owners))];
  const names = new Map(risk.grid.office.executives.map(({ id, name }) => [id, name]));
  return {
    ...(await countDays(risk, { assistantId, dutyId, level, executiveIds, owners })),
    executives: executiveIds.map((id) => ({ id, name: names.get(id) ?? "" })),
  };
}

type Risks = { risks: ExecutiveRisk[]; daysOf: ReadonlyMap<string, number> };

/** On how many days each assistant of the pool could not be away, and whom that would leave. */
export async function listRisks(risk: RiskOffice): Promise<Risks> {
  const risks: ExecutiveRisk[] = [];
  const daysOf = new Map<string, number>();
  for (const { id, poolId } of risk.grid.office.assistants.values()) {
    if (poolId !== risk.poolId) continue;
    const days = await listRiskDays(risk, id);
    daysOf.set(id, days.length);
    const executiveIds = new Set(days.flatMap((one) => one.executiveIds));
    for (const executiveId of executiveIds)
      risks.push({
        ...{ owner: id, executiveId },
        days: days.filter((one) => one.executiveIds.includes(executiveId)).length,
      });
  }
  return { risks, daysOf };
}

/** The days on which the owners of a trial could not be away, now and with the level raised. */
export async function countDays(
  risk: RiskOffice,
  trial: TrainingTrial,
  known: ReadonlyMap<string, number> = new Map(),
): Promise<{ daysBefore: number; daysAfter: number }> {
  let [daysBefore, daysAfter] = [0, 0];
  for (const owner of trial.owners) {
    daysBefore += known.get(owner) ?? (await listRiskDays(risk, owner)).length;
    daysAfter += (await listRiskDays(risk, owner, trial)).length;
  }
  return { daysBefore, daysAfter };
}

/** Everything that can be said of a pool's needs now: each trial that removes a day. */
export async function workOutNeeds(
  ctx: PublicCtx,
  pool: { id: string; timeZone: string },
): Promise<(TrainingTrial & { daysBefore: number; daysAfter: number })[]> {
  const risk = await readRiskOffice(ctx, pool);
  const { risks, daysOf } = await listRisks(risk);
  const found: (TrainingTrial & { daysBefore: number; daysAfter: number })[] = [];
  for (const trial of trialsOf(risk.grid.office, pool.id, risks, risk.from)) {
    const counted = await countDays(risk, trial, daysOf);
    if (counted.daysAfter < counted.daysBefore) found.push({ ...trial, ...counted });
  }
  return found;
}
