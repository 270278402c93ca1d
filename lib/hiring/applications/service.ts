import "server-only";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction, type PublicCtx } from "@/lib/context";
import { hiringAudit } from "@/lib/hiring/audit";
import { endInterviews } from "@/lib/hiring/interviews/service-ending";
import { endJobOffers } from "@/lib/hiring/offers/service";
import { dropCandidateMails } from "@/lib/mail/service";
import type { MoveRefusal } from "@/lib/moves/rules";
import { lockRow, move } from "@/lib/moves/service";
import { refuseChanged } from "@/lib/moves/service-changes";
import { ok, type Result, refuse } from "@/lib/result";
import { type ApplicationRow, findByLink, readApplication } from "./queries";
import {
  APPLICATION_MOVES,
  type ApplicationMove,
  type ApplicationStatus,
  isStage,
  moveTo,
  UNDO_MS,
} from "./rules";
import type { ApplicationVersionInput, CandidateTokenInput, MoveApplicationInput } from "./schema";
import { tellCandidate } from "./service-apply";

type Moved = { id: string; status: ApplicationStatus; version: number };
type MoveApplicationRefusal = MoveRefusal | "hiring_reason_missing" | "cannot_undo";

/**
 * Moves an application to another stage, either way, and tells its candidate of a step on. A no has a reason, which is not shown, and
 * goes out after a minute. Refuses a lost update, and a no without a reason.
 */
export function moveApplication(
  ctx: Ctx<Manager>,
  { id, version, move: chosen, noReason }: MoveApplicationInput,
): Promise<Result<Moved, MoveApplicationRefusal>> {
  return inTransaction(ctx, (tx) => carryOut(tx, { id, version, noReason, choose: () => chosen }));
}

type Carried = {
  id: string;
  version: number;
  noReason: string | null;
  choose: (row: ApplicationRow) => ApplicationMove;
};

function carryOut(tx: Ctx<Manager>, { id, version, noReason, choose }: Carried) {
  return move<ApplicationStatus, ApplicationMove, ApplicationRow, Moved, MoveApplicationRefusal>(
    tx,
    APPLICATION_MOVES,
    {
      id,
      version,
      move: choose,
      read: async () => ok(await readApplication(tx, id)),
      write: async (row, next, chosen) => {
        const isNo = chosen === "answer_no";
        if (isNo && noReason === null) return refuse("hiring_reason_missing", { path: "noReason" });
        if (row.status === "rejected" && !(await takesBackNo(tx, row))) return refuse("cannot_undo");
        await write(tx, row, next, isNo ? noReason : null);
        const dueAt = new Date(tx.now.getTime() + UNDO_MS);
        if (isNo) await tellCandidate(tx, id, "application_no", dueAt);
        else if (row.status !== "rejected" && isStage(next.status) && next.status !== "received")
          await tellCandidate(tx, id, "application_moved");
        if (isNo) await endInterviews(tx, id, dueAt);
        if (isNo) await endJobOffers(tx, id);
        return ok({ value: { id, ...next }, audit: auditOfMove(row, next.status) });
      },
    },
  );
}

/** True within the minute in which the mail with the no has not gone; it then never does. */
async function takesBackNo(tx: PublicCtx, { id, endedAt }: ApplicationRow): Promise<boolean> {
  const isInTime = endedAt !== null && endedAt.getTime() + UNDO_MS > tx.now.getTime();
  return isInTime && (await dropCandidateMails(tx, id, "application_no"));
}

async function write(
  tx: PublicCtx & { actor?: { userId: string } | null },
  row: ApplicationRow,
  next: { status: ApplicationStatus; version: number },
  noReason: string | null,
): Promise<void> {
  const ends = !isStage(next.status);
  await tx.db.application.update({
    where: { id: row.id },
    data: {
      ...next,
      noReason,
      movedAt: tx.now,
      endedAt: ends ? tx.now : null,
      heldWhy: null,
      heldUntil: null,
    },
    select: { id: true },
  });
  await tx.db.applicationStep.create({
    data: {
      ...{
        applicationId: row.id,
        action: "moved",
        fromStatus: row.status,
        toStatus: next.status,
        at: tx.now,
      },
      byId: tx.actor?.userId ?? null,
    },
    select: { id: true },
  });
}

function auditOfMove({ id, requisitionId, requisition, status }: ApplicationRow, to: ApplicationStatus) {
  const { poolId } = requisition;
  return hiringAudit("application.moved", id, { poolId, requisitionId, from: status, to });
}

/** Takes a no back within its minute, to the stage the application was in; refuses once the mail has gone. */
export function undoNo(
  ctx: Ctx<Manager>,
  { id, version }: ApplicationVersionInput,
): Promise<Result<Moved, MoveApplicationRefusal>> {
  return inTransaction(ctx, (tx) =>
    carryOut(tx, {
      ...{ id, version, noReason: null },
      choose: ({ steps }) => {
        const before = steps.find(({ toStatus }) => toStatus === "rejected")?.fromStatus;
        return moveTo(before && isStage(before) ? before : "received");
      },
    }),
  );
}

/** Says that an application that was held back is none of spam: it goes to the others, and its candidate is told that it is here. */
export function releaseApplication(
  ctx: Ctx<Manager>,
  { id, version }: ApplicationVersionInput,
): Promise<Result<{ id: string }, "changed_since_read">> {
  return inTransaction(ctx, async (tx) => {
    const row = await readApplication(tx, id);
    const { count } = await tx.db.application.updateMany({
      where: { id, version, heldWhy: { not: null } },
      data: { heldWhy: null, heldUntil: null, version: { increment: 1 } },
    });
    if (count === 0) return refuseChanged(tx, { entityType: "application", id }, { version }, row);
    await tellCandidate(tx, id, "application_received");
    await audit(tx, auditOfMove(row, row.status));
    return ok({ id });
  });
}

/** Takes an application back, by the candidate's link; what has ended stays as it ended. An unknown link is refused. */
export function withdrawByLink(
  ctx: PublicCtx,
  { token }: CandidateTokenInput,
): Promise<Result<{ done: true }, "link_unknown">> {
  return inTransaction(ctx, async (tx) => {
    const found = await findByLink(tx, token);
    if (!found) return refuse("link_unknown");
    await lockRow({ ...tx, actor: null }, "applications", found.id);
    const row = await findByLink(tx, token);
    if (row) await withdraw(tx, row);
    return ok({ done: true });
  });
}

/** Ends an application for its candidate; of what has ended nothing changes. */
export async function withdraw(tx: PublicCtx, row: ApplicationRow): Promise<void> {
  if (!isStage(row.status)) return;
  await write(tx, row, { status: "withdrawn", version: row.version + 1 }, null);
  await dropCandidateMails(tx, row.id);
  await endInterviews({ ...tx, actor: null }, row.id, tx.now);
  await endJobOffers(tx, row.id);
  await audit({ ...tx, actor: null }, auditOfMove(row, "withdrawn"));
}
