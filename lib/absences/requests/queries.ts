import "server-only";
import { canSeeAbsence, isOwnAbsence, placeToDecide, type Standing } from "@/lib/absences/deciders/policy";
import { DECIDED_BY, knownTo, ownerOf, standingOf } from "@/lib/absences/deciders/queries";
import type { Assistant, Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { type Cursor, pageOf } from "@/lib/cursor";
import { NotFoundError } from "@/lib/errors";
import { dayFromDate, dayToDate, isDay } from "@/lib/time/day";
import type { HalfDayRange } from "@/lib/time/half-day";
import type { Prisma } from "@/prisma/generated/client/client";
import { type Stretch, wholeHalves } from "./rules-stretch";
import {
  type AbsenceView,
  type ListAbsencesInput,
  type ListOwnAbsencesInput,
  WAITING_STATUSES,
} from "./schema";

const ABSENCE = {
  id: true,
  assistantId: true,
  leaveTypeId: true,
  startOn: true,
  startPart: true,
  endOn: true,
  endPart: true,
  startMinute: true,
  endMinute: true,
  status: true,
  cancelFromOn: true,
  cancelFromPart: true,
  note: true,
  decisionNote: true,
  firstDeciderId: true,
  version: true,
  assistant: { select: { ...DECIDED_BY, user: { select: { name: true } } } },
} satisfies Prisma.AbsenceSelect;

type AbsenceRow = Prisma.AbsenceGetPayload<{ select: typeof ABSENCE }>;
type Page = { items: AbsenceView[]; nextCursor: string | null };

type StretchColumns = { startOn: Date; startPart: "am" | "pm"; endOn: Date; endPart: "am" | "pm" };

/** The half-days between a row's start and end columns. */
export function rangeOf(row: StretchColumns): HalfDayRange {
  return {
    from: dayFromDate(row.startOn),
    fromPart: row.startPart,
    to: dayFromDate(row.endOn),
    toPart: row.endPart,
  };
}

/** A range as a row's start and end columns. */
export function stretchColumns({ from, fromPart, to, toPart }: HalfDayRange): StretchColumns {
  return { startOn: dayToDate(from), startPart: fromPart, endOn: dayToDate(to), endPart: toPart };
}

type HourColumns = { startMinute: number | null; endMinute: number | null };

/** The stretch of a row, by half-days or by hours. */
export function stretchOfRow(row: StretchColumns & HourColumns): Stretch {
  const { startMinute, endMinute } = row;
  return { ...wholeHalves(rangeOf(row)), startMinute, endMinute };
}

/** A stretch as a row's columns, hours included. */
export function columnsOfStretch(stretch: Stretch): StretchColumns & HourColumns {
  const { startMinute, endMinute } = stretch;
  return { ...stretchColumns(stretch), startMinute, endMinute };
}

function absenceView(ctx: Ctx, standing: Standing, row: AbsenceRow): AbsenceView {
  const { id, assistantId, status, note, decisionNote, version, cancelFromOn, cancelFromPart } = row;
  return {
    id,
    assistantId,
    assistantName: row.assistant.user.name,
    type: row.leaveTypeId,
    ...stretchOfRow(row),
    status,
    cancelFrom: cancelFromOn && dayFromDate(cancelFromOn),
    cancelFromPart,
    note,
    decisionNote,
    canDecide: isForThem(ctx, standing, row),
    version,
  };
}

function isForThem({ actor }: Ctx, standing: Standing, row: AbsenceRow): boolean {
  if (isOwnAbsence(actor, row)) return false;
  const isSecond = row.status === "provisionally_approved";
  if (isSecond && row.firstDeciderId === actor.userId) return false;
  const owner = ownerOf(row.assistantId, row.assistant);
  return placeToDecide(standing, owner, isSecond ? "second" : "first") !== null;
}

/** The absences of the pools the manager leads and of those they decide on, the earliest first. */
export async function listAbsences(ctx: Ctx<Manager>, input: ListAbsencesInput): Promise<Page> {
  const standing = await standingOf(ctx);
  const { poolId } = input;
  if (poolId && !standing.some((place) => place.poolIds.includes(poolId))) throw new NotFoundError("pool");
  return listPage(ctx, standing, input, "asc", { AND: [knownTo(standing), askedFor(input)] });
}

/** The absences the person may know of, their own and those of pools they lead or decide for, the earliest first. */
export async function listVisibleAbsences(ctx: Ctx, input: ListAbsencesInput): Promise<Page> {
  const standing = await standingOf(ctx);
  const { assistant } = ctx.actor;
  const own = assistant ? [{ assistantId: assistant.id }] : [];
  const where = { AND: [{ OR: [knownTo(standing), ...own] }, askedFor(input)] };
  return listPage(ctx, standing, input, "asc", where);
}

function askedFor(input: ListAbsencesInput): Prisma.AbsenceWhereInput {
  const { poolId, assistantId, status, show, from, to, q } = input;
  return {
    assistantId,
    status: status ?? (show === "waiting" ? { in: [...WAITING_STATUSES] } : undefined),
    ...((q || poolId) && {
      assistant: {
        poolId,
        ...(q && { user: { name: { contains: q, mode: "insensitive" } } }),
      },
    }),
    ...(from && { endOn: { gte: dayToDate(from) } }),
    ...(to && { startOn: { lte: dayToDate(to) } }),
  };
}

/** The assistant's own absences, the latest first. */
export async function listOwnAbsences(ctx: Ctx<Assistant>, input: ListOwnAbsencesInput): Promise<Page> {
  const standing = await standingOf(ctx);
  return listPage(ctx, standing, input, "desc", { assistantId: ctx.actor.assistant.id });
}

async function listPage(
  ctx: Ctx,
  standing: Standing,
  { cursor, limit }: { cursor?: Cursor | undefined; limit: number },
  direction: "asc" | "desc",
  where: Prisma.AbsenceWhereInput,
): Promise<Page> {
  const rows = await ctx.db.absence.findMany({
    where: { AND: [where, after(cursor, direction)] },
    select: ABSENCE,
    orderBy: [{ startOn: direction }, { id: direction }],
    take: limit + 1,
  });
  return pageOf(
    rows,
    limit,
    (row) => ({ key: dayFromDate(row.startOn), id: row.id }),
    (row) => absenceView(ctx, standing, row),
  );
}

function after(cursor: Cursor | undefined, direction: "asc" | "desc"): Prisma.AbsenceWhereInput {
  if (!cursor || !isDay(cursor.key)) return {};
  const startOn = dayToDate(cursor.key);
  return direction === "asc"
    ? { OR: [{ startOn: { gt: startOn } }, { startOn, id: { gt: cursor.id } }] }
    : { OR: [{ startOn: { lt: startOn } }, { startOn, id: { lt: cursor.id } }] };
}

/** One absence of the actor's own, of a pool they lead, or that they decide on; any other is not found. */
export async function requireAbsence(ctx: Ctx, id: string): Promise<AbsenceView> {
  const [row, standing] = [
    await ctx.db.absence.findUnique({ where: { id }, select: ABSENCE }),
    await standingOf(ctx),
  ];
  const owner = row && ownerOf(row.assistantId, row.assistant);
  if (!row || !owner || !canSeeAbsence(ctx.actor, owner, standing)) throw new NotFoundError("absence");
  return absenceView(ctx, standing, row);
}

/** How many absences wait for a decision where the manager decides. */
export async function countRequestedAbsences(ctx: Ctx<Manager>): Promise<number> {
  const waiting = { status: { in: [...WAITING_STATUSES] } };
  return ctx.db.absence.count({ where: { AND: [knownTo(await standingOf(ctx)), waiting] } });
}
