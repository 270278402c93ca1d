import "server-only";
import type { PublicCtx } from "@/lib/context";
import { AGREED_OR_OVER_COVER } from "@/lib/covers/rules";
import { type ExecutiveCover, OPENS_DAYS_AHEAD, type OpenHandover } from "@/lib/handovers/rules";
import { dutySetOf, sharedDuties } from "@/lib/support/rules";
import { addDays, type Day, dayOfColumn, dayToDate, earlierDay } from "@/lib/time/day";
import { type DayPart, rangeIndexes } from "@/lib/time/half-day";
import { type RangeColumns, rangeOfColumns } from "@/lib/time/stretch-columns";
import { dayIn, daysOnEarth, halfDayIn } from "@/lib/time/zone";
import type { ExecutiveRecords, KnownItem } from "./rules";

/** An executive with all that decides its handovers and what they say. */
export type ExecutiveHandovers = {
  executiveId: string;
  poolId: string;
  now: { on: Day; part: DayPart };
  covers: ExecutiveCover[];
  handovers: (OpenHandover & { version: number })[];
  records: ExecutiveRecords;
  items: Map<string, KnownItem[]>;
};

/** What an item of a handover says, and where it comes from. */
export const ITEM_CONTENT = {
  id: true,
  kind: true,
  sourceId: true,
  text: true,
  on: true,
  weekdays: true,
  monthDay: true,
  minute: true,
  editedAt: true,
} as const;

const OPEN_REQUEST = ["new", "assigned", "in_progress", "waiting"] as const;

/** Reads some executives with their covers, open handovers and records, in a bounded number of queries. */
export async function loadExecutiveHandovers(
  ctx: PublicCtx,
  executiveIds: readonly string[],
): Promise<ExecutiveHandovers[]> {
  const executiveId = { in: [...executiveIds] };
  const [executives, handovers] = await Promise.all([
    ctx.db.executive.findMany({
      where: { id: executiveId },
      select: { id: true, poolId: true, pool: { select: { timeZone: true } } },
      orderBy: { id: "asc" },
    }),
    ctx.db.handover.findMany({
      where: { executiveId, status: { not: "closed" } },
      select: HANDOVER,
      orderBy: [{ fromOn: "asc" }, { id: "asc" }],
    }),
  ]);
  const today = daysOnEarth(ctx.now);
  const yesterday = addDays(today.from, -1);
  const from = handovers
    .filter((handover) => dayOfColumn(handover.toOn) >= yesterday)
    .map((handover) => dayOfColumn(handover.fromOn))
    .reduce(earlierDay, yesterday);
  const [covers, supports, records, items] = await Promise.all([
    ctx.db.coverageAssignment.findMany({
      where: {
        executiveId,
        status: { in: [...AGREED_OR_OVER_COVER] },
        startOn: { lte: dayToDate(addDays(today.to, OPENS_DAYS_AHEAD)) },
        endOn: { gte: dayToDate(from) },
      },
      select: COVER,
    }),
    ctx.db.supportAssignment.findMany({
      where: { executiveId, role: "primary" },
      select: { executiveId: true, assistantId: true, dutyIds: true, fromOn: true, toOn: true },
      orderBy: { id: "asc" },
    }),
    loadRecords(ctx, executiveIds),
    loadItems(
      ctx,
      handovers.map((handover) => handover.id),
    ),
  ]);
  const isSoon = (cover: CoverRow, timeZone: string) =>
    dayOfColumn(cover.startOn) <= addDays(dayIn(timeZone, ctx.now), OPENS_DAYS_AHEAD);
  return executives.map(({ id, poolId, pool }) => ({
    executiveId: id,
    poolId,
    now: halfDayIn(pool.timeZone, ctx.now),
    covers: covers
      .filter((cover) => cover.executiveId === id && isSoon(cover, pool.timeZone))
      .map((cover) => coverOf(cover, supports)),
    handovers: handovers
      .filter((handover) => handover.executiveId === id)
      .map(({ next, fromOn, fromPart, toOn, toPart, ...handover }) => ({
        ...handover,
        hasNext: next !== null,
        ...rangeIndexes({ from: dayOfColumn(fromOn), fromPart, to: dayOfColumn(toOn), toPart }),
      })),
    records: records(id),
    items,
  }));
}

