import "server-only";
import { halfDaysCovered } from "@/lib/covers/queries-history";
import { REFUSED_COVER } from "@/lib/covers/rules";
import { type HourlyRange, spanOfRange } from "@/lib/covers/rules-extent";
import type { Db } from "@/lib/db";
import { groupedBy } from "@/lib/groups";
import { readRestrictions } from "@/lib/matching/queries";
import type { Day } from "@/lib/time/day";
import { minutesCarried, ownOnce } from "./queries-history";
import { assistantsNamedBy, listAssistantIds, readAssistants, readExecutives } from "./queries-people";
import { listExecutiveIds, type OfficeScope, readPools, withLenders } from "./queries-scope";
import type { Declined, Familiarity, Office, OfficeExecutive, Staffing } from "./rules";

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
export async function withChoices(
  db: Db,
  staffing: Staffing,
  executiveIds: string[],
  covered: readonly OfficeExecutive[] = [],
): Promise<Office> {
  const office = await withEligibility(db, staffing, executiveIds, covered);
  return { ...office, carried: await minutesCarried(db, [...staffing.assistants.keys()], staffing.from) };
}

/** The same without what each person carried: enough to know who may serve, not who should. */
export async function withEligibility(
  db: Db,
  staffing: Staffing,
  executiveIds: string[],
  covered: readonly OfficeExecutive[] = [],
): Promise<Office> {
  const { from, to } = staffing;
  const asked = new Set(executiveIds);
  const met = new Set([...covered, ...staffing.executives.filter(({ id }) => asked.has(id))]);
  return {
    ...staffing,
    ...(await readFamiliarity(db, [...met], from)),
    restrictions: await readRestrictions(db, executiveIds, from),
    carried: new Map(),
    declined: await declinedBetween(db, executiveIds, from, to),
  };
}

type Known = { history: [pair: string, halfDays: number][]; formerly: string[] };

/** What was read of an executive stands as long as the executive does: whoever changes is read as another. */
const known = new WeakMap<OfficeExecutive, Map<Day, Known>>();

/** How well assistants know some executives before a day. */
export async function readFamiliarity(
  db: Db,
  executives: readonly OfficeExecutive[],
  from: Day,
): Promise<Familiarity> {
  const unknown = executives.filter((executive) => !known.get(executive)?.has(from));
  if (unknown.length > 0) await learn(db, unknown, from);
  const all = executives.flatMap((executive) => known.get(executive)?.get(from) ?? []);
  return {
    history: new Map(all.flatMap(({ history }) => history)),
    formerly: new Set(all.flatMap(({ formerly }) => formerly)),
  };
}

async function learn(db: Db, executives: readonly OfficeExecutive[], from: Day): Promise<void> {
  const ids = executives.map(({ id }) => id);
  const history = groupedBy(await halfDaysCovered(db, ids, from), ([pair]) => executiveIn(pair));
  const formerly = groupedBy(await ownOnce(db, ids, from), executiveIn);
  for (const executive of executives) {
    const days = known.get(executive) ?? new Map<Day, Known>();
    days.set(from, { history: history.get(executive.id) ?? [], formerly: formerly.get(executive.id) ?? [] });
    known.set(executive, days);
  }
}

function executiveIn(pair: string): string {
  return pair.slice(pair.indexOf(" ") + 1);
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

async function declinedBetween(
  db: Db,
  executiveIds: readonly string[],
  from: Day,
  to: Day,
): Promise<Declined[]> {
  const rows = await db.$queryRaw<(Omit<Declined, "first" | "last"> & HourlyRange)[]>`
    SELECT executive_id AS "executiveId", assistant_id AS "assistantId",
      to_char(start_on, 'YYYY-MM-DD') AS "from", start_part::text AS "fromPart",
      to_char(end_on, 'YYYY-MM-DD') AS "to", end_part::text AS "toPart",
      start_minute AS "startMinute", end_minute AS "endMinute"
    FROM coverage_assignments
    WHERE executive_id = ANY(${[...executiveIds]}::uuid[]) AND status = ANY(${[...REFUSED_COVER]}::coverage_status[])
      AND offer_expires_at IS NOT NULL AND start_on <= ${to}::date AND end_on >= ${from}::date
    ORDER BY id`;
  return rows.map(({ executiveId, assistantId, ...range }) => ({
    executiveId,
    assistantId,
    ...spanOfRange(range),
  }));
}
