import "server-only";
import { type ActingFor, canSeeAbsence, isOwnAbsence, placeToDecide } from "@/lib/absences/deciders/policy";
import { DECIDED_BY, getActingFor, knownTo, ownerOf } from "@/lib/absences/deciders/queries";
import { listUserIdsNamed } from "@/lib/accounts/queries-names";
import type { Assistant, Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { type Cursor, pageOf } from "@/lib/cursor";
import { NotFoundError } from "@/lib/errors";
import { dayOfColumn, dayToDate, isDay } from "@/lib/time/day";
import { STRETCH_COLUMNS, stretchOfColumns } from "@/lib/time/stretch-columns";
import type { Prisma } from "@/prisma/generated/client/client";
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
  ...STRETCH_COLUMNS,
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

function absenceView(ctx: Ctx, actingFor: ActingFor, row: AbsenceRow): AbsenceView {
  const { id, assistantId, status, note, decisionNote, version, cancelFromOn, cancelFromPart } = row;
  return {
    id,
    assistantId,
    assistantName: row.assistant.user.name,
    type: row.leaveTypeId,
    ...stretchOfColumns(row),
    status,
    cancelFrom: cancelFromOn && dayOfColumn(cancelFromOn),
    cancelFromPart,
    note,
    decisionNote,
    canDecide: isForThem(ctx, actingFor, row),
    version,
  };
}

function isForThem({ actor }: Ctx, actingFor: ActingFor, row: AbsenceRow): boolean {
  if (isOwnAbsence(actor, row)) return false;
  const isSecond = row.status === "provisionally_approved";
  if (isSecond && row.firstDeciderId === actor.userId) return false;
  const owner = ownerOf(row.assistantId, row.assistant);
  return placeToDecide(actingFor, owner, isSecond ? "second" : "first") !== null;
}

/** The absences of the pools the manager leads and of those they decide on, the earliest first. */
export async function listAbsences(ctx: Ctx<Manager>, input: ListAbsencesInput): Promise<Page> {
  const actingFor = await getActingFor(ctx);
  const { poolId } = input;
  if (poolId && !actingFor.some((place) => place.poolIds.includes(poolId))) throw new NotFoundError("pool");
  return listPage(ctx, actingFor, input, "asc", { AND: [knownTo(actingFor), await askedFor(ctx, input)] });
}

/** The absences the person may know of, their own and those of pools they lead or decide for, the earliest first. */
export async function listVisibleAbsences(ctx: Ctx, input: ListAbsencesInput): Promise<Page> {
  const actingFor = await getActingFor(ctx);
  const { assistant } = ctx.actor;
  const own = assistant ? [{ assistantId: assistant.id }] : [];
  const where = { AND: [{ OR: [knownTo(actingFor), ...own] }, await askedFor(ctx, input)] };
  return listPage(ctx, actingFor, input, "asc", where);
}

async function askedFor(ctx: Ctx, input: ListAbsencesInput): Promise<Prisma.AbsenceWhereInput> {
  const { poolId, assistantId, status, show, from, to, q } = input;
  return {
    assistantId,
    status: status ?? (show === "waiting" ? { in: [...WAITING_STATUSES] } : undefined),
    ...((q || poolId) && {
      assistant: {
        poolId,
        ...(q && { userId: { in: await listUserIdsNamed(ctx, q) } }),
      },
    }),
    ...(from && { endOn: { gte: dayToDate(from) } }),
    ...(to && { startOn: { lte: dayToDate(to) } }),
  };
}

/** The assistant's own absences, the latest first. */
export async function listOwnAbsences(ctx: Ctx<Assistant>, input: ListOwnAbsencesInput): Promise<Page> {
  const actingFor = await getActingFor(ctx);
  return listPage(ctx, actingFor, input, "desc", { assistantId: ctx.actor.assistant.id });
}

async function listPage(
  ctx: Ctx,
  actingFor: ActingFor,
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
    (row) => ({ key: dayOfColumn(row.startOn), id: row.id }),
    (row) => absenceView(ctx, actingFor, row),
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
  const [row, actingFor] = [
    await ctx.db.absence.findUnique({ where: { id }, select: ABSENCE }),
    await getActingFor(ctx),
  ];
  const owner = row && ownerOf(row.assistantId, row.assistant);
  if (!row || !owner || !canSeeAbsence(ctx.actor, owner, actingFor)) throw new NotFoundError("absence");
  return absenceView(ctx, actingFor, row);
}

/** How many absences wait for a decision where the manager decides. */
export async function countRequestedAbsences(ctx: Ctx<Manager>): Promise<number> {
  const waiting = { status: { in: [...WAITING_STATUSES] } };
  return ctx.db.absence.count({ where: { AND: [knownTo(await getActingFor(ctx)), waiting] } });
}
