import "server-only";
import { countedBetween, coverOfRow } from "@/lib/covers/queries";
import { REFUSED_COVER } from "@/lib/covers/rules";
import type { Db } from "@/lib/db";
import { restrictionsFrom } from "@/lib/matching/queries";
import { daysOffIn } from "@/lib/pools/queries-holidays";
import { type Day, dayOfColumn, dayToDate } from "@/lib/time/day";
import { STRETCH_COLUMNS, spanOfColumns } from "@/lib/time/stretch-columns";
import type { Prisma } from "@/prisma/generated/client/client";
import { halfDaysCovered, minutesCarried, ownOnce } from "./queries-history";
import { lendingOf, POOL, withLenders } from "./queries-pools";
import { assistantFields, assistantOf, executiveFields, executiveOf, inForce } from "./queries-rows";
import type { Declined, Office } from "./rules";

/** Whose support is looked at: everybody of some pools, some executives, or all that some assistants support and cover. */
export type OfficeScope =
  | { poolIds: readonly string[] }
  | { executiveIds: readonly string[] }
  | { assistantIds: readonly string[] };

/** Reads all that decides who supports whom from one day to another, in a bounded number of queries. People of pools that lend to the ones asked for come with their own executives. */
export async function loadOffice(db: Db, scope: OfficeScope, from: Day, to: Day): Promise<Office> {
  const pools = await db.pool.findMany({ select: POOL });
  const lending = lendingOf(pools);
  const people = "poolIds" in scope ? { poolIds: withLenders(scope.poolIds, lending) } : scope;
  const executives = await db.executive.findMany({
    where: executivesIn(scope, people, from, to),
    select: executiveFields(from, to),
    orderBy: [{ user: { name: "asc" } }, { id: "asc" }],
  });
  const assistants = await db.assistant.findMany({
    where: assistantsFor(people, executives, from, to),
    select: assistantFields(from, to),
    orderBy: { id: "asc" },
  });
  const executiveIds = executives.map((executive) => executive.id);
  const restrictions = await db.pairingRestriction.findMany({
    where: { executiveId: { in: executiveIds }, ...restrictionsFrom(from) },
    select: { assistantId: true, executiveId: true, kind: true, expiresOn: true },
  });
  return {
    from,
    to,
    daysOff: new Map(pools.map((pool) => [pool.id, daysOffIn(pool, from, to)])),
    assistants: new Map(assistants.map((row) => [row.id, assistantOf(row)])),
    executives: executives.map(executiveOf),
    covers: new Map(executives.map((row) => [row.id, row.covers.map(coverOfRow)])),
    restrictions: restrictions.map((r) => ({ ...r, expiresOn: r.expiresOn && dayOfColumn(r.expiresOn) })),
    history: await halfDaysCovered(db, executiveIds, from),
    formerly: await ownOnce(db, executiveIds, from),
    lending,
    carried: await minutesCarried(
      db,
      assistants.map(({ id }) => id),
      from,
    ),
    declined: await declinedBetween(db, executiveIds, from, to),
    poolNames: new Map(pools.map((pool) => [pool.id, pool.name])),
  };
}

/** A pool's assistants with their hours and absences, and nobody they support. */
export async function loadPeople(db: Db, poolId: string, from: Day, to: Day): Promise<Office> {
  const pool = await db.pool.findUniqueOrThrow({ where: { id: poolId }, select: POOL });
  const assistants = await db.assistant.findMany({
    where: { poolId, OR: [{ leavesOn: null }, { leavesOn: { gte: dayToDate(from) } }] },
    select: assistantFields(from, to),
    orderBy: { id: "asc" },
  });
  return {
    from,
    to,
    daysOff: new Map([[poolId, daysOffIn(pool, from, to)]]),
    assistants: new Map(assistants.map((row) => [row.id, assistantOf(row)])),
    executives: [],
    covers: new Map(),
    restrictions: [],
    history: new Map(),
    formerly: new Set(),
    lending: new Map(),
    carried: new Map(),
    poolNames: new Map([[poolId, pool.name]]),
  };
}

function executivesIn(
  scope: OfficeScope,
  people: OfficeScope,
  from: Day,
  to: Day,
): Prisma.ExecutiveWhereInput {
  if ("executiveIds" in scope) return { id: { in: [...scope.executiveIds] } };
  const assistant: Prisma.AssistantWhereInput =
    "poolIds" in people
      ? { poolId: { in: [...people.poolIds] } }
      : { id: { in: "assistantIds" in people ? [...people.assistantIds] : [] } };
  const linked: Prisma.ExecutiveWhereInput[] = [
    { supportAssignments: { some: { assistant, ...inForce(from, to) } } },
    { covers: { some: { assistant, ...countedBetween(from, to) } } },
  ];
  return "poolIds" in scope ? { OR: [{ poolId: { in: [...scope.poolIds] } }, ...linked] } : { OR: linked };
}

function assistantsFor(
  scope: OfficeScope,
  executives: { id: string }[],
  from: Day,
  to: Day,
): Prisma.AssistantWhereInput {
  const executiveId = { in: executives.map((executive) => executive.id) };
  return {
    OR: [
      ...("poolIds" in scope ? [{ poolId: { in: [...scope.poolIds] } }] : []),
      ...("assistantIds" in scope ? [{ id: { in: [...scope.assistantIds] } }] : []),
      { supportAssignments: { some: { executiveId, ...inForce(from, to) } } },
      { covers: { some: { executiveId, ...countedBetween(from, to) } } },
    ],
  };
}

async function declinedBetween(db: Db, executiveIds: string[], from: Day, to: Day): Promise<Declined[]> {
  const rows = await db.coverageAssignment.findMany({
    where: {
      ...countedBetween(from, to),
      executiveId: { in: executiveIds },
      status: { in: [...REFUSED_COVER] },
      offerExpiresAt: { not: null },
    },
    select: { executiveId: true, assistantId: true, ...STRETCH_COLUMNS },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => ({
    executiveId: row.executiveId,
    assistantId: row.assistantId,
    ...spanOfColumns(row),
  }));
}
