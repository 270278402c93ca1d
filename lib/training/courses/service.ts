import "server-only";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { isRefusedBy } from "@/lib/errors";
import { refuseChanged } from "@/lib/moves/service-changes";
import { firstUnknownDuty } from "@/lib/pools/queries-duties";
import type { RefusalReason } from "@/lib/refusals";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import { trainingAudit } from "@/lib/training/audit";
import type { ChangeCourseInput, CreateCourseInput } from "./schema";

type CourseRefusal = "unknown_duty" | "duty_twice" | "course_name_taken";

/** Adds something to be learnt, for every pool; refuses a duty that is unknown or granted twice, and a name that is taken. */
export function createCourse(
  ctx: Ctx<Manager>,
  { grants, ...data }: CreateCourseInput,
): Promise<Result<{ id: string }, CourseRefusal>> {
  return refusingTakenName(() =>
    inTransaction(ctx, async (tx) => {
      const refusal = await refusalOfGrants(tx, grants);
      if (refusal) return refusal;
      const { id } = await tx.db.course.create({
        data: { ...data, grants: { create: grants } },
        select: { id: true },
      });
      await audit(tx, trainingAudit("course.added", id));
      return ok({ id });
    }),
  );
}

/** Changes or retires a course; refuses a lost update and a name that is taken. What was attended gives what it gave then. */
export function changeCourse(
  ctx: Ctx<Manager>,
  { id, version, grants, ...data }: ChangeCourseInput,
): Promise<Result<{ id: string }, CourseRefusal | "changed_since_read">> {
  return refusingTakenName(() =>
    inTransaction(ctx, async (tx) => {
      const refusal = await refusalOfGrants(tx, grants);
      if (refusal) return refusal;
      const { count } = await tx.db.course.updateMany({
        where: { id, version },
        data: { ...data, version: { increment: 1 } },
      });
      if (count === 0) {
        const current = await tx.db.course.findUnique({ where: { id }, select: { version: true } });
        return refuseChanged(tx, { entityType: "course", id }, { version }, current);
      }
      await tx.db.courseGrant.deleteMany({ where: { courseId: id } });
      await tx.db.courseGrant.createMany({ data: grants.map((grant) => ({ ...grant, courseId: id })) });
      await audit(tx, trainingAudit("course.changed", id));
      return ok({ id });
    }),
  );
}

async function refusalOfGrants(
  tx: Ctx,
  grants: CreateCourseInput["grants"],
): Promise<Refusal<CourseRefusal> | null> {
  const ids = grants.map(({ dutyId }) => dutyId);
  const duty = ids.find((id, i) => ids.indexOf(id) < i);
  if (duty) return refuse("duty_twice", { path: "grants", details: { duty } });
  const unknown = await firstUnknownDuty(tx, ids);
  return unknown === null ? null : refuse("unknown_duty", { path: "grants", details: { duty: unknown } });
}

/** Turns the unique name of a course that is offered into its refusal. */
async function refusingTakenName<T, R extends RefusalReason>(
  write: () => Promise<Result<T, R>>,
): Promise<Result<T, R | "course_name_taken">> {
  try {
    return await write();
  } catch (error) {
    if (!isRefusedBy(error, "courses_name_offered")) throw error;
    return refuse("course_name_taken", { path: "name" });
  }
}
