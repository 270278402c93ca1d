import "server-only";
import type { Assistant, Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { getOwnDay } from "@/lib/pools/queries-today";
import { addDays, type Day, dayOfColumn, dayToDate } from "@/lib/time/day";
import type { Prisma } from "@/prisma/generated/client/client";
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
  const certificates = await readLatest(ctx, today, { assistantId: ctx.actor.assistant.id });
  return certificates.sort(firstToEnd);
}

/** Who of the manager's pools holds a certificate that has run out in the last 90 days or will in the next, and was not renewed. */
export async function listExpiringCertificates(
  ctx: Ctx<Manager>,
  poolId?: string,
): Promise<CertificateView[]> {
  const today = await getOwnDay(ctx);
  const poolIds = poolId ? [poolId] : [...ctx.actor.managedPoolIds];
  const certificates = await readLatest(ctx, today, {
    assistant: { poolId: { in: poolIds } },
    validUntil: { gte: dayToDate(addDays(today, -SHOWN_FROM)) },
  });
  const shownTo = addDays(today, SHOWN_FROM);
  return certificates.filter(({ until }) => until <= shownTo).sort(firstToEnd);
}

async function readLatest(
  { db }: Ctx,
  today: Day,
  where: Prisma.EnrolmentWhereInput,
): Promise<CertificateView[]> {
  const rows = await db.enrolment.findMany({
    where: { AND: [{ validUntil: { not: null } }, where] },
    select: {
      id: true,
      courseId: true,
      validUntil: true,
      course: { select: { name: true } },
      assistant: { select: { user: { select: { name: true } } } },
    },
    distinct: ["assistantId", "courseId"],
    orderBy: { validUntil: "desc" },
    take: MOST,
  });
  return rows.flatMap(({ validUntil, course, assistant, ...row }) => {
    if (!validUntil) return [];
    const until = dayOfColumn(validUntil);
    return [{ ...row, course: course.name, name: assistant.user.name, until, isOver: until < today }];
  });
}

function firstToEnd(a: CertificateView, b: CertificateView): number {
  return a.until.localeCompare(b.until) || a.name.localeCompare(b.name);
}
