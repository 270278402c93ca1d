import "server-only";
import type { Manager } from "@/lib/actor";
import { HOURS } from "@/lib/assistants/queries-hours";
import type { DatedHours } from "@/lib/assistants/rules";
import type { Ctx, PublicCtx } from "@/lib/context";
import { daysOffIn } from "@/lib/days-off";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { addDays, type Day, type DayRange } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { Prisma } from "@/prisma/generated/client/client";
import type { SupportCalendar } from "./rules-clock";
import type { RequestFacts } from "./rules-view";
import { MOST_LEVELS, type ServiceLevelRow } from "./schema";
import type { PauseReason } from "./schema-clock";

const DAYS_BACK = 800;
const DAYS_AHEAD = 800;

type CalendarRow = {
  id: string;
  timeZone: string;
  holidayRegion: string;
  holidayTypes: string[];
  leavesOn: Day | null;
  hours: DatedHours[];
};

/** When some executives are supported, by their id. */
export async function readCalendars(
  { db, now }: PublicCtx,
  executiveIds: readonly string[],
): Promise<Map<string, SupportCalendar>> {
  const ids = [...new Set(executiveIds)];
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<CalendarRow[]>`
    SELECT e.id, p.time_zone AS "timeZone", p.holiday_region AS "holidayRegion", to_json(p.holiday_types) AS "holidayTypes",
      to_char(e.leaves_on, 'YYYY-MM-DD') AS "leavesOn", h.hours
    FROM executives e JOIN pools p ON p.id = e.pool_id CROSS JOIN LATERAL (
      SELECT ${HOURS} AS hours FROM support_hours p WHERE p.executive_id = e.id) h
    WHERE e.id = ANY(${ids}::uuid[])`;
  const daysOff = new Map<string, ReadonlyMap<Day, string>>();
  return new Map(
    rows.map(({ id, holidayRegion, holidayTypes, ...calendar }) => {
      const key = `${calendar.timeZone} ${holidayRegion} ${holidayTypes.join()}`;
      const days =
        daysOff.get(key) ?? daysOffIn({ holidayRegion, holidayTypes }, ...spanAround(calendar.timeZone, now));
      daysOff.set(key, days);
      return [id, { ...calendar, daysOff: days }];
    }),
  );
}

function spanAround(timeZone: string, now: Date): [from: DayRange["from"], to: DayRange["to"]] {
  const today = dayIn(timeZone, now);
  return [addDays(today, -DAYS_BACK), addDays(today, DAYS_AHEAD)];
}

const LEVELS = {
  select: { typeId: true, priority: true, tier: true, answerMinutes: true, resolveMinutes: true },
  orderBy: [
    { typeId: { sort: "asc", nulls: "last" } },
    { priority: { sort: "desc", nulls: "last" } },
    { tier: { sort: "desc", nulls: "last" } },
  ],
  take: MOST_LEVELS,
} satisfies Prisma.ServiceLevelFindManyArgs;

export type ServiceLevelRecord = ServiceLevelRow & { id: string };

/** The levels of a pool, the most particular ones first. */
export async function listServiceLevels(
  ctx: Ctx<Manager>,
  { id }: { id: string },
): Promise<ServiceLevelRow[]> {
  if (!canManagePool(ctx.actor, id)) throw new NotFoundError("pool");
  return readServiceLevels(ctx, id);
}

/** The same with their ids, to be changed one by one. */
export async function listLevelRecords(ctx: Ctx<Manager>, poolId: string): Promise<ServiceLevelRecord[]> {
  if (!canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  return ctx.db.serviceLevel.findMany({
    where: { poolId },
    ...LEVELS,
    select: { id: true, ...LEVELS.select },
  });
}

/** The same for whom a request is filed, whoever files it. */
export function readServiceLevels({ db }: PublicCtx, poolId: string): Promise<ServiceLevelRow[]> {
  return db.serviceLevel.findMany({ where: { poolId }, ...LEVELS });
}

/** What the clocks of a request are counted from, as CLOCK_FACTS reads it. */
export type FactsRow = {
  id: string;
  executiveId: string;
  status: string;
  createdAt: Date;
  firstWordAt: Date | null;
  resolvedAt: Date | null;
  pauses: { from: string; to: string | null; reason: PauseReason; until: string | null }[];
  answer: number | null;
  resolve: number | null;
};

/** The facts that clocks of requests, the row `r`, are counted from. */
export const CLOCK_FACTS = Prisma.sql`
  r.first_word_at AS "firstWordAt", r.resolved_at AS "resolvedAt",
  (SELECT coalesce(json_agg(json_build_object('from', p.from_at, 'to', p.to_at, 'reason', p.reason, 'until', p.until_at)
    ORDER BY p.from_at), '[]') FROM request_pauses p WHERE p.request_id = r.id) AS pauses,
  (SELECT c.target_minutes FROM request_clocks c WHERE c.request_id = r.id AND c.kind = 'answer') AS answer,
  (SELECT c.target_minutes FROM request_clocks c WHERE c.request_id = r.id AND c.kind = 'resolve') AS resolve`;

/** The facts of a row that was read with CLOCK_FACTS. */
export function factsOfRow(row: Omit<FactsRow, "id" | "executiveId">): RequestFacts {
  return {
    createdAt: row.createdAt,
    firstWordAt: row.firstWordAt,
    resolvedAt: row.resolvedAt,
    isCancelled: row.status === "cancelled",
    pauses: row.pauses.map(({ from, to }) => ({
      from: new Date(from),
      to: to === null ? null : new Date(to),
    })),
    targets: { answer: row.answer, resolve: row.resolve },
  };
}
