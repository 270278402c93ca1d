import "server-only";
import type { Assistant, Manager } from "@/lib/actor";
import type { Ctx, PublicCtx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { getOwnDay } from "@/lib/pools/queries-today";
import { type Day, dayOfColumn, dayToDate } from "@/lib/time/day";
import type { EnrolmentStatus } from "@/lib/training/enrolments/rules-statuses";
import { LIVE_ENROLMENT } from "@/lib/training/enrolments/rules-statuses";
import type { Prisma } from "@/prisma/generated/client/client";
import { mandatoryBy } from "./rules";
import type { LackingView, MandatoryView } from "./schema";

const MOST_PEOPLE = 5_000;

/** Each mandatory course with who of the manager's pools, or of one of them, lacks it. */
export async function listMandatory(ctx: Ctx<Manager>, poolId?: string): Promise<MandatoryView[]> {
  if (poolId && !canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  const poolIds = poolId ? [poolId] : [...ctx.actor.managedPoolIds];
  return readMandatory(ctx, { poolId: { in: poolIds } }, await getOwnDay(ctx));
}

/** What is mandatory for me that I lack, the soonest due first. */
export async function listOwnMandatory(
  ctx: Ctx<Assistant>,
): Promise<(LackingView & Pick<MandatoryView, "courseId" | "course">)[]> {
  const courses = await readMandatory(ctx, { id: ctx.actor.assistant.id }, await getOwnDay(ctx));
  return courses
    .flatMap(({ courseId, course, lacking }) => lacking.map((one) => ({ ...one, courseId, course })))
    .sort(soonest);
}

/** The same of some people, as one day sees it: who attended lacks nothing as long as that is valid. */
export async function readMandatory(
  { db }: PublicCtx,
  where: Prisma.AssistantWhereInput,
  today: Day,
): Promise<MandatoryView[]> {
  const courses = await db.course.findMany({
    where: { isRetired: false, audiences: { some: {} } },
    select: { id: true, name: true, audiences: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  if (courses.length === 0) return [];
  const people = await readPeople(db, where, {
    courseIds: courses.map(({ id }) => id),
    today: dayToDate(today),
  });
  return courses.map(({ id: courseId, name: course, audiences }) => {
    const rules = audiences.map(({ dueOn, since, ...one }) => ({
      ...one,
      dueOn: dueOn && dayOfColumn(dueOn),
      since: dayOfColumn(since),
    }));
    const meant = people.flatMap((person) => {
      const dueOn = mandatoryBy(rules, {
        poolId: person.poolId,
        seniority: person.seniority,
        dutyIds: person.skills.map(({ dutyId }) => dutyId),
        hiredOn: person.hiredOn && dayOfColumn(person.hiredOn),
      });
      return dueOn ? [{ person, dueOn }] : [];
    });
    const lacking = meant.flatMap(({ person, dueOn }): LackingView[] => {
      const own = person.enrolments.filter((one) => one.courseId === courseId);
      if (own.some(({ status }) => status === "attended")) return [];
      const live = own.find(({ status }) => status !== "attended");
      const date = live?.session?.dates[0];
      return [
        {
          ...{ assistantId: person.id, name: person.user.name, dueOn, isOverdue: dueOn < today },
          status: live ? standingOf(live.status) : "none",
          bookedOn: live?.status === "booked" && date ? dayOfColumn(date.on) : null,
        },
      ];
    });
    return {
      ...{ courseId, course, people: meant.length, holding: meant.length - lacking.length },
      lacking: lacking.sort(soonest),
    };
  });
}

function readPeople(
  db: PublicCtx["db"],
  where: Prisma.AssistantWhereInput,
  { courseIds, today }: { courseIds: string[]; today: Date },
) {
  return db.assistant.findMany({
    where: { AND: [where, { OR: [{ leavesOn: null }, { leavesOn: { gte: today } }] }] },
    select: {
      id: true,
      poolId: true,
      seniority: true,
      hiredOn: true,
      user: { select: { name: true } },
      skills: { select: { dutyId: true } },
      enrolments: {
        where: {
          courseId: { in: courseIds },
          OR: [
            { status: { in: [...LIVE_ENROLMENT] } },
            { status: "attended", OR: [{ validUntil: null }, { validUntil: { gte: today } }] },
          ],
        },
        select: {
          courseId: true,
          status: true,
          session: { select: { dates: { select: { on: true }, orderBy: { on: "asc" }, take: 1 } } },
        },
      },
    },
    orderBy: [{ user: { name: "asc" } }, { id: "asc" }],
    take: MOST_PEOPLE,
  });
}

function standingOf(status: EnrolmentStatus): LackingView["status"] {
  if (status === "booked") return "booked";
  if (status === "offered") return "invited";
  return status === "waitlisted" ? "waiting" : "asked";
}

function soonest(a: LackingView, b: LackingView): number {
  return a.dueOn.localeCompare(b.dueOn) || a.name.localeCompare(b.name);
}
