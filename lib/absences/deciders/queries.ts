import "server-only";
import type { Ctx } from "@/lib/context";
import { dayOfColumn, dayToDate } from "@/lib/time/day";
import { dayIn, daysOnEarth } from "@/lib/time/zone";
import type { Prisma } from "@/prisma/generated/client/client";
import type { AbsenceOwner, ActingFor, Place } from "./policy";

/** The fields of an assistant that say who decides on their leave. */
export const DECIDED_BY = {
  poolId: true,
  leavePolicy: { select: { deciderId: true, isAutomatic: true, decider: { select: { disabledAt: true } } } },
  pool: {
    select: {
      timeZone: true,
      leavePolicy: {
        select: {
          approvalStages: true,
          reportedDaysBack: true,
          reportedDaysAhead: true,
          secondDeciderId: true,
          secondDecider: { select: { disabledAt: true } },
        },
      },
    },
  },
} satisfies Prisma.AssistantSelect;

type DecidedByRow = Prisma.AssistantGetPayload<{ select: typeof DECIDED_BY }>;

/** Whose leave it is and who decides on it; an account that was closed decides no more. */
export function ownerOf(assistantId: string, { poolId, leavePolicy, pool }: DecidedByRow): AbsenceOwner {
  const isOpen = (user: { disabledAt: Date | null } | null) => user !== null && user.disabledAt === null;
  return {
    assistantId,
    poolId,
    deciderId: leavePolicy && isOpen(leavePolicy.decider) ? leavePolicy.deciderId : null,
    secondDeciderId:
      pool.leavePolicy && isOpen(pool.leavePolicy.secondDecider) ? pool.leavePolicy.secondDeciderId : null,
  };
}

/** In whose places the actor may act today: their own, and those of managers who named them their deputy. */
export async function getActingFor(ctx: Ctx): Promise<ActingFor> {
  const own: Place = { userId: ctx.actor.userId, poolIds: ctx.actor.managedPoolIds };
  const rows = await ctx.db.managerDeputy.findMany({
    where: { deputyId: ctx.actor.userId, ...deputiesAround(ctx) },
    select: DEPUTY,
  });
  const others = rows
    .filter((row) => isDeputyToday(ctx, row))
    .map(({ managerId, manager }) => ({
      userId: managerId,
      poolIds: manager.managedPools.map((one) => one.poolId),
    }));
  return [own, ...others];
}

const DEPUTY = {
  deputyId: true,
  managerId: true,
  fromOn: true,
  toOn: true,
  manager: {
    select: { managedPools: { select: { poolId: true, pool: { select: { timeZone: true } } } } },
  },
} satisfies Prisma.ManagerDeputySelect;

type DeputyRow = Prisma.ManagerDeputyGetPayload<{ select: typeof DEPUTY }>;

function deputiesAround({ now }: Ctx) {
  const today = daysOnEarth(now);
  return { fromOn: { lte: dayToDate(today.to) }, toOn: { gte: dayToDate(today.from) } };
}

/** True when a deputy stands in on the day it is in the manager's pool. */
function isDeputyToday({ now }: Ctx, { manager, fromOn, toOn }: DeputyRow): boolean {
  const today = dayIn(manager.managedPools[0]?.pool.timeZone ?? "UTC", now);
  return dayOfColumn(fromOn) <= today && today <= dayOfColumn(toOn);
}

/** The absences whoever stands in these places may know of, besides their own. */
export function knownTo(actingFor: ActingFor): Prisma.AbsenceWhereInput {
  const poolIds = [...new Set(actingFor.flatMap((place) => place.poolIds))];
  const userIds = actingFor.map((place) => place.userId);
  return {
    assistant: {
      OR: [
        { poolId: { in: poolIds } },
        { leavePolicy: { deciderId: { in: userIds } } },
        { pool: { leavePolicy: { secondDeciderId: { in: userIds } } } },
      ],
    },
  };
}

/** Who is to be told of leave that waits: the person's own decider, else the managers, and whoever is their deputy today. */
export async function decidersOf(
  ctx: Ctx,
  { poolId, deciderId, secondDeciderId }: AbsenceOwner,
  stage: "first" | "second" = "first",
): Promise<string[]> {
  const named = stage === "first" ? deciderId : secondDeciderId;
  const managers = named
    ? [{ userId: named }]
    : await ctx.db.poolManager.findMany({ where: { poolId }, select: { userId: true } });
  const userIds = managers.map((manager) => manager.userId);
  const deputies = await ctx.db.managerDeputy.findMany({
    where: { managerId: { in: userIds }, ...deputiesAround(ctx) },
    select: DEPUTY,
  });
  const todays = deputies.filter((row) => isDeputyToday(ctx, row));
  return [...userIds, ...todays.map((deputy) => deputy.deputyId)];
}
