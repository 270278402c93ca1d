import "server-only";
import { REFUSED_COVER } from "@/lib/covers/rules";
import { touchingDays } from "@/lib/covers/rules-extent";
import type { Db } from "@/lib/db";
import { restrictionsFrom } from "@/lib/matching/queries";
import { type Day, dayOfColumn } from "@/lib/time/day";
import { STRETCH_COLUMNS, spanOfColumns } from "@/lib/time/stretch-columns";
import { halfDaysCovered, minutesCarried, ownOnce } from "./queries-history";
import { assistantsNamedBy, listAssistantIds, readAssistants, readExecutives } from "./queries-people";
import { listExecutiveIds, type OfficeScope, readPools, withLenders } from "./queries-scope";
import type { Declined, Familiarity, Office, Staffing } from "./rules";

/** Reads who works when and who serves whom from one day to another, in a bounded number of queries. People of pools that lend to the ones asked for come with their own executives. */
export async function loadStaffing(db: Db, scope: OfficeScope, from: Day, to: Day): Promise<Staffing> {
  const pools = await readPools(db, from, to);
  const ids =
    "executiveIds" in scope
      ? scope.executiveIds
      : await listExecutiveIds(db, scope, pools.lending, { from, to });
  const read = await readExecutives(db, ids, from, to);
  const assistants = await readAssistants(
    db,
    [...new Set([...(await listStaff(db, scope, pools.lending)), ...assistantsNamedBy(read)])],
    from,
    to,
  );
  return {
    from,
    to,
    ...pools,
    assistants: new Map(assistants.map((assistant) => [assistant.id, assistant])),
    executives: read.map(({ executive }) => executive),
    covers: new Map(read.map(({ executive, covers }) => [executive.id, covers])),
  };
}

async function listStaff(
  db: Db,
  scope: OfficeScope,
  lending: Staffing["lending"],
): Promise<readonly string[]> {
  if ("poolIds" in scope) return listAssistantIds(db, withLenders(scope.poolIds, lending));
  return "assistantIds" in scope ? scope.assistantIds : [];
}

/** Reads all that decides who supports whom, and who could, from one day to another. */
export async function loadOffice(db: Db, scope: OfficeScope, from: Day, to: Day): Promise<Office> {
  const staffing = await loadStaffing(db, scope, from, to);
  return withChoices(
    db,
    staffing,
    staffing.executives.map(({ id }) => id),
  );
}

/** Adds what decides who could serve some executives of an office; of the others it says nothing. */
export async function withChoices(db: Db, staffing: Staffing, executiveIds: string[]): Promise<Office> {
  const { from, to, assistants } = staffing;
  const restrictions = await db.pairingRestriction.findMany({
    where: { executiveId: { in: executiveIds }, ...restrictionsFrom(from) },
    select: { assistantId: true, executiveId: true, kind: true, expiresOn: true },
  });
  return {
    ...staffing,
    ...(await readFamiliarity(db, executiveIds, from)),
    restrictions: restrictions.map((r) => ({ ...r, expiresOn: r.expiresOn && dayOfColumn(r.expiresOn) })),
    carried: await minutesCarried(db, [...assistants.keys()], from),
    declined: await declinedBetween(db, executiveIds, from, to),
  };
}

/** How well assistants know some executives before a day. */
export async function readFamiliarity(db: Db, executiveIds: string[], from: Day): Promise<Familiarity> {
  if (executiveIds.length === 0) return { history: new Map(), formerly: new Set() };
  return {
    history: await halfDaysCovered(db, executiveIds, from),
    formerly: await ownOnce(db, executiveIds, from),
  };
}

/** A pool's assistants who have not left before a day, with their hours and absences, and nobody they support. */
export async function loadPeople(db: Db, poolId: string, from: Day, to: Day): Promise<Staffing> {
  const pools = await readPools(db, from, to);
  const people = await readAssistants(db, await listAssistantIds(db, [poolId]), from, to);
  const staying = people.filter(({ leavesOn }) => leavesOn === null || leavesOn >= from);
  return {
    from,
    to,
    ...pools,
    assistants: new Map(staying.map((assistant) => [assistant.id, assistant])),
    executives: [],
    covers: new Map(),
  };
}

async function declinedBetween(db: Db, executiveIds: string[], from: Day, to: Day): Promise<Declined[]> {
  const rows = await db.coverageAssignment.findMany({
    where: {
      ...touchingDays(from, to),
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
