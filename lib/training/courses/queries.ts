import "server-only";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { dayOfColumn } from "@/lib/time/day";
import type { Prisma } from "@/prisma/generated/client/client";
import type { CourseView } from "./schema";

const COURSE = {
  id: true,
  name: true,
  kind: true,
  minutes: true,
  costPerPerson: true,
  costPerSession: true,
  currency: true,
  needsApproval: true,
  requiredShare: true,
  validMonths: true,
  isRetired: true,
  version: true,
  grants: { select: { dutyId: true, level: true }, orderBy: { duty: { sortOrder: "asc" } } },
  audiences: {
    select: { poolId: true, seniority: true, dutyId: true, dueOn: true, withinDays: true },
    orderBy: { id: "asc" },
  },
} as const satisfies Prisma.CourseSelect;

const MOST = 500;

function viewOf({ audiences, ...course }: Prisma.CourseGetPayload<{ select: typeof COURSE }>): CourseView {
  const mandatoryFor = audiences.map(({ dueOn, ...audience }) => ({
    ...audience,
    dueOn: dueOn && dayOfColumn(dueOn),
  }));
  return { ...course, mandatoryFor };
}

/** What may be learnt, by name; retired courses only when asked for. */
export async function listCourses(ctx: Ctx, { withRetired = false } = {}): Promise<CourseView[]> {
  const rows = await ctx.db.course.findMany({
    where: withRetired ? {} : { isRetired: false },
    select: COURSE,
    orderBy: [{ isRetired: "asc" }, { name: "asc" }, { id: "asc" }],
    take: MOST,
  });
  return rows.map(viewOf);
}

/** One course; an unknown one is not found. */
export async function requireCourse(ctx: Ctx, id: string): Promise<CourseView> {
  const course = await ctx.db.course.findUnique({ where: { id }, select: COURSE });
  if (!course) throw new NotFoundError("course");
  return viewOf(course);
}
