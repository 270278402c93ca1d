import "server-only";
import { audit } from "@/lib/audit";
import type { Ctx, SystemCtx } from "@/lib/context";
import { listAccessTemplate } from "@/lib/executives/queries-profile";
import { handoverAudit } from "@/lib/handovers/audit";
import {
  type CoveredSpan,
  coveredSpans,
  type Decision,
  decideHandovers,
  writesItself,
} from "@/lib/handovers/rules";
import { closingMoves } from "@/lib/handovers/rules-moves";
import type { HandoverStatus } from "@/lib/handovers/schema";
import { changeHandover, writeHandoverStep } from "@/lib/handovers/service-moves";
import { notifyOfHandovers } from "@/lib/handovers/service-notices";
import type { Movable } from "@/lib/moves/rules";
import { lockRows } from "@/lib/moves/service";
import { dayToDate } from "@/lib/time/day";
import { halfDayAt, halfDayIndex, rangeOfIndexes } from "@/lib/time/half-day";
import { type ExecutiveHandovers, loadExecutiveHandovers } from "./queries";
import { bringInStep } from "./service-steps";
import { takeOver } from "./service-succession";

type Tx = Ctx | SystemCtx;
type Known = ExecutiveHandovers["handovers"][number];

/** Brings the handovers of some executives in step with their covers, dates and records. Doing it again changes nothing. */
export async function syncExecutives(tx: Tx, executiveIds: readonly string[]): Promise<number> {
  if (executiveIds.length === 0) return 0;
  await tx.db
    .$queryRaw`SELECT id FROM executives WHERE id = ANY(${[...executiveIds]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  await lockOpen(tx, executiveIds);
  const executives = await loadExecutiveHandovers(tx, executiveIds);
  let changed = 0;
  for (const executive of executives) changed += await decideExecutive(tx, executive);
  for (const executive of changed > 0 ? await loadExecutiveHandovers(tx, executiveIds) : executives)
    changed += await followDates(tx, executive);
  return changed;
}

/** A cover who reads or hands back a handover at the same time is waited for. */
async function lockOpen(tx: Tx, executiveIds: readonly string[]): Promise<void> {
  const open = await tx.db.handover.findMany({
    where: { executiveId: { in: [...executiveIds] }, status: { not: "closed" } },
    select: { id: true },
  });
  await lockRows(
    tx,
    "handovers",
    open.map(({ id }) => id),
  );
}

async function decideExecutive(tx: Tx, executive: ExecutiveHandovers): Promise<number> {
  const now = halfDayIndex(executive.now.on, executive.now.part);
  const decisions = decideHandovers(coveredSpans(executive.covers), executive.handovers, now);
  // What ends or is passed on makes room for what begins.
  const order: Decision["kind"][] = ["end", "vacate", "pass", "keep", "open"];
  let changed = 0;
  for (const kind of order)
    for (const decision of decisions.filter((one) => one.kind === kind))
      if (await apply(tx, executive, decision)) changed++;
  return changed;
}

async function apply(tx: Tx, executive: ExecutiveHandovers, decision: Decision): Promise<boolean> {
  if (decision.kind === "open") {
    await open(tx, executive, decision.span, decision.previousId);
    return true;
  }
  const handover = executive.handovers.find((one) => one.id === decision.id);
  if (!handover) return false;
  if (decision.kind === "keep") return keep(tx, handover, decision.span);
  if (decision.kind === "end") await end(tx, handover);
  else if (decision.kind === "vacate") await pass(tx, handover, null);
  else if (
    handover.coverAssistantId !== decision.span.coverAssistantId &&
    (await hasAccessGiven(tx, handover.id))
  ) {
    // Access stays on the list of whoever was given it, until it is withdrawn from them.
    await end(tx, handover);
    await open(tx, executive, decision.span, handover.id);
  } else await pass(tx, handover, decision.span);
  return true;
}

async function hasAccessGiven(tx: Tx, handoverId: string): Promise<boolean> {
  const where = { handoverId, grantedAt: { not: null }, withdrawnAt: null };
  return (await tx.db.accessChecklistItem.count({ where })) > 0;
}

function spanColumns({ first, last }: { first: number; last: number }) {
  const [from, to] = [halfDayAt(first), halfDayAt(last)];
  return { fromOn: dayToDate(from.on), fromPart: from.part, toOn: dayToDate(to.on), toPart: to.part };
}

async function keep(tx: Tx, handover: Known, span: CoveredSpan): Promise<boolean> {
  const isSame =
    handover.first === span.first &&
    handover.last === span.last &&
    handover.ownerId === (span.ownerId ?? handover.ownerId) &&
    handover.dutyIds.join() === span.dutyIds.join();
  if (isSame) return false;
  await changeHandover(tx, handover, "change_days", {
    ...spanColumns(span),
    ownerId: span.ownerId ?? handover.ownerId,
    dutyIds: [...span.dutyIds],
    // Another first or last day is another day to be warned before or after.
    ...(handover.first !== span.first && { grantAlarmAt: null }),
    ...(handover.last !== span.last && { withdrawAlarmAt: null }),
  });
  await audit(tx, handoverAudit("handover.moved", handover.id, rangeOfIndexes(span.first, span.last)));
  return true;
}

async function open(
  tx: Tx,
  executive: ExecutiveHandovers,
  span: CoveredSpan,
  previousId: string | null,
): Promise<void> {
  const wroteItself = writesItself(span, executive.now);
  const isReady = wroteItself || previousId !== null;
  const status = isReady ? "ready" : "draft";
  const { id } = await tx.db.handover.create({
    data: {
      executiveId: executive.executiveId,
      ownerId: span.ownerId,
      coverAssistantId: span.coverAssistantId,
      dutyIds: [...span.dutyIds],
      ...spanColumns(span),
      status,
      wroteItself,
      previousId,
      createdAt: tx.now,
      updatedAt: tx.now,
      access: {
        create: (await listAccessTemplate(tx, executive.executiveId)).map((item, position) => ({
          ...item,
          position,
        })),
      },
    },
    select: { id: true },
  });
  if (previousId) await takeOver(tx, previousId, id);
  await writeHandoverStep(tx, { id, status }, span.coverAssistantId);
  const data = { executiveId: executive.executiveId, coverAssistantId: span.coverAssistantId, previousId };
  await audit(tx, handoverAudit("handover.opened", id, data));
  if (isReady) await notifyOfHandovers(tx, "handover_ready", [id], ["cover"]);
  else await notifyOfHandovers(tx, "handover_drafted", [id], ["owner"]);
}

/** Gives a handover with its history to whoever covers now, or to nobody until somebody does. */
async function pass(tx: Tx, handover: Known, span: CoveredSpan | null): Promise<void> {
  const hasBeenRead = handover.status === "acknowledged" || handover.status === "active";
  const passed = await changeHandover(tx, handover, hasBeenRead ? "pass_on_read" : "pass_on_unread", {
    coverAssistantId: span?.coverAssistantId ?? null,
    ...(span && { ...spanColumns(span), dutyIds: [...span.dutyIds] }),
    acknowledgedAt: null,
    grantAlarmAt: null,
  });
  await writeHandoverStep(tx, passed, span?.coverAssistantId ?? null);
  await audit(
    tx,
    handoverAudit(span ? "handover.passed_on" : "handover.left_without_cover", handover.id, {
      coverAssistantId: span?.coverAssistantId ?? null,
      before: handover.coverAssistantId,
    }),
  );
  if (span && passed.status === "ready")
    await notifyOfHandovers(tx, "handover_ready", [handover.id], ["cover"]);
}

async function end(tx: Tx, handover: Known): Promise<void> {
  let ended: Movable<HandoverStatus> & { id: string } = handover;
  for (const move of closingMoves(handover.status)) ended = await changeHandover(tx, ended, move);
  await writeHandoverStep(tx, ended, handover.coverAssistantId);
  await audit(tx, handoverAudit("handover.ended", handover.id));
}

const BY_DATE: Partial<Record<HandoverStatus, "mark_ready" | "begin">> = {
  draft: "mark_ready",
  acknowledged: "begin",
};

/** What the calendar does: an unfinished handover goes to the cover as it is, a read one begins; and the records are followed. */
async function followDates(tx: Tx, executive: ExecutiveHandovers): Promise<number> {
  const now = halfDayIndex(executive.now.on, executive.now.part);
  let changed = 0;
  for (const handover of executive.handovers) {
    if (handover.status === "handed_back" || handover.coverAssistantId === null) continue;
    const hasStarted = handover.first <= now;
    const move = hasStarted ? BY_DATE[handover.status] : undefined;
    if (move) await moveByDate(tx, handover, move);
    changed += Number(move !== undefined) + (await bringInStep(tx, executive, handover, hasStarted));
  }
  return changed;
}

async function moveByDate(tx: Tx, handover: Known, move: "mark_ready" | "begin"): Promise<void> {
  const isReady = move === "mark_ready";
  const moved = await changeHandover(tx, handover, move, isReady ? { wroteItself: true } : {});
  await writeHandoverStep(tx, moved, handover.coverAssistantId);
  const action = isReady ? "handover.wrote_itself" : "handover.started";
  await audit(tx, handoverAudit(action, handover.id));
  if (isReady) await notifyOfHandovers(tx, "handover_ready", [handover.id], ["cover"]);
}
