import "server-only";
import type { Manager, Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { day } from "@/lib/time/day";
import { daysOnEarth } from "@/lib/time/zone";
import { canSeeSession } from "@/lib/training/policy";
import { Prisma } from "@/prisma/generated/client/client";
import { hasBegun } from "./rules";
import type { ListSessionsInput, SessionView } from "./schema";

const MOST = 200;

const SESSIONS = Prisma.sql`
  SELECT s.id, s.course_id AS "courseId", c.name AS course, s.pool_id AS "poolId", p.time_zone AS "timeZone", s.status::text,
    s.capacity, s.minimum, s.location, s.link, s.trainer, s.trainer_contact AS "trainerContact", s.trainer_id AS "trainerId",
    (SELECT u.name FROM assistants h JOIN users u ON u.id = h.user_id WHERE h.id = s.trainer_id) AS "trainerName", s.sign_up_until::text AS "signUpUntil",
    s.cancel_until::text AS "cancelUntil", s.version,
    (SELECT coalesce(json_agg(json_build_object('id', d.id, 'on', d.on_day, 'startMinute', d.start_minute, 'endMinute', d.end_minute)
        ORDER BY d.on_day, d.start_minute), '[]') FROM training_session_dates d WHERE d.session_id = s.id) AS dates,
    (SELECT count(*)::int FROM enrolments e WHERE e.session_id = s.id
      AND e.status IN ('booked', 'offered', 'attended', 'incomplete', 'no_show')) AS held,
    (SELECT count(*)::int FROM enrolments e WHERE e.session_id = s.id AND e.status = 'waitlisted') AS waiting,
    (SELECT count(*)::int FROM arrangements r WHERE r.session_id = s.id AND r.status <> 'not_needed') AS arrangements,
    (SELECT count(*)::int FROM arrangements r WHERE r.session_id = s.id AND r.status = 'done') AS arranged
  FROM training_sessions s JOIN courses c ON c.id = s.course_id JOIN pools p ON p.id = s.pool_id`;

/** The sessions of some pools that are to come, under way or not marked yet, the next first and those without dates last. */
async function listOf(
  { db, actor, now }: Ctx,
  poolIds: readonly string[],
  from?: string,
): Promise<SessionView[]> {
  const since = from ?? daysOnEarth(now).from;
  const sessions = await db.$queryRaw<SessionView[]>`
    ${SESSIONS} WHERE s.pool_id = ANY(${[...poolIds]}::uuid[]) AND s.status = 'open'
      AND (coalesce((SELECT max(d.on_day) FROM training_session_dates d WHERE d.session_id = s.id), 'infinity') >= ${since}::date
        OR EXISTS (SELECT FROM enrolments e WHERE e.session_id = s.id AND e.status = 'booked'))
    ORDER BY (SELECT min(d.on_day) FROM training_session_dates d WHERE d.session_id = s.id) NULLS LAST, c.name, s.id LIMIT ${MOST}`;
  return sessions.map((session) => viewFor(actor, session));
}

/** The sessions of the pools the manager leads, or of one of them. */
export async function listSessions(
  ctx: Ctx<Manager>,
  { poolId, from }: ListSessionsInput,
): Promise<SessionView[]> {
  if (poolId && !canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  return listOf(ctx, poolId ? [poolId] : ctx.actor.managedPoolIds, from);
}

/** The sessions a person may ask for a location in, or leads: those of their pools. */
export function listVisibleSessions(ctx: Ctx, { poolId, from }: ListSessionsInput): Promise<SessionView[]> {
  const { assistant, managedPoolIds } = ctx.actor;
  const known = [...managedPoolIds, ...(assistant ? [assistant.poolId] : [])];
  if (poolId && !known.includes(poolId)) throw new NotFoundError("pool");
  return listOf(ctx, poolId ? [poolId] : known, from);
}

/** One session of the actor's pools; any other is not found. */
export async function requireSession(ctx: Ctx, id: string): Promise<SessionView> {
  const [session] = await ctx.db.$queryRaw<SessionView[]>`${SESSIONS} WHERE s.id = ${id}::uuid`;
  if (!session || !canSeeSession(ctx.actor, session)) throw new NotFoundError("training session");
  return viewFor(ctx.actor, session);
}

/** How a trainer from outside is reached is for managers. */
function viewFor(actor: Person, session: SessionView): SessionView {
  return canManagePool(actor, session.poolId) ? session : { ...session, trainerContact: "" };
}

/** One session of a pool the manager leads; any other is not found. */
export async function requireLedSession(ctx: Ctx<Manager>, id: string): Promise<SessionView> {
  const session = await requireSession(ctx, id);
  if (!canManagePool(ctx.actor, session.poolId)) throw new NotFoundError("training session");
  return session;
}

/** The other sessions of the same course and pool that have dates and have not begun. */
export async function listOtherSessions(
  ctx: Ctx<Manager>,
  { id, courseId, poolId }: SessionView,
): Promise<SessionView[]> {
  const sessions = await listSessions(ctx, { poolId });
  return sessions.filter((one) => {
    const dates = one.dates.map((date) => ({ ...date, on: day(date.on) }));
    return (
      one.id !== id &&
      one.courseId === courseId &&
      dates.length > 0 &&
      !hasBegun(dates, one.timeZone, ctx.now)
    );
  });
}
