import "server-only";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction, type PublicCtx, type SystemCtx } from "@/lib/context";
import { isRefusedBy } from "@/lib/errors";
import { readApplication } from "@/lib/hiring/applications/queries";
import { isStage } from "@/lib/hiring/applications/rules";
import { tellCandidate } from "@/lib/hiring/applications/service-apply";
import { hiringAudit } from "@/lib/hiring/audit";
import { hiringNotice } from "@/lib/hiring/notices";
import type { MoveRefusal } from "@/lib/moves/rules";
import { lockRow, move } from "@/lib/moves/service";
import { notify } from "@/lib/notices/service-notify";
import { ok, type Result, refuse } from "@/lib/result";
import { dayOfColumn, dayToDate } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { findJobOfferByLink, type JobOfferRow, readJobOffer } from "./queries";
import { isAnswerable, JOB_OFFER_MOVES, type JobOfferStatus } from "./rules";
import type { AnswerJobOfferInput, JobOfferVersionInput, MakeOfferInput } from "./schema";

type OfferMove = keyof typeof JOB_OFFER_MOVES.moves;
type MakeRefusal = "not_possible_now" | "day_passed" | "ends_before_start" | "job_offer_live";

/**
 * Offers a candidate the job on some terms; they are sent a link to answer by. Refuses whoever is no longer in it, days that have
 * passed, a last day to answer after the start, and a second offer while one is live.
 */
export async function makeJobOffer(
  ctx: Ctx<Manager>,
  { applicationId, startsOn, validUntil, ...terms }: MakeOfferInput,
): Promise<Result<{ id: string }, MakeRefusal>> {
  try {
    return await inTransaction(ctx, async (tx) => {
      await lockRow(tx, "applications", applicationId);
      const application = await readApplication(tx, applicationId);
      const { poolId, pool } = application.requisition;
      const today = dayIn(pool.timeZone, tx.now);
      if (!isStage(application.status))
        return refuse("not_possible_now", { details: { status: application.status } });
      if (validUntil < today) return refuse("day_passed", { path: "validUntil" });
      if (startsOn <= today) return refuse("day_passed", { path: "startsOn" });
      if (startsOn < validUntil) return refuse("ends_before_start", { path: "validUntil" });
      const { id } = await tx.db.jobOffer.create({
        data: {
          ...{ applicationId, ...terms, createdById: tx.actor.userId, createdAt: tx.now },
          ...{ startsOn: dayToDate(startsOn), validUntil: dayToDate(validUntil) },
        },
        select: { id: true },
      });
      if (application.status !== "offered") await toOffered(tx, application);
      await addStep(tx, applicationId, "offer_sent");
      await audit(tx, hiringAudit("job_offer.moved", id, { poolId, applicationId, from: null, to: "sent" }));
      await tellCandidate(tx, applicationId, "offer_sent");
      return ok({ id });
    });
  } catch (error) {
    if (isRefusedBy(error, "job_offers_one_live")) return refuse("job_offer_live");
    throw error;
  }
}

type Read = Awaited<ReturnType<typeof readApplication>>;

async function toOffered(tx: Ctx<Manager>, { id, status, requisitionId, requisition }: Read): Promise<void> {
  await tx.db.application.update({
    where: { id },
    data: { status: "offered", movedAt: tx.now, version: { increment: 1 } },
    select: { id: true },
  });
  await tx.db.applicationStep.create({
    data: {
      ...{ applicationId: id, action: "moved", fromStatus: status, toStatus: "offered" },
      ...{ at: tx.now, byId: tx.actor.userId },
    },
    select: { id: true },
  });
  const { poolId } = requisition;
  await audit(
    tx,
    hiringAudit("application.moved", id, { poolId, requisitionId, from: status, to: "offered" }),
  );
}

async function addStep(
  tx: PublicCtx & { actor: { userId: string } | null },
  applicationId: string,
  action: "offer_sent" | "offer_accepted" | "offer_declined" | "offer_expired" | "offer_withdrawn",
): Promise<void> {
  await tx.db.applicationStep.create({
    data: { applicationId, action, at: tx.now, byId: tx.actor?.userId ?? null },
    select: { id: true },
  });
}

type Moved = { id: string; status: JobOfferStatus; version: number };