const HANDOVER = {
  id: true,
  executiveId: true,
  coverAssistantId: true,
  ownerId: true,
  dutyIds: true,
  status: true,
  fromOn: true,
  fromPart: true,
  toOn: true,
  toPart: true,
  version: true,
  next: { select: { id: true } },
} as const;

const COVER = {
  executiveId: true,
  assistantId: true,
  dutyIds: true,
  startOn: true,
  startPart: true,
  endOn: true,
  endPart: true,
  absence: { select: { assistantId: true, startOn: true } },
} as const;

type CoverRow = RangeColumns & {
  executiveId: string;
  assistantId: string;
  dutyIds: string[];
  absence: { assistantId: string; startOn: Date } | null;
};
type SupportRow = {
  executiveId: string;
  assistantId: string;
  dutyIds: string[];
  fromOn: Date;
  toOn: Date | null;
};

function coverOf(cover: CoverRow, supports: readonly SupportRow[]): ExecutiveCover {
  const primary = supports.find(
    (support) =>
      support.executiveId === cover.executiveId &&
      sharedDuties(support.dutyIds, cover.dutyIds) !== null &&
      support.fromOn <= cover.startOn &&
      (support.toOn === null || support.toOn >= cover.startOn),
  );
  const ownerId = cover.absence?.assistantId ?? primary?.assistantId ?? null;
  return {
    ...rangeIndexes(rangeOfColumns(cover)),
    assistantId: cover.assistantId,
    dutyIds: dutySetOf(cover.dutyIds),
    ownerId: ownerId === cover.assistantId ? null : ownerId,
    awayFrom: cover.absence && dayOfColumn(cover.absence.startOn),
  };
}

async function loadRecords(ctx: PublicCtx, executiveIds: readonly string[]) {
  const executiveId = { in: [...executiveIds] };
  const yesterday = addDays(daysOnEarth(ctx.now).from, -1);
  const [requests, recurring, dates] = await Promise.all([
    ctx.db.supportRequest.findMany({
      where: { executiveId, status: { in: [...OPEN_REQUEST] }, confidential: false },
      select: { id: true, executiveId: true, dutyId: true, summary: true, dueOn: true },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    }),
    ctx.db.recurringDuty.findMany({
      where: { executiveId },
      select: {
        id: true,
        executiveId: true,
        dutyId: true,
        text: true,
        weekdays: true,
        monthDay: true,
        minute: true,
      },
      orderBy: [{ minute: "asc" }, { id: "asc" }],
    }),
    ctx.db.dateToKnow.findMany({
      where: { executiveId, on: { gte: dayToDate(addDays(yesterday, -60)) } },
      select: { id: true, executiveId: true, on: true, text: true },
      orderBy: [{ on: "asc" }, { id: "asc" }],
    }),
  ]);
  return (id: string): ExecutiveRecords => {
    const own = <R extends { executiveId: string }>(rows: R[]) =>
      rows.filter((row) => row.executiveId === id).map(({ executiveId: _, ...row }) => row);
    return {
      requests: own(requests).map((row) => ({ ...row, dueOn: row.dueOn && dayOfColumn(row.dueOn) })),
      recurring: own(recurring),
      dates: own(dates).map((row) => ({ ...row, on: dayOfColumn(row.on) })),
    };
  };
}

async function loadItems(ctx: PublicCtx, handoverIds: readonly string[]): Promise<Map<string, KnownItem[]>> {
  const rows = await ctx.db.handoverItem.findMany({
    where: { handoverId: { in: [...handoverIds] }, sourceId: { not: null } },
    select: {
      ...ITEM_CONTENT,
      handoverId: true,
      dismissedAt: true,
    },
  });
  const byHandover = new Map<string, KnownItem[]>();
  for (const { handoverId, sourceId, on, editedAt, dismissedAt, ...row } of rows) {
    const item = {
      ...row,
      sourceId: sourceId ?? "",
      on: on && dayOfColumn(on),
      isEdited: editedAt !== null,
      isDismissed: dismissedAt !== null,
    };
    byHandover.set(handoverId, [...(byHandover.get(handoverId) ?? []), item]);
  }
  return byHandover;
}
