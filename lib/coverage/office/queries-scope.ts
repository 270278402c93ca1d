import "server-only";
import { COUNTED_COVER } from "@/lib/covers/rules";
import { daysOffIn } from "@/lib/days-off";
import type { Db } from "@/lib/db";
import type { Day } from "@/lib/time/day";
import { Prisma } from "@/prisma/generated/client/client";
import type { Staffing } from "./rules";

/** Whose support is looked at: everybody of some pools, some executives, or all that some assistants support and cover. */
export type OfficeScope =
  | { poolIds: readonly string[] }
  | { executiveIds: readonly string[] }
  | { assistantIds: readonly string[] };

type PoolRow = {
  id: string;
  name: string;
  timeZone: string;
  holidayRegion: string;
  holidayTypes: string[];
  lenders: { id: string; timeZone: string }[];
};

/** What an office knows of its pools. Half-days are the same ones in one time zone only, so that only such pools lend. */
export async function readPools(
  db: Db,
  from: Day,
  to: Day,
): Promise<Pick<Staffing, "daysOff" | "lending" | "poolNames">> {
  const pools = await db.$queryRaw<PoolRow[]>`
    SELECT p.id, p.name, p.time_zone AS "timeZone", p.holiday_region AS "holidayRegion",
      to_json(p.holiday_types) AS "holidayTypes",
      (SELECT coalesce(json_agg(json_build_object('id', l.id, 'timeZone', l.time_zone)), '[]')
        FROM pool_lendings b JOIN pools l ON l.id = b.lender_id WHERE b.borrower_id = p.id) AS lenders
    FROM pools p`;
  const lendersOf = ({ timeZone, lenders }: PoolRow) =>
    new Set(lenders.filter((lender) => lender.timeZone === timeZone).map(({ id }) => id));
  return {
    daysOff: new Map(pools.map((pool) => [pool.id, daysOffIn(pool, from, to)])),
    lending: new Map(pools.map((pool) => [pool.id, lendersOf(pool)])),
    poolNames: new Map(pools.map((pool) => [pool.id, pool.name])),
  };
}

/** Some pools and those that lend to them. */
export function withLenders(poolIds: readonly string[], lending: Staffing["lending"]): string[] {
  return [...new Set([...poolIds, ...poolIds.flatMap((id) => [...(lending.get(id) ?? [])])])];
}

/**
 * The executives of a scope by name: of its pools, and all whom its assistants, those of lending pools included, support
 * or cover on these days. With `only`, those among some executives and all with some assistants.
 */
export async function listExecutiveIds(
  db: Db,
  scope: OfficeScope,
  lending: Staffing["lending"],
  { from, to, only }: { from: Day; to: Day; only?: readonly string[] },
): Promise<string[]> {
  const among = (column: Prisma.Sql) =>
    only ? Prisma.sql`AND ${column} = ANY(${[...only]}::uuid[])` : Prisma.empty;
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT e.id FROM executives e JOIN users u ON u.id = e.user_id
    WHERE e.id IN (
      ${ownIn(scope)}
      ${linkedTo(scope, lending, from, to)}
    ) ${among(Prisma.sql`e.id`)}
    ORDER BY u.name, e.id`;
  return rows.map(({ id }) => id);
}

function ownIn(scope: OfficeScope): Prisma.Sql {
  if ("poolIds" in scope)
    return Prisma.sql`SELECT id FROM executives WHERE pool_id = ANY(${[...scope.poolIds]}::uuid[])`;
  const ids = "executiveIds" in scope ? scope.executiveIds : [];
  return Prisma.sql`SELECT unnest(${[...ids]}::uuid[])`;
}

function linkedTo(scope: OfficeScope, lending: Staffing["lending"], from: Day, to: Day): Prisma.Sql {
  if ("executiveIds" in scope) return Prisma.empty;
  const assistants =
    "poolIds" in scope
      ? Prisma.sql`a.pool_id = ANY(${withLenders(scope.poolIds, lending)}::uuid[])`
      : Prisma.sql`a.id = ANY(${[...scope.assistantIds]}::uuid[])`;
  return Prisma.sql`
    UNION SELECT s.executive_id FROM assistants a JOIN support_assignments s ON s.assistant_id = a.id
    WHERE ${assistants} AND ${inForce(Prisma.sql`s`, from, to)}
    UNION SELECT c.executive_id FROM assistants a JOIN coverage_assignments c ON c.assistant_id = a.id
    WHERE ${assistants} AND ${counted(Prisma.sql`c`, from, to)}`;
}

/** Support in force on any of some days. */
export function inForce(alias: Prisma.Sql, from: Day, to: Day): Prisma.Sql {
  return Prisma.sql`${alias}.from_on <= ${to}::date AND (${alias}.to_on IS NULL OR ${alias}.to_on >= ${from}::date)`;
}

/** Covers that count on any of some days. */
export function counted(alias: Prisma.Sql, from: Day, to: Day): Prisma.Sql {
  return Prisma.sql`${alias}.status = ANY(${[...COUNTED_COVER]}::coverage_status[])
    AND ${alias}.start_on <= ${to}::date AND ${alias}.end_on >= ${from}::date`;
}
