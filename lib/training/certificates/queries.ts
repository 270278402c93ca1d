import "server-only";
import type { Assistant, Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { getOwnDay } from "@/lib/pools/queries-today";
import { addDays, type Day } from "@/lib/time/day";
import { Prisma } from "@/prisma/generated/client/client";
import { SHOWN_FROM } from "./rules";

const MOST = 500;

/** Until when somebody's having attended a course is valid. */
export type CertificateView = {
  id: string;
  courseId: string;
  course: string;
  name: string;
  until: Day;
  isOver: boolean;
};

/** One's own certificates, the last of each course, the first to run out first. */
export async function listOwnCertificates(ctx: Ctx<Assistant>): Promise<CertificateView[]> {
  const today = await getOwnDay(ctx);
  const certificates = await readLatest(ctx, today, Prisma.sql`a.id = ${ctx.actor.assistant.id}::uuid`);
  return certificates.sort(firstToEnd);
}

/** Who of the manager's pools holds a certificate that has run out in the last 90 days or will in the next, and was not renewed. */
export async function listExpiringCertificates(
  ctx: Ctx<Manager>,
  poolId?: string,
): Promise<CertificateView[]> {
  const today = await getOwnDay(ctx);
  const poolIds = poolId ? [poolId] : [...ctx.actor.managedPoolIds];
  const isAsked = Prisma.sql`a.pool_id = ANY(${poolIds}::uuid[]) AND e.valid_until >= ${addDays(today, -SHOWN_FROM)}::date`;
  const certificates = await readLatest(ctx, today, isAsked);
  const shownTo = addDays(today, SHOWN_FROM);
  return certificates.filter(({ until }) => until <= shownTo).sort(firstToEnd);
}

/** The last certificate of each person and course, of some enrolments. */
function readLatest({ db }: Ctx, today: Day, isAsked: Prisma.Sql): Promise<CertificateView[]> {
  return db.$queryRaw<CertificateView[]>`
    SELECT DISTINCT ON (e.assistant_id, e.course_id) e.id, e.course_id AS "courseId", c.name AS course, u.name,
      e.valid_until::text AS until, e.valid_until < ${today}::date AS "isOver"
    FROM enrolments e JOIN courses c ON c.id = e.course_id JOIN assistants a ON a.id = e.assistant_id
      JOIN users u ON u.id = a.user_id
    WHERE e.valid_until IS NOT NULL AND ${isAsked}
    ORDER BY e.assistant_id, e.course_id, e.valid_until DESC, e.id LIMIT ${MOST}`;
}

function firstToEnd(a: CertificateView, b: CertificateView): number {
  return a.until.localeCompare(b.until) || a.name.localeCompare(b.name);
}
