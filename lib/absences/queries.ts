import "server-only";
import type { Assistant, Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { type Cursor, pageOf } from "@/lib/cursor";
import { NotFoundError } from "@/lib/errors";
import { poolsShown } from "@/lib/pools/members";
import { dayFromDate, dayToDate, isDay } from "@/lib/time/day";
import type { HalfDayRange } from "@/lib/time/half-day";
import type { Prisma } from "@/prisma/generated/client/client";
import { canSeeAbsence } from "./policy";
import type { AbsenceView, LeaveTypeView, ListAbsencesInput, ListOwnAbsencesInput } from "./schema";

const ABSENCE = {
  id: true,
  assistantId: true,
  leaveTypeId: true,
  startOn: true,
  startPart: true,
  endOn: true,
  endPart: true,
  status: true,
  note: true,
  decisionNote: true,
  version: true,
  assistant: { select: { poolId: true, user: { select: { name: true } } } },
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

function absenceView(row: AbsenceRow): AbsenceView {
  const { id, assistantId, status, note, decisionNote, version } = row;
  const { from, fromPart, to, toPart } = rangeOf(row);
  return {
    id,
    assistantId,
    assistantName: row.assistant.user.name,
    type: row.leaveTypeId,
    from,
    fromPart,
    to,
    toPart,
    status,
    note,
    decisionNote,
    version,
  };
}

/** The absences of the manager's pools, the earliest first. */
export function listAbsences(ctx: Ctx<Manager>, input: ListAbsencesInput): Promise<Page> {
  const poolId = { in: poolsShown(ctx, input.poolId) };
  return listPage(ctx, input, "asc", { AND: [{ assistant: { poolId } }, askedFor(input)] });
}

/** The absences the person may know of, their own and those of pools they lead, the earliest first. */
export function listVisibleAbsences(ctx: Ctx, input: ListAbsencesInput): Promise<Page> {
  const { managedPoolIds, assistant } = ctx.actor;
  const own = assistant ? [{ assistantId: assistant.id }] : [];
  const led = { assistant: { poolId: { in: [...managedPoolIds] } } };
  const inPool = input.poolId ? { assistant: { poolId: input.poolId } } : {};
  return listPage(ctx, input, "asc", { AND: [{ OR: [led, ...own] }, inPool, askedFor(input)] });
}

function askedFor({ assistantId, status, from, to, q }: ListAbsencesInput): Prisma.AbsenceWhereInput {
  return {
    assistantId,
    status,
    ...(q && { assistant: { user: { name: { contains: q, mode: "insensitive" } } } }),
    ...(from && { endOn: { gte: dayToDate(from) } }),
    ...(to && { startOn: { lte: dayToDate(to) } }),
  };
}

/** The assistant's own absences, the latest first. */
export function listOwnAbsences(ctx: Ctx<Assistant>, input: ListOwnAbsencesInput): Promise<Page> {
  return listPage(ctx, input, "desc", { assistantId: ctx.actor.assistant.id });
}

async function listPage(
  ctx: Ctx,
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
  return pageOf(rows, limit, (row) => ({ key: dayFromDate(row.startOn), id: row.id }), absenceView);
}

function after(cursor: Cursor | undefined, direction: "asc" | "desc"): Prisma.AbsenceWhereInput {
  if (!cursor || !isDay(cursor.key)) return {};
  const startOn = dayToDate(cursor.key);
  return direction === "asc"
    ? { OR: [{ startOn: { gt: startOn } }, { startOn, id: { gt: cursor.id } }] }
    : { OR: [{ startOn: { lt: startOn } }, { startOn, id: { lt: cursor.id } }] };
}

/** One absence of the actor's own or of a pool they lead; any other is not found. */
export async function requireAbsence(ctx: Ctx, id: string): Promise<AbsenceView> {
  const row = await ctx.db.absence.findUnique({ where: { id }, select: ABSENCE });
  const owner = row && { assistantId: row.assistantId, poolId: row.assistant.poolId };
  if (!row || !owner || !canSeeAbsence(ctx.actor, owner)) throw new NotFoundError("absence");
  return absenceView(row);
}

/** How many absences wait for a decision in the manager's pools. */
export function countRequestedAbsences(ctx: Ctx<Manager>): Promise<number> {
  return ctx.db.absence.count({
    where: { status: "requested", assistant: { poolId: { in: [...ctx.actor.managedPoolIds] } } },
  });
}

/** The types of leave, in their own order. */
export function listLeaveTypes(ctx: Ctx): Promise<LeaveTypeView[]> {
  return ctx.db.leaveType.findMany({
    select: { id: true, nameEn: true, nameSv: true, isReported: true },
    orderBy: [{ sortOrder: "asc" }, { id: "asc" }],
  });
}
