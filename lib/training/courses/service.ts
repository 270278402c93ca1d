import "server-only";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { isRefusedBy, NotFoundError } from "@/lib/errors";
import { refuseChanged } from "@/lib/moves/service-changes";
import { firstUnknownDuty } from "@/lib/pools/queries-duties";
import type { RefusalReason } from "@/lib/refusals";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import { dayToDate } from "@/lib/time/day";
import { trainingAudit } from "@/lib/training/audit";
import type { ChangeCourseInput, CreateCourseInput } from "./schema";

type CourseRefusal = "unknown_duty" | "duty_twice" | "course_name_taken";

/** Adds something to be learnt, for every pool; refuses a duty that is unknown or granted twice, and a name that is taken. */
export function createCourse(
  ctx: Ctx<Manager>,
  { grants, mandatoryFor, ...data }: CreateCourseInput,
): Promise<Result<{ id: string }, CourseRefusal>> {
  return refusingTakenName(() =>
    inTransaction(ctx, async (tx) => {
      const refusal = await refusalOfGrants(tx, grants, mandatoryFor);
      if (refusal) return refusal;
      const { id } = await tx.db.course.create({
        data: { ...data, grants: { create: grants } },
        select: { id: true },
      });
      await keepAudiences(tx, id, mandatoryFor);
      await audit(tx, trainingAudit("course.added", id));
      return ok({ id });
    }),
  );
}

/** Changes or retires a course; refuses a lost update and a name that is taken. What was attended gives what it gave then. */
export function changeCourse(
  ctx: Ctx<Manager>,
  { id, version, grants, mandatoryFor, ...data }: ChangeCourseInput,
): Promise<Result<{ id: string }, CourseRefusal | "changed_since_read">> {
  return refusingTakenName(() =>
    inTransaction(ctx, async (tx) => {
      const refusal = await refusalOfGrants(tx, grants, mandatoryFor);
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
      await keepAudiences(tx, id, mandatoryFor);
      await audit(tx, trainingAudit("course.changed", id));
      return ok({ id });
    }),
  );
}

async function refusalOfGrants(
  tx: Ctx,
  grants: CreateCourseInput["grants"],
  mandatoryFor: CreateCourseInput["mandatoryFor"],
): Promise<Refusal<CourseRefusal> | null> {
  const ids = grants.map(({ dutyId }) => dutyId);
  const duty = ids.find((id, i) => ids.indexOf(id) < i);
  if (duty) return refuse("duty_twice", { path: "grants", details: { duty } });
  const unknown = await firstUnknownDuty(tx, ids);
  if (unknown !== null) return refuse("unknown_duty", { path: "grants", details: { duty: unknown } });
  const held = mandatoryFor.flatMap(({ dutyId }) => dutyId ?? []);
  const unheld = await firstUnknownDuty(tx, held);
  if (unheld !== null) return refuse("unknown_duty", { path: "mandatoryFor", details: { duty: unheld } });
  const poolIds = [...new Set(mandatoryFor.flatMap(({ poolId }) => poolId ?? []))];
  if ((await tx.db.pool.count({ where: { id: { in: poolIds } } })) < poolIds.length)
    throw new NotFoundError("pool");
  return null;
}

/** Whom a course is mandatory for, as it is said now; who was meant before counts from the day they were. */
async function keepAudiences(
  tx: Ctx,
  courseId: string,
  mandatoryFor: CreateCourseInput["mandatoryFor"],
): Promise<void> {
  const known = await tx.db.courseAudience.findMany({ where: { courseId } });
  const whom = (one: { poolId: string | null; seniority: string | null; dutyId: string | null }) =>
    [one.poolId, one.seniority, one.dutyId].join(" ");
  const since = new Map(known.map((one) => [whom(one), one.since]));
  await tx.db.courseAudience.deleteMany({ where: { courseId } });
  await tx.db.courseAudience.createMany({
    data: mandatoryFor.map(({ dueOn, ...one }) => ({
      ...{ ...one, courseId, since: since.get(whom(one)) ?? tx.now },
      dueOn: dueOn && dayToDate(dueOn),
    })),
  });
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
