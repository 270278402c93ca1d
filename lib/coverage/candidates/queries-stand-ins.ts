import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { readFree, readPoolGrid, workedOutOnce } from "@/lib/coverage/demand/queries-grid";
import { coveredExecutives } from "@/lib/coverage/demand/rules-grid";
import { withEligibility } from "@/lib/coverage/office/queries";
import type { Office, OfficeExecutive } from "@/lib/coverage/office/rules";
import { SERVED_COVER } from "@/lib/covers/rules";
import { NotFoundError } from "@/lib/errors";
import { listExecutiveIdsFound } from "@/lib/executives/queries";
import { canManagePool } from "@/lib/pools/policy";
import { workingDaysOf } from "@/lib/pools/queries-working-days";
import { nextWorkingDay } from "@/lib/pools/rules-working-days";
import { type Day, dayOfColumn } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { inTurns } from "@/lib/turns";
import {
  dependences,
  dutiesThatNeedCover,
  type ExecutiveDepth,
  type StandIns,
  standInsOf,
} from "./rules-stand-ins";
import type { StandInExecutive, StandInsInput, StandInsView } from "./schema-stand-ins";

const EXECUTIVES_PER_PAGE = 50;
const MOST_NAMED = 5;
const MOST_DEPENDENCES = 50;
const BY_NAME = new Intl.Collator("sv");

/** For each executive and duty of a pool who could step in on a day, the next working day unless one is named: executives with the fewest first. */
export async function listStandIns(ctx: Ctx<Manager>, input: StandInsInput): Promise<StandInsView> {
  const pool = canManagePool(ctx.actor, input.poolId)
    ? await ctx.db.pool.findUnique({ where: { id: input.poolId } })
    : null;
  if (!pool) throw new NotFoundError("pool");
  const on = input.on ?? nextWorkingDay(dayIn(pool.timeZone, ctx.now), workingDaysOf(pool, ctx.now));
  const staffing = await readPoolGrid(ctx, pool.id, on, on);
  const ids = staffing.office.executives.map(({ id }) => id);
  const office = await withEligibility(ctx.db, staffing.office, ids, coveredExecutives(staffing));
  const executives = new Map(office.executives.map((executive) => [executive.id, executive]));
  const free = await readFree(ctx, staffing);
  // Restrictions alone are no part of what is kept of a pool.
  const { standIns, all } = await workedOutOnce(
    staffing,
    `stand-ins ${JSON.stringify(office.restrictions)}`,
    async () => {
      const standIns = standInsOf({ ...staffing, office }, pool.id, free);
      const depths = await inTurns(standIns.depthsInSteps());
      return { standIns, all: inOrder(depths, executives) };
    },
  );
  const found = matching(all, input, input.q ? await listExecutiveIdsFound(ctx, pool.id, input.q) : null);
  const nameRanks = workedOutOnce(staffing, "ranks by name", () => ranksByName(office));
  const start = (input.page - 1) * EXECUTIVES_PER_PAGE;
  const shown = found.slice(start, start + EXECUTIVES_PER_PAGE);
  const last = await lastCovers(
    ctx,
    shown.map((depth) => depth.executiveId),
    dayIn(pool.timeZone, ctx.now),
  );
  return {
    on,
    executives: shown.flatMap((depth) => {
      const executive = executives.get(depth.executiveId);
      return executive ? [executiveView(office, standIns, nameRanks, executive, depth, last)] : [];
    }),
    total: found.length,
    nextPage: start + EXECUTIVES_PER_PAGE < found.length ? input.page + 1 : null,
    without: all.filter((depth) => depth.least === 0).length,
    withOne: all.filter((depth) => depth.least === 1).length,
    dependences: dependences(all)
      .slice(0, MOST_DEPENDENCES)
      .map(({ assistantId, alone, onlyStandIn }) => ({
        assistantId,
        name: office.assistants.get(assistantId)?.name ?? "",
        alone: namedIn(executives, alone),
        onlyStandIn: namedIn(executives, onlyStandIn),
      })),
  };
}

