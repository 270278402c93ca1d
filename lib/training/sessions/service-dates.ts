import "server-only";
import { noticeRange } from "@/lib/absences/requests/service-create";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import type { NamedGap } from "@/lib/covers/rules";
import { NotFoundError } from "@/lib/errors";
import { refuseChanged } from "@/lib/moves/service-changes";
import { notify } from "@/lib/notices/service-notify";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result, refuse } from "@/lib/result";
import { dayToDate } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { moveArrangements } from "@/lib/training/arrangements/service";
import { type EnrolmentRow, listEnrolmentRows } from "@/lib/training/enrolments/queries-rows";
import { type BookingRefusal, bookDates, freeDates } from "@/lib/training/enrolments/service-booking";
import { fillSeats } from "@/lib/training/enrolments/service-seats";
import { tellCalendar } from "@/lib/training/invitations/service-entries";
import { trainingNotice } from "@/lib/training/notices";
import { bookTrainer, freeTrainer } from "@/lib/training/trainers/service-absences";
import { refusalOfBlackoutDates } from "./queries-blackouts";
import { lockSession, type SessionRow } from "./queries-rows";
import { datesInOrder, stretchOfDate } from "./rules";
import type { MoveSessionInput } from "./schema";
import { sessionAudit } from "./service";

type DatesRefusal =
  | "changed_since_read"
  | "not_possible_now"
  | "session_begun"
  | "ends_before_start"
  | "dates_overlap"
  | "due_before_today"
  | "participants_away"
  | "trainer_away"
  | "plan_outdated"
  | "gaps_not_accepted"
  | "training_on_blackout";

/**
 * Gives a session other dates: everybody keeps their seat, with absences and cover on the new ones, and is told. Refuses it where
 * a participant can't come then, and where a half-day would stay open that is not named.
 */
export function moveSession(
  ctx: Ctx<Manager>,
  { id, version, dates, acceptedGaps }: MoveSessionInput,
): Promise<Result<{ id: string }, DatesRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const session = await lockSession(tx, id);
    if (!canManagePool(tx.actor, session.poolId)) throw new NotFoundError("training session");
    if (session.status !== "open") return refuse("not_possible_now", { details: { status: session.status } });
    if (session.version !== version)
      return refuseChanged(tx, { entityType: "training_session", id }, { version }, session);
    if (session.beginsAt && session.beginsAt <= tx.now) return refuse("session_begun");
    const inOrder = datesInOrder(dates, dayIn(session.timeZone, tx.now));
    if (!inOrder.ok) return inOrder;
    const blackout = await refusalOfBlackoutDates(tx, session.poolId, inOrder.value);
    if (blackout) return blackout;
    const booked = await listEnrolmentRows(tx, { sessionId: id, status: "booked" });
    for (const enrolment of booked) await freeDates(tx, enrolment.id);
    await freeTrainer(tx, session);
    const moved = await replaceDates(tx, session, inOrder.value);
    const refusal = await bookAll(tx, booked, moved, acceptedGaps);
    if (refusal) return refusal;
    const held = await bookTrainer(tx, moved, session.trainerId, { acceptedGaps: [...acceptedGaps] });
    if (!held.ok) return refuse("trainer_away", { path: "dates" });
    const [from, to] = [session.dates[0]?.on, moved.dates[0]?.on];
    await moveArrangements(tx, id, { from, to, today: dayIn(session.timeZone, tx.now) });
    await audit(tx, sessionAudit("moved", moved));
    await tellOfDates(tx, booked, moved);
    for (const enrolment of booked) await tellCalendar(tx, enrolment, moved.dates);
    await fillSeats(tx, id);
    return ok({ id });
  });
}

async function replaceDates(
  tx: Ctx,
  { id }: SessionRow,
  dates: MoveSessionInput["dates"],
): Promise<SessionRow> {
  await tx.db.trainingSessionDate.deleteMany({ where: { sessionId: id } });
  await tx.db.trainingSessionDate.createMany({
    data: dates.map((date) => ({ sessionId: id, ...date, on: dayToDate(date.on) })),
  });
  const data = { version: { increment: 1 }, toldBelowAt: null };
  await tx.db.trainingSession.update({ where: { id }, data, select: { id: true } });
  await tx.db.enrolment.updateMany({
    where: { sessionId: id, status: "booked" },
    data: { remindedWeekAt: null, remindedDayAt: null },
  });
  return lockSession(tx, id);
}

/** Books everybody anew; says who can't come, and of the half-days that would stay open which are not named. */
async function bookAll(
  tx: Ctx,
  booked: readonly EnrolmentRow[],
  { dates }: SessionRow,
  acceptedGaps: readonly NamedGap[],
) {
  const away: string[] = [];
  const open: NamedGap[] = [];
  for (const enrolment of booked) {
    const answer = await bookAsNamed(tx, enrolment, dates, acceptedGaps);
    if (answer.ok) continue;
    if (answer.reason === "gaps_not_accepted") open.push(...((answer.details?.gaps ?? []) as NamedGap[]));
    else if (answer.reason === "plan_outdated") return refuse("plan_outdated");
    else away.push(enrolment.assistant.user.name);
  }
  if (away.length > 0)
    return refuse("participants_away", { path: "dates", details: { names: away.join(", ") } });
  if (open.length > 0)
    return refuse("gaps_not_accepted", { path: "dates", details: { count: open.length, gaps: open } });
  return null;
}

/** Books somebody, first without a gap; then, where all that stays open is named, with it. */
async function bookAsNamed(
  tx: Ctx,
  enrolment: EnrolmentRow,
  dates: SessionRow["dates"],
  named: readonly NamedGap[],
): Promise<Result<unknown, BookingRefusal>> {
  const book = (acceptedGaps: readonly NamedGap[]) =>
    inTransaction(tx, (inner) => bookDates(inner, enrolment, dates, { acceptedGaps }));
  const answer = await book([]);
  if (answer.ok || answer.reason !== "gaps_not_accepted") return answer;
  const gaps = (answer.details?.gaps ?? []) as NamedGap[];
  const isNamed = (gap: NamedGap) =>
    named.some((one) => one.executiveId === gap.executiveId && one.on === gap.on && one.part === gap.part);
  return gaps.every(isNamed) ? book(gaps) : answer;
}

async function tellOfDates(
  tx: Ctx,
  booked: readonly EnrolmentRow[],
  { dates: [first] }: SessionRow,
): Promise<void> {
  if (!first) return;
  const range = noticeRange(stretchOfDate(first));
  await notify(
    tx,
    ...booked.map(({ id, course, assistant }) =>
      trainingNotice("training_moved", [assistant.userId], { enrolmentId: id, course: course.name, range }),
    ),
  );
}
