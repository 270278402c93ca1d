import "server-only";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction, type PublicCtx, type SystemCtx } from "@/lib/context";
import { isRefusedBy, NotFoundError } from "@/lib/errors";
import { readApplication } from "@/lib/hiring/applications/queries";
import { isStage } from "@/lib/hiring/applications/rules";
import type { CandidateTokenInput } from "@/lib/hiring/applications/schema";
import { tellCandidate } from "@/lib/hiring/applications/service-apply";
import { readRequisition } from "@/lib/hiring/requisitions/queries";
import { StoredProfile } from "@/lib/hiring/requisitions/schema";
import { idInOrder } from "@/lib/ids";
import type { MoveRefusal } from "@/lib/moves/rules";
import { lockRow, move } from "@/lib/moves/service";
import type { RefusalReason } from "@/lib/refusals";
import { ok, type Result, refuse } from "@/lib/result";
import { dayToDate } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { findInterview, findInterviewByLink, type InterviewRow, readInterview } from "./queries";
import { asOrganizer } from "./queries-organizer";
import { listPanelists } from "./queries-panel";
import { criteriaOf, INTERVIEW_MOVES, type InterviewStatus, isHeld, mayMoveOwn } from "./rules";
import type {
  BookInterviewInput,
  ChooseTimeInput,
  InterviewVersionInput,
  OfferInterviewInput,
} from "./schema";
import { bookPanel } from "./service-booking";
import { addInterviewStep, auditOfInterview, tellPanel, writeCancelled } from "./service-ending";

type OfferRefusal = "ends_before_start" | "day_passed" | "not_possible_now" | "interview_offered_already";

/**
 * Offers a candidate an interview: they are sent a link by which they choose among the times in which the whole panel is free. Refuses
 * days that are over, a second offer before the first is answered, and whoever is no longer in it. A stranger to the pool is not found.
 */
export async function offerInterview(
  ctx: Ctx<Manager>,
  { applicationId, userIds, from, to, ...facts }: OfferInterviewInput,
): Promise<Result<{ id: string }, OfferRefusal>> {
  try {
    return await inTransaction(ctx, async (tx) => {
      await lockRow(tx, "applications", applicationId);
      const application = await readApplication(tx, applicationId);
      const { poolId, profile, pool } = await readRequisition(tx, application.requisitionId);
      if (!isStage(application.status))
        return refuse("not_possible_now", { details: { status: application.status } });
      if (to < from) return refuse("ends_before_start", { path: "to" });
      if (to < dayIn(pool.timeZone, tx.now)) return refuse("day_passed", { path: "to" });
      const ids = [...new Set(userIds)];
      const panel = await listPanelists(tx, poolId, { id: { in: ids } });
      if (panel.length < ids.length) throw new NotFoundError("person");
      const id = idInOrder();
      await tx.db.interview.create({
        data: {
          ...{ id, applicationId, ...facts, fromOn: dayToDate(from), toOn: dayToDate(to) },
          criteria: criteriaOf(StoredProfile.parse(profile)),
          ...{ uid: `interview-${id}@standby`, createdById: tx.actor.userId },
          ...{ createdAt: tx.now, updatedAt: tx.now },
          people: { create: ids.map((userId) => ({ userId })) },
        },
        select: { id: true },
      });
      const row = await readInterview(tx, id);
      await addInterviewStep(tx, applicationId, "interview_offered");
      await audit(tx, auditOfInterview(row, "offered", { from: null, to: "offered", sequence: 0 }));
      await tellPanel(tx, row, "interview_planned");
      await tellCandidate(tx, applicationId, "interview_offered");
      return ok({ id });
    });
  } catch (error) {
    if (isRefusedBy(error, "interviews_one_offered")) return refuse("interview_offered_already");
    throw error;
  }
}

type Booked = { id: string; status: InterviewStatus; version: number };
type BookRefusal = MoveRefusal | "interview_time_taken";

/** Books or moves an interview for its candidate, who is told; refuses a time in which somebody of the panel is not free. */
export function bookInterview(
  ctx: Ctx<Manager>,
  { id, version, startsAt }: BookInterviewInput,
): Promise<Result<Booked, BookRefusal>> {
  return takingTurns(() =>
    inTransaction(ctx, (tx) => book(tx, { id, version, startsAt, read: () => readInterview(tx, id) })),
  );
}

