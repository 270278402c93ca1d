import "server-only";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
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
} as const satisfies Prisma.CourseSelect;

const MOST = 500;

/** What may be learnt, by name; retired courses only when asked for. */
export function listCourses(ctx: Ctx, { withRetired = false } = {}): Promise<CourseView[]> {
  return ctx.db.course.findMany({
    where: withRetired ? {} : { isRetired: false },
    select: COURSE,
    orderBy: [{ isRetired: "asc" }, { name: "asc" }, { id: "asc" }],
    take: MOST,
  });
}

/** One course; an unknown one is not found. */
export async function requireCourse(ctx: Ctx, id: string): Promise<CourseView> {
  const course = await ctx.db.course.findUnique({ where: { id }, select: COURSE });
  if (!course) throw new NotFoundError("course");
  return course;
}
