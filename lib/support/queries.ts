import "server-only";
import { listUserIdsNamed } from "@/lib/accounts/queries-names";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { type Cursor, pageOf } from "@/lib/cursor";
import { NotFoundError } from "@/lib/errors";
import { poolsShown } from "@/lib/pools/queries-members";
import { dayOfColumn, dayToDate, isDay } from "@/lib/time/day";
import type { Prisma } from "@/prisma/generated/client/client";
import { canSeeSupport } from "./policy";
import type { ListSupportAssignmentsInput, SupportAssignmentView } from "./schema";

const PERSON = { select: { poolId: true, user: { select: { name: true } } } } as const;

const SUPPORT = {
  id: true,
  executiveId: true,
  assistantId: true,
  role: true,
  rank: true,
  dutyIds: true,
  fromOn: true,
  toOn: true,
  version: true,
  executive: PERSON,
  assistant: PERSON,
} satisfies Prisma.SupportAssignmentSelect;

type SupportRow = Prisma.SupportAssignmentGetPayload<{ select: typeof SUPPORT }>;

function supportView({ executive, assistant, fromOn, toOn, ...row }: SupportRow): SupportAssignmentView {
  return {
    ...row,
    executiveName: executive.user.name,
    assistantName: assistant.user.name,
    from: dayOfColumn(fromOn),
    to: toOn && dayOfColumn(toOn),
  };
}

function after(cursor: Cursor | undefined): Prisma.SupportAssignmentWhereInput {
  if (!cursor || !isDay(cursor.key)) return {};
  const fromOn = dayToDate(cursor.key);
  return { OR: [{ fromOn: { lt: fromOn } }, { fromOn, id: { lt: cursor.id } }] };
}

async function ofPeopleNamed(
  ctx: Ctx<Manager>,
  q: string | undefined,
): Promise<Prisma.SupportAssignmentWhereInput> {
  if (!q) return {};
  const userId = { in: await listUserIdsNamed(ctx, q) };
  return { OR: [{ executive: { userId } }, { assistant: { userId } }] };
}

/** Support of or by the people of the manager's pools, past and future included, the latest to begin first. */
export async function listSupportAssignments(
  ctx: Ctx<Manager>,
  { q, executiveId, assistantId, poolId, cursor, limit }: ListSupportAssignmentsInput,
): Promise<{ items: SupportAssignmentView[]; nextCursor: string | null }> {
  const pool = { poolId: { in: poolsShown(ctx, poolId) } };
  const rows = await ctx.db.supportAssignment.findMany({
    where: {
      executiveId,
      assistantId,
      AND: [{ OR: [{ executive: pool }, { assistant: pool }] }, await ofPeopleNamed(ctx, q), after(cursor)],
    },
    select: SUPPORT,
    orderBy: [{ fromOn: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  return pageOf(rows, limit, (row) => ({ key: dayOfColumn(row.fromOn), id: row.id }), supportView);
}

/** One support assignment the manager may know of; any other is not found. */
export async function requireSupportAssignment(
  ctx: Ctx<Manager>,
  id: string,
): Promise<SupportAssignmentView> {
  const row = await ctx.db.supportAssignment.findUnique({ where: { id }, select: SUPPORT });
  if (!row || !canSeeSupport(ctx.actor, row)) throw new NotFoundError("support_assignment");
  return supportView(row);
}