/** The same by the candidate's own link. Refuses a move too many, or too late. */
export function chooseTime(
  ctx: PublicCtx,
  { token, startsAt }: ChooseTimeInput,
): Promise<Result<Booked, BookRefusal | "link_unknown" | "interview_not_movable">> {
  return takingTurns(() =>
    inTransaction({ ...ctx, actor: null }, async (tx) => {
      const found = await findInterviewByLink(tx, token);
      if (!found || !isStage(found.application.status)) return refuse("link_unknown");
      if (found.status === "booked" && !mayMoveOwn(found, tx.now)) return refuse("interview_not_movable");
      const { id, version } = found;
      return book(tx, { id, version, startsAt, read: () => requireFound(tx, id) });
    }),
  );
}

async function requireFound(tx: PublicCtx, id: string): Promise<InterviewRow> {
  const row = await findInterview(tx, id);
  if (!row) throw new NotFoundError("interview");
  return row;
}

/** Of two who take the same hour of somebody, the database lets one have it. */
async function takingTurns<T, R extends RefusalReason>(
  work: () => Promise<Result<T, R>>,
): Promise<Result<T, R | "interview_time_taken">> {
  try {
    return await work();
  } catch (error) {
    if (isRefusedBy(error, "interview_people_no_overlap") || isRefusedBy(error, "absences_no_overlap"))
      return refuse("interview_time_taken", { path: "startsAt" });
    throw error;
  }
}

async function readComing(
  tx: PublicCtx,
  read: () => Promise<InterviewRow>,
): Promise<Result<InterviewRow, "not_possible_now">> {
  const row = await read();
  return isHeld(row, tx.now) ? refuse("not_possible_now", { details: { status: "held" } }) : ok(row);
}

type Booking = { id: string; version: number; startsAt: string; read: () => Promise<InterviewRow> };

function book(tx: Ctx<Manager> | SystemCtx, { id, version, startsAt: text, read }: Booking) {
  const startsAt = new Date(text);
  return move<
    InterviewStatus,
    "book" | "move" | "cancel",
    InterviewRow,
    Booked,
    "interview_time_taken" | "not_possible_now"
  >(tx, INTERVIEW_MOVES, {
    ...{ id, version },
    move: ({ status }) => (status === "booked" ? "move" : "book"),
    read: () => readComing(tx, read),
    write: async (row, next, chosen) => {
      const booked = await bookPanel(await asOrganizer(tx, row), row, startsAt);
      if (!booked.ok) return booked;
      const sequence = chosen === "move" ? row.sequence + 1 : row.sequence;
      await tx.db.interview.update({
        where: { id },
        data: {
          ...{ ...next, startsAt, sequence, remindedAt: null, updatedAt: tx.now },
          ...(chosen === "move" && tx.actor === null && { timesMoved: { increment: 1 } }),
        },
        select: { id: true },
      });
      await addInterviewStep(tx, row.applicationId, "interview_booked");
      return ok({
        value: { id, ...next },
        audit: auditOfInterview(row, "booked", { from: row.status, to: next.status, sequence }),
        tell: async () => {
          await tellPanel(tx, row, { bookedOn: startsAt });
          await tellCandidate(tx, row.applicationId, "interview_booked");
        },
      });
    },
  });
}

/** Calls an interview off; its panel has its hours back, and panel and candidate are told. */
export function cancelInterview(
  ctx: Ctx<Manager>,
  { id, version }: InterviewVersionInput,
): Promise<Result<Booked, MoveRefusal>> {
  return inTransaction(ctx, (tx) => cancel(tx, { id, version, read: () => readInterview(tx, id) }));
}

/** The same by the candidate's own link, at any time before it; the application goes on. */
export function cancelByLink(
  ctx: PublicCtx,
  { token }: CandidateTokenInput,
): Promise<Result<Booked, MoveRefusal | "link_unknown">> {
  return inTransaction({ ...ctx, actor: null }, async (tx) => {
    const found = await findInterviewByLink(tx, token);
    if (!found || (found.startsAt !== null && found.startsAt <= tx.now)) return refuse("link_unknown");
    const { id, version } = found;
    return cancel(tx, { id, version, read: () => requireFound(tx, id) });
  });
}

function cancel(tx: Ctx<Manager> | SystemCtx, { id, version, read }: Omit<Booking, "startsAt">) {
  return move<InterviewStatus, "book" | "move" | "cancel", InterviewRow, Booked, "not_possible_now">(
    tx,
    INTERVIEW_MOVES,
    {
      ...{ id, version, move: "cancel" },
      read: () => readComing(tx, read),
      write: async (row, next) => {
        const { sequence } = await writeCancelled(tx, row, next);
        return ok({
          value: { id, ...next },
          audit: auditOfInterview(row, "cancelled", { from: row.status, to: next.status, sequence }),
          tell: async () => {
            await tellPanel(tx, row, "interview_cancelled");
            await tellCandidate(tx, row.applicationId, "interview_cancelled");
          },
        });
      },
    },
  );
}
