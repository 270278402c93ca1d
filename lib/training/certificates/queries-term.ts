import "server-only";
import type { Ctx } from "@/lib/context";
import { type Day, dayOfColumn } from "@/lib/time/day";
import type { EnrolmentRow } from "@/lib/training/enrolments/queries-rows";
import type { SessionRow } from "@/lib/training/sessions/queries-rows";
import { validUntil } from "./rules";

/** The last day on which attending a session is valid, continuing the person's certificate of that course; null for good. */
export async function readValidUntil(
  { db }: Ctx,
  { id, assistantId, courseId }: EnrolmentRow,
  { course, dates }: SessionRow,
): Promise<Day | null> {
  const attendedOn = dates.at(-1)?.on;
  if (course.validMonths === null || !attendedOn) return null;
  const { _max: previous } = await db.enrolment.aggregate({
    where: { assistantId, courseId, id: { not: id } },
    _max: { validUntil: true },
  });
  return validUntil(attendedOn, course.validMonths, previous.validUntil && dayOfColumn(previous.validUntil));
}
