import "server-only";
import type { Manager } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { type Result, refuse } from "@/lib/result";
import { lockSession } from "@/lib/training/sessions/queries-rows";
import { requireLedEnrolment } from "./queries-rows";
import type { ChangeSessionOfSeatInput } from "./schema";
import { enrolAssistant, type SeatRefusal } from "./service";
import { endSeat } from "./service-ending";
import type { MovedEnrolment } from "./service-moves";
import { fillSeats } from "./service-seats";

type ChangeRefusal = SeatRefusal | "not_of_the_pool" | "enrolled_already" | "session_full";

/**
 * Moves somebody to another session of the course in one act: the seat, its absences and covers end, and those of the other
 * session are booked, or nothing happens; whoever waited for the seat moves up. A seat is never given up for a place in a line.
 */
export function changeSessionOfSeat(
  ctx: Ctx<Manager>,
  { id, version, sessionId, ...how }: ChangeSessionOfSeatInput,
): Promise<Result<MovedEnrolment, ChangeRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const enrolment = await requireLedEnrolment(tx, id);
    const { sessionId: from, assistantId, courseId } = enrolment;
    for (const one of [from, sessionId].filter((one) => one !== null).sort()) await lockSession(tx, one);
    const session = await lockSession(tx, sessionId);
    if (from === sessionId) return refuse("enrolled_already", { path: "sessionId" });
    if (session.courseId !== courseId) throw new NotFoundError("training session");
    const left = from ? await lockSession(tx, from) : null;
    if (enrolment.status === "booked" && left?.beginsAt && left.beginsAt <= tx.now)
      return refuse("session_begun");
    const ended = await endSeat(tx, { id, version }, "", true);
    if (!ended.ok) return ended;
    const taken = await enrolAssistant(tx, { sessionId, assistantId, ...how });
    if (!taken.ok) return taken;
    if (enrolment.status === "booked" && taken.value.status !== "booked")
      return refuse("session_full", { path: "sessionId" });
    if (from) await fillSeats(tx, from);
    return taken;
  });
}