/** Takes an offer back before anybody is hired by it; the candidate is told. */
export function takeOfferBack(
  ctx: Ctx<Manager>,
  { id, version }: JobOfferVersionInput,
): Promise<Result<Moved, MoveRefusal>> {
  return inTransaction(ctx, (tx) =>
    move<JobOfferStatus, OfferMove, JobOfferRow, Moved, "not_possible_now">(tx, JOB_OFFER_MOVES, {
      ...{ id, version, move: "take_back" },
      read: async () => {
        const row = await readJobOffer(tx, id);
        const { status } = row.application;
        return status === "hired" ? refuse("not_possible_now", { details: { status } }) : ok(row);
      },
      write: async (row, next) => {
        await tx.db.jobOffer.update({ where: { id }, data: next, select: { id: true } });
        await addStep(tx, row.applicationId, "offer_withdrawn");
        return ok({
          value: { id, ...next },
          audit: auditOfOffer(row, next.status),
          tell: () => tellCandidate(tx, row.applicationId, "offer_withdrawn"),
        });
      },
    }),
  );
}

function auditOfOffer({ id, applicationId, application, status }: JobOfferRow, to: JobOfferStatus) {
  const { poolId } = application.requisition;
  return hiringAudit("job_offer.moved", id, { poolId, applicationId, from: status, to });
}

/**
 * A candidate's answer by their link, with the name they typed where they accept. After its last day an offer is over; answering again
 * changes nothing.
 */
export function answerJobOffer(
  ctx: PublicCtx,
  { token, answer, name }: AnswerJobOfferInput,
): Promise<Result<Moved, MoveRefusal | "link_unknown" | "job_offer_over" | "name_missing">> {
  return inTransaction({ ...ctx, actor: null }, async (tx) => {
    const found = await findJobOfferByLink(tx, token);
    if (!found) return refuse("link_unknown");
    if (answer === "accept" && name === "") return refuse("name_missing", { path: "name" });
    const today = dayIn(found.application.requisition.pool.timeZone, tx.now);
    const isOpen = isAnswerable({ status: found.status, validUntil: dayOfColumn(found.validUntil) }, today);
    if (!isOpen || !isStage(found.application.status)) return refuse("job_offer_over");
    const { id, version, applicationId, createdById } = found;
    return move<JobOfferStatus, OfferMove, JobOfferRow, Moved>(tx, JOB_OFFER_MOVES, {
      ...{ id, version, move: answer },
      read: async () => ok((await findJobOfferByLink(tx, token)) ?? found),
      write: async (row, next) => {
        await tx.db.jobOffer.update({
          where: { id },
          data: { ...next, answeredAt: tx.now, answeredName: answer === "accept" ? name : null },
          select: { id: true },
        });
        await addStep(tx, applicationId, answer === "accept" ? "offer_accepted" : "offer_declined");
        return ok({
          value: { id, ...next },
          audit: auditOfOffer(row, next.status),
          tell: () => notify(tx, hiringNotice("job_offer_answered", [createdById], { applicationId })),
        });
      },
    });
  });
}

/** Ends offers whose last day is over in their pool's zone. Doing it again changes nothing. */
export function expireJobOffers(ctx: SystemCtx): Promise<{ count: number }> {
  return inTransaction(ctx, async (tx) => {
    const rows = await tx.db.jobOffer.findMany({
      where: { status: "sent" },
      select: {
        id: true,
        applicationId: true,
        validUntil: true,
        createdById: true,
        application: {
          select: { requisition: { select: { poolId: true, pool: { select: { timeZone: true } } } } },
        },
      },
      orderBy: { id: "asc" },
    });
    const due = rows.filter(
      ({ validUntil, application }) =>
        dayOfColumn(validUntil) < dayIn(application.requisition.pool.timeZone, tx.now),
    );
    for (const { id, applicationId, application, createdById } of due) {
      const { count } = await tx.db.jobOffer.updateMany({
        where: { id, status: "sent" },
        data: { status: "expired", version: { increment: 1 } },
      });
      if (count === 0) continue;
      await addStep(tx, applicationId, "offer_expired");
      const { poolId } = application.requisition;
      await audit(
        tx,
        hiringAudit("job_offer.moved", id, { poolId, applicationId, from: "sent", to: "expired" }),
      );
      await notify(tx, hiringNotice("job_offer_answered", [createdById], { applicationId }));
    }
    return { count: due.length };
  });
}

/** Takes back what is live of an application's offers, because the application has ended. */
export async function endJobOffers(
  tx: PublicCtx & { actor?: { userId: string } | null },
  applicationId: string,
): Promise<void> {
  await tx.db.jobOffer.updateMany({
    where: { applicationId, status: { in: ["sent", "accepted"] } },
    data: { status: "withdrawn", version: { increment: 1 } },
  });
}
