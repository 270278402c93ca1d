import type { Db } from "@/lib/db";
import { dayToDate } from "@/lib/time/day";
import type { SessionDate } from "@/lib/training/sessions/rules";
import type { Prisma } from "@/prisma/generated/client/client";

/** A course without a decision, of three hours. */
export function createCourse(db: Db, overrides: Partial<Prisma.CourseUncheckedCreateInput> = {}) {
  return db.course.create({
    data: { name: "Travel booking", minutes: 180, needsApproval: false, ...overrides },
  });
}

/** A session of a course on some dates. */
export function createTrainingSession(
  db: Db,
  {
    dates,
    ...session
  }: Pick<Prisma.TrainingSessionUncheckedCreateInput, "courseId" | "poolId" | "createdById"> &
    Partial<Prisma.TrainingSessionUncheckedCreateInput> & { dates: readonly SessionDate[] },
) {
  const made = dates.map((date) => ({ ...date, on: dayToDate(date.on) }));
  return db.trainingSession.create({ data: { capacity: 8, ...session, dates: { create: made } } });
}
