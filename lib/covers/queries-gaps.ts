import "server-only";
import type { Ctx } from "@/lib/context";
import type { Day, DayRange } from "@/lib/time/day";
import type { HalfDay } from "@/lib/time/half-day";
import { Prisma } from "@/prisma/generated/client/client";

/** A gap and the name of the manager who accepted it. */
export type AcceptedGapView = HalfDay & { executiveId: string; acceptedBy: string };

/** The gaps of some executives that managers knowingly left open between two days. */
export function listAcceptedGaps(
  ctx: Ctx,
  { executiveIds, from, to }: { executiveIds: readonly string[]; from: Day; to: Day },
): Promise<AcceptedGapView[]> {
  return listGaps(
    ctx,
    Prisma.sql`g.executive_id = ANY(${[...executiveIds]}::uuid[]) AND g."on" BETWEEN ${from}::date AND ${to}::date`,
  );
}

/** The gaps of a pool's executives that managers knowingly left open in some stretches of days. */
export function listGapsAcceptedIn(
  ctx: Ctx,
  poolId: string,
  ranges: readonly DayRange[],
): Promise<AcceptedGapView[]> {
  const within = ranges.map(({ from, to }) => Prisma.sql`g."on" BETWEEN ${from}::date AND ${to}::date`);
  return listGaps(
    ctx,
    Prisma.sql`g.executive_id IN (SELECT e.id FROM executives e WHERE e.pool_id = ${poolId}::uuid)
      AND (${Prisma.join(within, " OR ")})`,
  );
}

/** The gaps that managers knowingly left open for an absence. */
export function listGapsAcceptedFor(ctx: Ctx, absenceId: string): Promise<AcceptedGapView[]> {
  return listGaps(ctx, Prisma.sql`g.absence_id = ${absenceId}::uuid`);
}

function listGaps({ db }: Ctx, where: Prisma.Sql): Promise<AcceptedGapView[]> {
  return db.$queryRaw`
    SELECT g.executive_id AS "executiveId", to_char(g."on", 'YYYY-MM-DD') AS "on", g.part::text AS part,
      coalesce(u.name, '') AS "acceptedBy"
    FROM accepted_gaps g LEFT JOIN users u ON u.id = g.accepted_by_id
    WHERE ${where} ORDER BY g."on", g.part, g.executive_id`;
}
