import "server-only";
import { requireLeavePerson } from "@/lib/absences/deciders/queries-people";
import { type EntryRefusal, enterAbsence } from "@/lib/absences/requests/service-create";
import { changeAbsence, lockAbsence } from "@/lib/absences/requests/service-moves";
import { requireLeaveType } from "@/lib/absences/settings/queries";
import type { Ctx } from "@/lib/context";
import { coverBooking } from "@/lib/coverage/leave-cover/service";
import { LIVE_COVER, type NamedGap } from "@/lib/covers/rules";
import { syncExecutives } from "@/lib/handovers/content/service-sync";
import { ok, type Result, refuse } from "@/lib/result";
import type { Stretch } from "@/lib/time/stretch";
import { type SessionDate, stretchOfDate } from "@/lib/training/sessions/rules";
import { type Booking, choicesWithin, gapsWithin, ofTraining } from "./rules-booking";

/** The type of leave that a seat on a course is; an office has it from the start. */
export const TRAINING = "training";

export type BookingRefusal = EntryRefusal | "training_on_blackout" | "plan_outdated" | "gaps_not_accepted";

type Dated = SessionDate & { id: string };

/**
 * Makes each date of a session an absence of the participant's, with its cover, and drafts the handovers that go with it. Refuses
 * what leave is refused for, and every half-day that would stay open unless exactly those are named.
 */
export function bookDates(
  tx: Ctx,
  { id: enrolmentId, assistantId }: { id: string; assistantId: string },
  dates: readonly Dated[],
  how: Booking,
): Promise<Result<{ absenceIds: string[] }, BookingRefusal>> {
  const link = (sessionDateId: string, absenceId: string) =>
    tx.db.trainingAbsence.create({ data: { enrolmentId, sessionDateId, absenceId } });
  return bookDatesOf(tx, { assistantId, link }, dates, how);
}

type Booked = { assistantId: string; link: (dateId: string, absenceId: string) => Promise<unknown> };

/** The same for anybody whose hours a session takes; `link` says what each absence is of. */
export async function bookDatesOf(
  tx: Ctx,
  { assistantId, link }: Booked,
  dates: readonly Dated[],
  how: Booking,
): Promise<Result<{ absenceIds: string[] }, BookingRefusal>> {
  const absenceIds: string[] = [];
  const open: NamedGap[] = [];
  let isOpen = false;
  for (const date of dates) {
    const stretch = stretchOfDate(date);
    const entered = await enterDate(tx, assistantId, stretch);
    if (!entered.ok) return ofTraining(entered);
    const absenceId = entered.value.id;
    absenceIds.push(absenceId);
    await link(date.id, absenceId);
    const acceptedGaps = gapsWithin(how.acceptedGaps, stretch);
    const covers = how.covers && choicesWithin(how.covers, stretch);
    const covered = await coverBooking(tx, { id: absenceId, acceptedGaps, covers });
    if (!covered.ok && covered.reason !== "gaps_not_accepted") return covered;
    isOpen ||= !covered.ok;
    open.push(...(covered.ok ? acceptedGaps : ((covered.details?.gaps ?? []) as NamedGap[])));
  }
  if (isOpen)
    return refuse("gaps_not_accepted", { path: "acceptedGaps", details: { count: open.length, gaps: open } });
  await syncExecutives(tx, await executivesCovered(tx, absenceIds));
  return ok({ absenceIds });
}

async function enterDate(tx: Ctx, assistantId: string, stretch: Stretch) {
  const person = await requireLeavePerson(tx, assistantId);
  const type = await requireLeaveType(tx, TRAINING);
  return enterAbsence(tx, { person, type, stretch, note: "", by: "booking" }, async () => []);
}

/** Ends the absences of a seat that is given back, with their covers and handovers. */
export async function freeDates(tx: Ctx, enrolmentId: string): Promise<void> {
  const links = await tx.db.trainingAbsence.findMany({
    where: { enrolmentId },
    select: { absenceId: true },
    orderBy: { absenceId: "asc" },
  });
  const absenceIds = links.map((link) => link.absenceId);
  await endBookedAbsences(tx, absenceIds, () => tx.db.trainingAbsence.deleteMany({ where: { enrolmentId } }));
}

/** Ends absences that a session made, once nothing says any more that they are its. */
export async function endBookedAbsences(
  tx: Ctx,
  absenceIds: readonly string[],
  unlink: () => Promise<unknown>,
): Promise<void> {
  const executiveIds = await executivesCovered(tx, absenceIds);
  await unlink();
  for (const id of absenceIds) {
    const absence = await lockAbsence(tx, id);
    await changeAbsence(tx, absence, {
      move: "cancel",
      action: "cancelled",
      back: absence.person.name,
      data: { isBooked: false, decidedById: tx.actor.userId, decidedAt: tx.now },
    });
  }
  await syncExecutives(tx, executiveIds);
}

async function executivesCovered({ db }: Ctx, absenceIds: readonly string[]): Promise<string[]> {
  const rows = await db.coverageAssignment.findMany({
    where: { absenceId: { in: [...absenceIds] }, status: { in: [...LIVE_COVER] } },
    select: { executiveId: true },
    distinct: ["executiveId"],
  });
  return rows.map(({ executiveId }) => executiveId).sort();
}
