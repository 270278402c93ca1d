import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { getOwnDay } from "@/lib/pools/queries-today";
import type { Day } from "@/lib/time/day";
import { budgetSums, sessionCost } from "./rules";
import type { YearPlanInput, YearPlanView } from "./schema";

const MOST = 500;
const USUAL_CURRENCY = "EUR";

type Row = Omit<YearPlanView["sessions"][number], "cost" | "firstOn"> & {
  firstOn: Day;
  costPerPerson: number;
  costPerSession: number;
};

/** The sessions of a pool that begin in a year, and what is spent, committed and left of its budget. */
export async function getYearPlan(ctx: Ctx<Manager>, { poolId, year }: YearPlanInput): Promise<YearPlanView> {
  if (!canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  const [today, budget, rows] = await Promise.all([
    getOwnDay(ctx),
    ctx.db.trainingBudget.findUnique({
      where: { poolId_year: { poolId, year } },
      select: { amount: true, currency: true },
    }),
    ctx.db.$queryRaw<Row[]>`
      SELECT s.id, c.name AS course, d.first_on::text AS "firstOn", s.capacity::int, s.status = 'cancelled' AS "isCancelled",
        c.cost_per_person AS "costPerPerson", c.cost_per_session AS "costPerSession", c.currency, e.held,
        (e.held * d.minutes)::int AS minutes
      FROM training_sessions s JOIN courses c ON c.id = s.course_id
        JOIN LATERAL (SELECT min(on_day) AS first_on, sum(end_minute - start_minute) AS minutes FROM training_session_dates
          WHERE session_id = s.id) d ON true
        JOIN LATERAL (SELECT count(*)::int AS held FROM enrolments WHERE session_id = s.id
          AND status IN ('booked', 'attended', 'incomplete', 'no_show')) e ON true
      WHERE s.pool_id = ${poolId}::uuid AND extract(year FROM d.first_on) = ${year}
      ORDER BY d.first_on, c.name, s.id LIMIT ${MOST}`,
  ]);
  const currency = budget?.currency ?? rows[0]?.currency ?? USUAL_CURRENCY;
  return {
    ...{ year, budget, currency, ...budgetSums(rows, budget, today) },
    sessions: rows.map(({ costPerPerson, costPerSession, ...row }) => ({
      ...row,
      cost: sessionCost({ ...row, costPerPerson, costPerSession }),
    })),
  };
}
