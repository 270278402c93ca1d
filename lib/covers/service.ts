import "server-only";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import type { Ctx } from "@/lib/context";
import type { CoverRun } from "@/lib/coverage/demand/rules-runs";
import type { ByTheHour, Extent, Stretch } from "@/lib/coverage/office/rules";
import { dayToDate } from "@/lib/time/day";
import { rangeOfIndexes } from "@/lib/time/half-day";
import { tellOfChange } from "./notices";
import { type Cut, extentWords } from "./rules-cuts";

export type NewCover = CoverRun & {
  pinned?: boolean;
  overrideReason?: string;
  /** Until when it can be answered, where it is offered and not confirmed. */
  offeredUntil?: Date | null;
};

export type BoardChange = {
  kind: "assigned" | "released" | "plan_accepted" | "absence_covered";
  planId?: string;
  cuts: Cut[];
  creates: NewCover[];
  /** Proposed rows of a plan that become confirmed. */
  confirmedIds?: string[];
};

/** Puts a change of the board into the database as one undoable whole, with its audit rows and notices; returns its id. */
export async function applyChange(
  tx: Ctx<Manager>,
  change: BoardChange,
): Promise<{ id: string; createdIds: string[] }> {
  const releasedIds = change.cuts.map((cut) => cut.cover.id);
  await tx.db.coverageAssignment.updateMany({
    where: { id: { in: releasedIds } },
    data: { status: "released", version: { increment: 1 } },
  });
  const pieceIds = await createCovers(tx, change.cuts.flatMap(piecesOf));
  const createdIds = await createCovers(
    tx,
    change.creates.map((run) => ({ ...run, planId: change.planId ?? null })),
  );
  await tx.db.coverageAssignment.updateMany({
    where: { id: { in: change.confirmedIds ?? [] } },
    data: { status: "confirmed", version: { increment: 1 } },
  });
  const liveIds = [...pieceIds, ...createdIds, ...(change.confirmedIds ?? [])];
  const { id } = await tx.db.coverageChange.create({
    data: {
      actorId: tx.actor.userId,
      kind: change.kind,
      planId: change.planId ?? null,
      createdIds: liveIds,
      releasedIds,
      createdAt: tx.now,
    },
    select: { id: true },
  });
  await tellOfChange(tx, releasedIds, liveIds);
  await audit(tx, ...auditOf(change, createdIds));
  return { id, createdIds };
}

type NewRow = NewCover & { planId: string | null };

function piecesOf({ cover, kept }: Cut): NewRow[] {
  return kept.map((stretch) => ({ ...cover, ...stretch }));
}

async function createCovers(tx: Ctx<Manager>, rows: NewRow[]): Promise<string[]> {
  if (rows.length === 0) return [];
  const created = await tx.db.coverageAssignment.createManyAndReturn({
    data: rows.map((row) => ({
      executiveId: row.executiveId,
      assistantId: row.assistantId,
      absenceId: row.absenceId,
      planId: row.planId,
      ...coverColumnsOf(row),
      status: row.offeredUntil ? ("offered" as const) : ("confirmed" as const),
      offerExpiresAt: row.offeredUntil ?? null,
      pinned: row.pinned ?? false,
      overrideReason: row.overrideReason ?? "",
      createdById: tx.actor.userId,
      createdAt: tx.now,
    })),
    select: { id: true },
  });
  return created.map((row) => row.id);
}

/** The date, part and hour columns of a stretch of half-day indexes. */
export function columnsOf({ first, last, window }: Stretch & ByTheHour) {
  const range = rangeOfIndexes(first, last);
  return {
    startOn: dayToDate(range.from),
    startPart: range.fromPart,
    endOn: dayToDate(range.to),
    endPart: range.toPart,
    startMinute: window?.startMinute ?? null,
    endMinute: window?.endMinute ?? null,
  };
}

/** The columns that say when a cover is and for which duties. */
export function coverColumnsOf({ dutyIds, ...stretch }: Stretch & Extent) {
  return { ...columnsOf(stretch), dutyIds: [...(dutyIds ?? [])] };
}

function auditOf(change: BoardChange, createdIds: string[]) {
  return [
    ...change.creates.map((run, i) => ({
      action: run.offeredUntil ? "cover.offered" : "cover.assigned",
      entityType: "coverage_assignment",
      entityId: createdIds[i] ?? "",
      data: {
        executiveId: run.executiveId,
        assistantId: run.assistantId,
        ...extentWords(run),
      },
    })),
    ...change.cuts.flatMap(({ cover, gone }) =>
      gone.map((stretch) => ({
        action: "cover.released",
        entityType: "coverage_assignment",
        entityId: cover.id,
        data: {
          executiveId: cover.executiveId,
          assistantId: cover.assistantId,
          ...extentWords(stretch),
        },
      })),
    ),
    ...(change.confirmedIds ?? []).map((id) => ({
      action: "cover.confirmed",
      entityType: "coverage_assignment",
      entityId: id,
      data: { planId: change.planId },
    })),
  ];
}

/** Locks what a change of the board may touch, always in the same order, so that two changes wait for each other. */
export async function lockBoard(
  tx: Ctx,
  executiveIds: readonly string[],
  assistantIds: readonly string[],
): Promise<void> {
  await tx.db
    .$queryRaw`SELECT id FROM executives WHERE id = ANY(${[...executiveIds]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  await tx.db
    .$queryRaw`SELECT id FROM assistants WHERE id = ANY(${[...assistantIds]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
}
