import "server-only";
import type { Manager, Person } from "@/lib/actor";
import type { SkillDifference } from "@/lib/assistants/rules-skills";
import { raiseSkills, takeBackSkills } from "@/lib/assistants/service-skills";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import type { MoveRefusal } from "@/lib/moves/rules";
import { lockRow, move } from "@/lib/moves/service";
import { refuseChanged } from "@/lib/moves/service-changes";
import { notify } from "@/lib/notices/service-notify";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result, refuse } from "@/lib/result";
import { type Day, dayToDate } from "@/lib/time/day";
import { instantIn } from "@/lib/time/zone";
import { trainingAudit } from "@/lib/training/audit";
import { readValidUntil } from "@/lib/training/certificates/queries-term";
import {
  type EnrolmentRow,
  listEnrolmentRows,
  requireLedEnrolment,
} from "@/lib/training/enrolments/queries-rows";
import { type MovedEnrolment, moveEnrolment } from "@/lib/training/enrolments/service-moves";
import { trainingNotice } from "@/lib/training/notices";
import { lockSession, type SessionRow } from "@/lib/training/sessions/queries-rows";
import { SESSION_MOVES, type SessionStatus } from "@/lib/training/sessions/rules";
import type { SessionVersionInput } from "@/lib/training/sessions/schema";
import { sessionAudit } from "@/lib/training/sessions/service";
import { listOpenedExecutives, type OpenedExecutive } from "./queries";
import { type Outcome, outcomeOf } from "./rules";
import type { MarkAttendanceInput, MarkedView } from "./schema";

const HAS_SEAT: readonly string[] = ["booked", "attended", "incomplete", "no_show"];
const MOVE_TO = { attended: "attend", incomplete: "fall_short", no_show: "miss" } as const;

/**
 * Marks how long a participant was there on one date, from its beginning on. Once every date is marked the outcome follows: who
 * attended has the levels the course grants, and a correction takes back what it gave. Refuses a date that has not begun.
 */
export function markAttendance(
  ctx: Ctx<Manager>,
  { id, version, dateId, minutes }: MarkAttendanceInput,
): Promise<Result<MarkedView, MoveRefusal | "not_begun_yet" | "longer_than_the_date">> {
  return inTransaction(ctx, async (tx) => {
    const { sessionId } = await requireLedEnrolment(tx, id);
    if (!sessionId) return refuse("not_possible_now");
    const session = await lockSession(tx, sessionId);
    await lockRow(tx, "enrolments", id);
    const enrolment = await requireLedEnrolment(tx, id);
    const date = session.dates.find((one) => one.id === dateId);
    if (!date) throw new NotFoundError("date");
    if (!HAS_SEAT.includes(enrolment.status))
      return refuse("not_possible_now", { details: { status: enrolment.status } });
    if (enrolment.version !== version)
      return refuseChanged(tx, { entityType: "enrolment", id }, { version }, enrolment);
    if (instantIn(session.timeZone, date.on, date.startMinute) > tx.now) return refuse("not_begun_yet");
    const length = date.endMinute - date.startMinute;
    if (minutes !== undefined && minutes > length) return refuse("longer_than_the_date", { path: "minutes" });
    await keepMinutes(tx, enrolment.id, dateId, minutes ?? length);
    const outcome = await readOutcome(tx, enrolment.id, session);
    if (outcome === null || outcome === enrolment.status) return ok(await noteMarked(tx, enrolment));
    return concludeEnrolment(tx, enrolment, session, outcome);
  });
}

async function keepMinutes(
  tx: Ctx,
  enrolmentId: string,
  sessionDateId: string,
  minutes: number,
): Promise<void> {
  const marked = { minutes, markedById: tx.actor.userId, markedAt: tx.now };
  await tx.db.attendance.upsert({
    where: { enrolmentId_sessionDateId: { enrolmentId, sessionDateId } },
    create: { enrolmentId, sessionDateId, ...marked },
    update: marked,
    select: { enrolmentId: true },
  });
}

/** What the marks amount to; null while a date is not marked. */
async function readOutcome(tx: Ctx, enrolmentId: string, session: SessionRow): Promise<Outcome | null> {
  const marks = await tx.db.attendance.findMany({ where: { enrolmentId }, select: { minutes: true } });
  if (marks.length < session.dates.length) return null;
  const taken = session.dates.reduce((sum, { startMinute, endMinute }) => sum + endMinute - startMinute, 0);
  const present = marks.reduce((sum, { minutes }) => sum + minutes, 0);
  return outcomeOf(taken, present, session.course.requiredShare);
}