/** The most important executives first, then by name: what a sort by something else leaves in this order. */
function inOrder(
  depths: readonly ExecutiveDepth[],
  executives: ReadonlyMap<string, OfficeExecutive>,
): ExecutiveDepth[] {
  const of = (depth: ExecutiveDepth) => executives.get(depth.executiveId);
  return [...depths].sort(
    (a, b) =>
      (of(b)?.tier ?? 0) - (of(a)?.tier ?? 0) ||
      BY_NAME.compare(of(a)?.name ?? "", of(b)?.name ?? "") ||
      (a.executiveId < b.executiveId ? -1 : 1),
  );
}

/** The place of each assistant in the list by name, so that names are compared once and not for each duty. */
function ranksByName({ assistants }: Pick<Office, "assistants">): ReadonlyMap<string, number> {
  const people = [...assistants.values()].sort((a, b) => BY_NAME.compare(a.name, b.name));
  return new Map(people.map(({ id }, rank) => [id, rank]));
}

function matching(
  depths: readonly ExecutiveDepth[],
  { dutyId, atMost }: StandInsInput,
  found: ReadonlySet<string> | null,
): ExecutiveDepth[] {
  return depths
    .map((depth) => {
      if (dutyId === undefined) return depth;
      const duties = depth.duties.filter((duty) => duty.dutyId === dutyId);
      return { ...depth, duties, least: Math.min(...duties.map((duty) => duty.count)) };
    })
    .filter(
      (depth) =>
        depth.duties.length > 0 &&
        (atMost === undefined || depth.least <= atMost) &&
        (found?.has(depth.executiveId) ?? true),
    )
    .sort((a, b) => a.least - b.least);
}

function namedIn(people: ReadonlyMap<string, { name: string }>, ids: readonly string[]) {
  return ids.map((id) => ({ id, name: people.get(id)?.name ?? "" }));
}

type LastCovers = ReadonlyMap<string, { assistantName: string; on: Day }>;

function executiveView(
  office: Office,
  standIns: StandIns,
  nameRanks: ReadonlyMap<string, number>,
  executive: OfficeExecutive,
  depth: ExecutiveDepth,
  last: LastCovers,
): StandInExecutive {
  const hasCovered = (id: string) => office.history.has(`${id} ${executive.id}`);
  const rankOf = (id: string) => nameRanks.get(id) ?? 0;
  const duties = dutiesThatNeedCover(executive).filter((duty) =>
    depth.duties.some((one) => one.dutyId === duty.dutyId),
  );
  return {
    executiveId: executive.id,
    name: executive.name,
    title: executive.title,
    own: namedIn(office.assistants, depth.own),
    least: depth.least,
    duties: duties.map((duty) => {
      const people = standIns
        .peopleFor(executive, duty)
        .sort((a, b) => Number(hasCovered(b)) - Number(hasCovered(a)) || rankOf(a) - rankOf(b));
      return {
        dutyId: duty.dutyId,
        count: people.length,
        people: namedIn(office.assistants, people.slice(0, MOST_NAMED)),
        lastCover: last.get(`${executive.id} ${duty.dutyId}`) ?? null,
      };
    }),
  };
}

type LastRow = { executiveId: string; dutyId: string; name: string; on: Date };

async function lastCovers(ctx: Ctx<Manager>, executiveIds: string[], today: Day): Promise<LastCovers> {
  const rows = await ctx.db.$queryRaw<LastRow[]>`
    SELECT DISTINCT ON (r.executive_id, r.duty_id) r.executive_id AS "executiveId", r.duty_id AS "dutyId", u.name,
      least(c.end_on, ${today}::date) AS on
    FROM duty_requirements r
    JOIN coverage_assignments c ON c.executive_id = r.executive_id
      AND (cardinality(c.duty_ids) = 0 OR r.duty_id = ANY(c.duty_ids))
    JOIN assistants a ON a.id = c.assistant_id JOIN users u ON u.id = a.user_id
    WHERE r.executive_id = ANY(${executiveIds}::uuid[]) AND c.status = ANY(${[...SERVED_COVER]}::coverage_status[])
      AND c.start_on <= ${today}::date
    ORDER BY r.executive_id, r.duty_id, c.end_on DESC, c.id`;
  return new Map(
    rows.map(({ executiveId, dutyId, name, on }) => [
      `${executiveId} ${dutyId}`,
      { assistantName: name, on: dayOfColumn(on) },
    ]),
  );
}
