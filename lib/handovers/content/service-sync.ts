import "server-only";
import { audit } from "@/lib/audit";
import type { Ctx, SystemCtx } from "@/lib/context";
import { listAccessTemplate } from "@/lib/executives/queries-profile";
import { tellOfHandovers } from "@/lib/handovers/notices";
import {
  type Decision,
  decideHandovers,
  type Stretch,
  stretchesOf,
  wayToClosed,
  writesItself,
} from "@/lib/handovers/rules";
import type { HandoverStatus } from "@/lib/handovers/schema";
import { dayToDate } from "@/lib/time/day";
import { halfDayAt, halfDayIndex } from "@/lib/time/half-day";
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
  const executives = await loadExecutiveHandovers(tx, executiveIds);
  let changed = 0;
  for (const executive of executives) changed += await decideExecutive(tx, executive);
  for (const executive of changed > 0 ? await loadExecutiveHandovers(tx, executiveIds) : executives)
    changed += await followDates(tx, executive);
  return changed;
}

async function decideExecutive(tx: Tx, executive: ExecutiveHandovers): Promise<number> {
  const now = halfDayIndex(executive.now.on, executive.now.part);
  const decisions = decideHandovers(stretchesOf(executive.covers), executive.handovers, now);
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
    await open(tx, executive, decision.stretch, decision.previousId);
    return true;
  }
  const handover = executive.handovers.find((one) => one.id === decision.id);
  if (!handover) return false;
  if (decision.kind === "keep") return keep(tx, handover, decision.stretch);
  if (decision.kind === "end") await end(tx, handover);
  else if (decision.kind === "vacate") await pass(tx, handover, null);
  else if (handover.coverId !== decision.stretch.coverId && (await hasAccessGiven(tx, handover.id))) {
    // Access stays on the list of whoever was given it, until it is withdrawn from them.
    await end(tx, handover);
    await open(tx, executive, decision.stretch, handover.id);
  } else await pass(tx, handover, decision.stretch);
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

async function keep(tx: Tx, handover: Known, stretch: Stretch): Promise<boolean> {
  const isSame =
    handover.first === stretch.first &&
    handover.last === stretch.last &&
    handover.ownerId === (stretch.ownerId ?? handover.ownerId) &&
    handover.dutyIds.join() === stretch.dutyIds.join();
  if (isSame) return false;
  await tx.db.handover.update({
    where: { id: handover.id },
    data: {
      ...spanColumns(stretch),
      ownerId: stretch.ownerId ?? handover.ownerId,
      dutyIds: [...stretch.dutyIds],
      // Another first or last day is another day to be warned before or after.
      ...(handover.first !== stretch.first && { grantAlarmAt: null }),
      ...(handover.last !== stretch.last && { withdrawAlarmAt: null }),
      version: { increment: 1 },
      updatedAt: tx.now,
    },
  });
  await audit(tx, {
    action: "handover.moved",
    entityType: "handover",
    entityId: handover.id,
    data: { ...spanColumns(stretch) },
  });
  return true;
}

async function open(
  tx: Tx,
  executive: ExecutiveHandovers,
  stretch: Stretch,
  previousId: string | null,
): Promise<void> {
  const wroteItself = writesItself(stretch, executive.now);
  const isReady = wroteItself || previousId !== null;
  const { id } = await tx.db.handover.create({
    data: {
      executiveId: executive.executiveId,
      ownerId: stretch.ownerId,
      coverId: stretch.coverId,
      dutyIds: [...stretch.dutyIds],
      ...spanColumns(stretch),
      status: isReady ? "ready" : "draft",
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
  await writeStep(tx, id, isReady ? "ready" : "draft", stretch.coverId);
  const data = { executiveId: executive.executiveId, coverId: stretch.coverId, previousId };
  await audit(tx, { action: "handover.opened", entityType: "handover", entityId: id, data });
  if (isReady) await tellOfHandovers(tx, "handover_ready", [id], ["cover"]);
  else await tellOfHandovers(tx, "handover_drafted", [id], ["owner"]);
}

/** Gives a handover with its history to whoever covers now, or to nobody until somebody does. */
async function pass(tx: Tx, handover: Known, stretch: Stretch | null): Promise<void> {
  const hasBeenRead = handover.status === "acknowledged" || handover.status === "active";
  const status: HandoverStatus = hasBeenRead ? "ready" : handover.status;
  await tx.db.handover.update({
    where: { id: handover.id },
    data: {
      coverId: stretch?.coverId ?? null,
      ...(stretch && { ...spanColumns(stretch), dutyIds: [...stretch.dutyIds] }),
      status,
      acknowledgedAt: null,
      grantAlarmAt: null,
      version: { increment: 1 },
      updatedAt: tx.now,
    },
  });
  await writeStep(tx, handover.id, status, stretch?.coverId ?? null);
  await audit(tx, {
    action: stretch ? "handover.passed_on" : "handover.left_without_cover",
    entityType: "handover",
    entityId: handover.id,
    data: { coverId: stretch?.coverId ?? null, before: handover.coverId },
  });
  if (stretch && status === "ready") await tellOfHandovers(tx, "handover_ready", [handover.id], ["cover"]);
}

async function end(tx: Tx, handover: Known): Promise<void> {
  for (const status of wayToClosed(handover.status))
    await tx.db.handover.update({
      where: { id: handover.id },
      data: { status, version: { increment: 1 }, updatedAt: tx.now },
    });
  await writeStep(tx, handover.id, "closed", handover.coverId);
  await audit(tx, { action: "handover.ended", entityType: "handover", entityId: handover.id });
}

const BY_DATE: Partial<Record<HandoverStatus, "ready" | "active">> = {
  draft: "ready",
  acknowledged: "active",
};

/** What the calendar does: an unfinished handover goes to the cover as it is, a read one begins; and the records are followed. */
async function followDates(tx: Tx, executive: ExecutiveHandovers): Promise<number> {
  const now = halfDayIndex(executive.now.on, executive.now.part);
  let changed = 0;
  for (const handover of executive.handovers) {
    if (handover.status === "handed_back" || handover.coverId === null) continue;
    const hasStarted = handover.first <= now;
    const following = hasStarted ? BY_DATE[handover.status] : undefined;
    if (following) await moveByDate(tx, handover, following);
    changed += Number(following !== undefined) + (await bringInStep(tx, executive, handover, hasStarted));
  }
  return changed;
}

async function moveByDate(tx: Tx, handover: Known, status: "ready" | "active"): Promise<void> {
  await tx.db.handover.update({
    where: { id: handover.id },
    data: {
      status,
      ...(status === "ready" && { wroteItself: true }),
      version: { increment: 1 },
      updatedAt: tx.now,
    },
  });
  await writeStep(tx, handover.id, status, handover.coverId);
  const action = status === "ready" ? "handover.wrote_itself" : "handover.started";
  await audit(tx, { action, entityType: "handover", entityId: handover.id });
  if (status === "ready") await tellOfHandovers(tx, "handover_ready", [handover.id], ["cover"]);
}

/** Writes what became of a handover into its history; by nobody when a date or a cover did it. */
export async function writeStep(
  tx: Tx,
  handoverId: string,
  status: HandoverStatus,
  coverId: string | null,
  byId: string | null = null,
): Promise<void> {
  await tx.db.handoverStep.create({ data: { handoverId, status, coverId, byId, at: tx.now } });
}
