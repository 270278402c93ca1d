import "server-only";
import type { Ctx } from "@/lib/context";
import { ok, type Result } from "@/lib/result";
import type { Booking } from "@/lib/training/enrolments/rules-booking";
import {
  type BookingRefusal,
  bookDatesOf,
  endBookedAbsences,
} from "@/lib/training/enrolments/service-booking";
import type { SessionRow } from "@/lib/training/sessions/queries-rows";

/** Makes each date of a locked session an absence of the assistant who holds it, with its cover. */
export async function bookTrainer(
  tx: Ctx,
  { dates }: Pick<SessionRow, "dates">,
  assistantId: string | null,
  how: Booking,
): Promise<Result<unknown, BookingRefusal>> {
  if (assistantId === null) return ok(null);
  const link = (sessionDateId: string, absenceId: string) =>
    tx.db.trainerAbsence.create({ data: { sessionDateId, assistantId, absenceId } });
  return bookDatesOf(tx, { assistantId, link }, dates, how);
}

/** Ends the absences of who holds a session, with their covers and handovers. */
export async function freeTrainer(tx: Ctx, { id }: Pick<SessionRow, "id">): Promise<void> {
  const where = { sessionDate: { sessionId: id } };
  const links = await tx.db.trainerAbsence.findMany({
    where,
    select: { absenceId: true },
    orderBy: { absenceId: "asc" },
  });
  if (links.length === 0) return;
  await endBookedAbsences(
    tx,
    links.map(({ absenceId }) => absenceId),
    () => tx.db.trainerAbsence.deleteMany({ where }),
  );
}
