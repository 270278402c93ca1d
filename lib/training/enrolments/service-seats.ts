import "server-only";
import { noticeRange } from "@/lib/absences/requests/service-create";
import { type Ctx, inTransaction, type SystemCtx } from "@/lib/context";
import type { NamedGap } from "@/lib/covers/rules";
import type { MoveRefusal } from "@/lib/moves/rules";
import { notify } from "@/lib/notices/service-notify";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import { tellCalendar } from "@/lib/training/invitations/service-entries";
import { trainingNotice } from "@/lib/training/notices";
import { countSeats, lockSession, type SessionRow } from "@/lib/training/sessions/queries-rows";
import { stretchOfDate } from "@/lib/training/sessions/rules";
import { previewDates } from "./queries-preview";
import { type EnrolmentRow, listEnrolmentRows, readEnrolment } from "./queries-rows";
import type { Booking } from "./rules-booking";
import { inLine, type WayUp, wayUp } from "./rules-waiting";
import { type BookingRefusal, bookDates } from "./service-booking";
import {
  type MovedEnrolment,
  moveEnrolment,
  tellManagersOfAnswer,
  tellManagersOfSeat,
} from "./service-moves";

type Tx = Ctx | SystemCtx;

/** So many of those who wait are tried for the seats of one change; who comes after them is tried with the next. */
const MOST_TRIED = 20;

const BY_THE_PLAN: Booking = { acceptedGaps: [] };

/** Books the dates of a session for somebody, with their cover, and tells them. The session is locked and has a seat. */
export function bookSeat(
  tx: Ctx,
  read: { id: string; version: number },
  session: SessionRow,
  how: Booking,
): Promise<Result<MovedEnrolment, BookingRefusal | MoveRefusal>> {
  return moveEnrolment<BookingRefusal>(tx, read, {
    move: "book",
    read: async () => ok(await readEnrolment(tx, read.id)),
    data: { sessionId: session.id },
    follow: (enrolment) => bookDates(tx, enrolment, session.dates, how),
    tell: async (enrolment) => {
      await tellOfDate(tx, enrolment, session);
      await tellCalendar(tx, enrolment, session.dates);
      if (enrolment.invitedAt) await tellManagersOfAnswer(tx, enrolment, "accept");
    },
  });
}

async function tellOfDate(
  tx: Tx,
  { id, course, assistant }: EnrolmentRow,
  { dates: [first] }: SessionRow,
  offer?: Offer,
): Promise<void> {
  if (!first) return;
  const params = { enrolmentId: id, course: course.name, range: noticeRange(stretchOfDate(first)) };
  await notify(
    tx,
    offer
      ? trainingNotice(offer.isInvited ? "training_invited" : "training_offered", [assistant.userId], {
          ...params,
          until: offer.until.toISOString(),
        })
      : trainingNotice("training_booked", [assistant.userId], params),
  );
}

/**
 * Gives the free seats of a session to those who wait, in the order in which they joined and in the transaction that freed them.
 * Who can't come then, or whose going would open a gap, is passed over and keeps their turn.
 */
export async function fillSeats(tx: Tx, sessionId: string): Promise<void> {
  const session = await lockSession(tx, sessionId);
  const way = wayUp(session.beginsAt, tx.now);
  if (session.status !== "open" || way.kind === "nobody") return;
  let free = session.capacity - (await countSeats(tx, sessionId)).held;
  const waiting = inLine(await listEnrolmentRows(tx, { sessionId, status: "waitlisted" }));
  for (const enrolment of waiting.slice(0, MOST_TRIED)) {
    if (free <= 0) return;
    const moved = await moveUp(tx, enrolment, session, way);
    if (moved.ok) free--;
    else await passOver(tx, enrolment, moved);
  }
}

async function moveUp(
  tx: Tx,
  enrolment: EnrolmentRow,
  session: SessionRow,
  way: Exclude<WayUp, { kind: "nobody" }>,
): Promise<Result<unknown>> {
  if (way.kind === "offer") return offerSeat(tx, enrolment, session, { until: way.until, isInvited: false });
  if (tx.actor === null) throw new Error("a seat is booked by a person; a job may offer it");
  return inTransaction(tx, async (inner) => {
    const booked = await bookSeat(inner, enrolment, session, BY_THE_PLAN);
    if (booked.ok) await tellManagersOfSeat(inner, "training_seat_taken", enrolment);
    return booked;
  });
}

/** Until when a seat is held for somebody, and whether they are invited to it, who have not asked. */
type Offer = { until: Date; isInvited: boolean };

/** Holds a seat of a locked session for somebody until they answer. Refuses it where they can't come, and where a gap would open. */
export async function offerSeat(
  tx: Tx,
  enrolment: { id: string; version: number; assistantId: string },
  session: SessionRow,
  offer: Offer,
): Promise<Result<MovedEnrolment, BookingRefusal | MoveRefusal>> {
  const { refusal, gaps } = await previewDates(tx, enrolment.assistantId, session.dates);
  if (refusal) return refusal as Refusal<BookingRefusal>;
  if (gaps.length > 0) return refuse("gaps_not_accepted", { details: { count: gaps.length, gaps } });
  return moveEnrolment(tx, enrolment, {
    move: "offer",
    read: async () => ok(await readEnrolment(tx, enrolment.id)),
    data: { sessionId: session.id, offerUntil: offer.until, ...(offer.isInvited && { invitedAt: tx.now }) },
    tell: (row) => tellOfDate(tx, row, session, offer),
  });
}

/** Notes why a seat went past somebody, for managers to read; nothing else of the enrolment changes. */
async function passOver(tx: Tx, { id }: EnrolmentRow, { reason, details }: Refusal): Promise<void> {
  const gaps = (details?.gaps ?? []) as NamedGap[];
  const passedOverFor = [...new Set(gaps.map(({ executiveId }) => executiveId))];
  await tx.db.enrolment.update({
    where: { id },
    data: { passedOver: reason, passedOverFor },
    select: { id: true },
  });
}