async function noteMarked(tx: Ctx, { id, status, version, ...row }: EnrolmentRow): Promise<MarkedView> {
  await tx.db.enrolment.update({ where: { id }, data: { version: { increment: 1 } }, select: { id: true } });
  const { assistantId, courseId, sessionId } = row;
  const facts = { assistantId, courseId, sessionId, from: status, to: status };
  await audit(tx, trainingAudit("enrolment.marked", id, facts));
  return { id, status, version: version + 1, opened: [] };
}

/** Marks a date that somebody is too ill for, unless it is marked already; where it was the last, the outcome follows. */
export async function missDate(
  tx: Ctx<Person>,
  enrolment: EnrolmentRow,
  session: SessionRow,
  sessionDateId: string,
): Promise<void> {
  const marked = await tx.db.attendance.count({ where: { enrolmentId: enrolment.id, sessionDateId } });
  if (marked === 0) await keepMinutes(tx, enrolment.id, sessionDateId, 0);
  const outcome = await readOutcome(tx, enrolment.id, session);
  if (outcome === null) await noteMarked(tx, enrolment);
  else await concludeEnrolment(tx, enrolment, session, outcome);
}

async function concludeEnrolment(
  tx: Ctx<Person>,
  enrolment: EnrolmentRow,
  session: SessionRow,
  outcome: Outcome,
): Promise<Result<MarkedView, MoveRefusal>> {
  let opened: OpenedExecutive[] = [];
  const until = outcome === "attended" ? await readValidUntil(tx, enrolment, session) : null;
  const moved: Result<MovedEnrolment, MoveRefusal> = await moveEnrolment(tx, enrolment, {
    move: MOVE_TO[outcome],
    read: async () => ok(enrolment),
    data: { validUntil: until && dayToDate(until), toldExpiring: null },
    follow: async () => {
      const changed = await changeLevels(tx, enrolment, session, outcome);
      if (outcome === "attended") opened = await listOpenedExecutives(tx, enrolment.assistantId, changed);
      return ok(null);
    },
    tell: async () => {
      if (outcome === "attended") await tellOfOutcome(tx, enrolment, opened);
    },
  });
  return moved.ok ? ok({ ...moved.value, opened }) : moved;
}

function changeLevels(
  tx: Ctx,
  { id: enrolmentId, assistantId }: EnrolmentRow,
  { course, dates }: SessionRow,
  outcome: Outcome,
): Promise<SkillDifference[]> {
  const attended = { assistantId, enrolmentId, on: lastDayOf(dates) };
  return outcome === "attended"
    ? raiseSkills(tx, { ...attended, grants: course.grants })
    : takeBackSkills(tx, attended);
}

function lastDayOf(dates: SessionRow["dates"]): Day {
  const on = dates.at(-1)?.on;
  if (!on) throw new Error("a session without dates is attended by nobody");
  return on;
}

async function tellOfOutcome(
  tx: Ctx,
  { id, course, assistant }: EnrolmentRow,
  opened: readonly OpenedExecutive[],
): Promise<void> {
  const executives = opened.map(({ name }) => name).join(", ");
  const params = { enrolmentId: id, course: course.name, executives };
  await notify(tx, trainingNotice("training_attended", [assistant.userId], params));
}

/** Ends a session once its last date has begun and everybody is marked; refuses it before, with how many are not. */
export function finishSession(
  ctx: Ctx<Manager>,
  { id, version }: SessionVersionInput,
): Promise<
  Result<{ id: string; status: SessionStatus }, MoveRefusal | "not_begun_yet" | "attendance_missing">
> {
  return inTransaction(ctx, (tx) =>
    move<
      SessionStatus,
      "finish" | "cancel",
      SessionRow,
      { id: string; status: SessionStatus },
      "not_begun_yet" | "attendance_missing"
    >(tx, SESSION_MOVES, {
      id,
      version,
      move: "finish",
      read: async () => {
        const session = await lockSession(tx, id);
        if (!canManagePool(tx.actor, session.poolId)) throw new NotFoundError("training session");
        return ok(session);
      },
      write: async (session, next) => {
        const last = session.dates.at(-1);
        if (!last || instantIn(session.timeZone, last.on, last.startMinute) > tx.now)
          return refuse("not_begun_yet");
        const unmarked = await listEnrolmentRows(tx, { sessionId: id, status: "booked" });
        if (unmarked.length > 0) return refuse("attendance_missing", { details: { count: unmarked.length } });
        await tx.db.trainingSession.update({ where: { id }, data: next, select: { id: true } });
        return ok({ value: { id, status: next.status }, audit: sessionAudit("finished", session) });
      },
    }),
  );
}
