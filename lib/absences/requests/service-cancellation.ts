import "server-only";
import { decidersOf } from "@/lib/absences/deciders/queries";
import { absenceNotice } from "@/lib/absences/notices";
import type { Assistant, Manager } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";

import { notify } from "@/lib/notices/service-notify";
import { ok, type Result, refuse } from "@/lib/result";
import { dayOfColumn, dayToDate, laterDay } from "@/lib/time/day";
import type { HalfDayRange } from "@/lib/time/half-day";
import { restFrom, wholeHalves, withoutStretch } from "@/lib/time/stretch";
import { dayIn } from "@/lib/time/zone";
import type { Decided } from "./rules";
import type { AskCancellationInput, DecideAbsenceInput } from "./schema";
import { noticeRange } from "./service-create";
import {
  type AbsenceInMove,
  type AbsenceMoveRefusal,
  type DeciderRefusal,
  moveAbsenceStatus,
  readOwnAbsence,
  readToDecide,
} from "./service-moves";

const NO_WISH = { cancelFromOn: null, cancelFromPart: null };

/**
 * Asks to have approved leave of one's own cancelled; once it has begun only what remains of it, from today on. Refuses
 * days that are over.
 */
export function askCancellation(
  ctx: Ctx<Assistant>,
  { id, version, from, fromPart, note }: AskCancellationInput,
): Promise<Result<Decided, AbsenceMoveRefusal | "already_over" | "cancellation_in_the_past">> {
  return inTransaction(ctx, (tx) =>
    moveAbsenceStatus<AbsenceInMove, "already_over" | "cancellation_in_the_past">(
      tx,
      { id, version },
      {
        read: async () => ok(await readOwnAbsence(tx, id)),
        move: "ask_cancellation",
        decide: async ({ stretch, person }) => {
          const today = dayIn(person.pool.timeZone, tx.now);
          if (from && from < today) return refuse("cancellation_in_the_past", { path: "from" });
          const rest = restFrom(stretch, {
            on: laterDay(from ?? stretch.from, today),
            part: from ? fromPart : "am",
          });
          if (!rest) return refuse("already_over", { path: "from" });
          return ok({
            action: "cancellation_asked",
            comment: note,
            data: { cancelFromOn: dayToDate(rest.from), cancelFromPart: rest.fromPart },
            tell: async () => {
              const params = { absenceId: id, name: person.name, range: noticeRange(stretch) };
              await notify(
                tx,
                absenceNotice("cancellation_asked", await decidersOf(tx, person.owner), params),
              );
            },
          });
        },
      },
    ),
  );
}

type Answer = Promise<Result<Decided, AbsenceMoveRefusal | DeciderRefusal>>;

/** Grants what its owner asked to take back: leave that has begun is shortened to the days taken, other leave is cancelled. */
export function grantCancellation(ctx: Ctx<Manager>, input: DecideAbsenceInput): Answer {
  const { id, note } = input;
  return inTransaction(ctx, (tx) =>
    moveAbsenceStatus(tx, input, {
      read: () => readToDecide(tx, id),
      move: (absence) => (keptOf(absence) ? "keep_part" : "grant_cancellation"),
      decide: async (absence, status) => {
        const kept = keptOf(absence);
        const decision = kept ? {} : { decidedById: tx.actor.userId, decidedAt: tx.now };
        return ok({
          action: kept ? "shortened" : "cancelled",
          comment: note,
          deputyForId: absence.deputyForId,
          stretch: kept ? wholeHalves(kept) : absence.stretch,
          back: absence.person.name,
          data: { ...NO_WISH, ...decision, decisionNote: note },
          tell: async () => {
            const params = { absenceId: id, status, range: kept ?? noticeRange(absence.stretch) };
            await notify(tx, absenceNotice("absence_decided", [absence.person.userId], params));
          },
        });
      },
    }),
  );
}

/** What was taken of leave before the day from which it is taken back; null where that is all of it. */
function keptOf({ stretch, cancelFrom }: AbsenceInMove): HalfDayRange | null {
  const rest = cancelFrom && restFrom(stretch, { ...cancelFrom, on: dayOfColumn(cancelFrom.on) });
  if (!rest || stretch.startMinute !== null) return null;
  return withoutStretch(stretch, rest)[0] ?? null;
}

/** Refuses to take leave back: it stays approved, and its owner is told why. */
export function refuseCancellation(ctx: Ctx<Manager>, input: DecideAbsenceInput): Answer {
  const { id, note } = input;
  return inTransaction(ctx, (tx) =>
    moveAbsenceStatus(tx, input, {
      read: () => readToDecide(tx, id),
      move: "refuse_cancellation",
      decide: async ({ person, stretch, deputyForId }) =>
        ok({
          action: "cancellation_refused",
          comment: note,
          deputyForId,
          data: { ...NO_WISH, decisionNote: note },
          tell: async () => {
            const params = { absenceId: id, range: noticeRange(stretch) };
            await notify(tx, absenceNotice("cancellation_refused", [person.userId], params));
          },
        }),
    }),
  );
}
