import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx, PublicCtx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canDecideRequisition, canHireFor } from "@/lib/hiring/policy";
import { dayOfColumn } from "@/lib/time/day";
import type { Prisma } from "@/prisma/generated/client/client";
import { type EvidenceView, type RequisitionView, StoredFigures, StoredProfile } from "./schema";

const MOST = 200;
const MOST_EVIDENCE = 10;

const REQUISITION = {
  id: true,
  poolId: true,
  title: true,
  places: true,
  ftePercent: true,
  wantedOn: true,
  reason: true,
  profile: true,
  status: true,
  decisionReason: true,
  requestedById: true,
  createdAt: true,
  openedAt: true,
  version: true,
  pool: { select: { name: true, timeZone: true, managers: { select: { userId: true } } } },
  requestedBy: { select: { name: true } },
  decidedBy: { select: { name: true } },
  executives: {
    select: { executive: { select: { id: true, user: { select: { name: true } } } } },
    orderBy: { executiveId: "asc" },
  },
} as const satisfies Prisma.RequisitionSelect;

/** A requisition as its verbs see it. */
export type RequisitionRow = Prisma.RequisitionGetPayload<{ select: typeof REQUISITION }>;

/** One requisition of a pool the manager leads; any other is not found. */
export async function readRequisition(ctx: Ctx<Manager>, id: string): Promise<RequisitionRow> {
  const row = await ctx.db.requisition.findUnique({ where: { id }, select: REQUISITION });
  if (!row || !canHireFor(ctx.actor, row)) throw new NotFoundError("requisition");
  return row;
}

function requisitionView({ actor }: Ctx<Manager>, row: RequisitionRow): RequisitionView {
  const { pool, profile, requestedBy, decidedBy, requestedById, executives, ...plain } = row;
  return {
    ...plain,
    ...StoredProfile.parse(profile),
    pool: pool.name,
    timeZone: pool.timeZone,
    wantedOn: row.wantedOn && dayOfColumn(row.wantedOn),
    executives: executives.map(({ executive }) => ({ id: executive.id, name: executive.user.name })),
    requestedBy: requestedBy.name,
    decidedBy: decidedBy?.name ?? null,
    createdAt: row.createdAt.toISOString(),
    openedAt: row.openedAt?.toISOString() ?? null,
    canDecide: canDecideRequisition(actor, {
      poolId: row.poolId,
      requestedById,
      managerIds: managerIdsOf(row),
    }),
  };
}

/** Who leads the pool of a requisition. */
export function managerIdsOf({ pool }: RequisitionRow): string[] {
  return pool.managers.map(({ userId }) => userId);
}

const ORDER = ["pending", "open", "on_hold", "draft", "rejected", "filled", "cancelled"];

/** The requisitions of the manager's pools: those that wait first, those that are over last. */
export async function listRequisitions(ctx: Ctx<Manager>): Promise<RequisitionView[]> {
  const rows = await ctx.db.requisition.findMany({
    where: { poolId: { in: [...ctx.actor.managedPoolIds] } },
    select: REQUISITION,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST,
  });
  return rows
    .map((row) => requisitionView(ctx, row))
    .sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
}

/** One requisition of the manager's pools; any other is not found. */
export async function requireRequisition(ctx: Ctx<Manager>, id: string): Promise<RequisitionView> {
  return requisitionView(ctx, await readRequisition(ctx, id));
}

/** What was worked out for a requisition, the last first. */
export async function listEvidence(ctx: Ctx<Manager>, id: string): Promise<EvidenceView[]> {
  const { poolId } = await ctx.db.requisition.findUniqueOrThrow({ where: { id }, select: { poolId: true } });
  if (!canHireFor(ctx.actor, { poolId })) throw new NotFoundError("requisition");
  const rows = await ctx.db.requisitionEvidence.findMany({
    where: { requisitionId: id },
    select: { id: true, at: true, figures: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: MOST_EVIDENCE,
  });
  return rows.map(({ id: evidenceId, at, figures }) => ({
    id: evidenceId,
    at: at.toISOString(),
    ...StoredFigures.parse(figures),
  }));
}

/** The names of those who carried cover, by their id. */
export async function namesOfCarriers(
  { db }: PublicCtx,
  evidence: readonly EvidenceView[],
): Promise<Map<string, string>> {
  const ids = new Set(evidence.flatMap(({ carriers }) => carriers.map(({ assistantId }) => assistantId)));
  const rows = await db.assistant.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, user: { select: { name: true } } },
  });
  return new Map(rows.map(({ id, user }) => [id, user.name]));
}

/** What several executives of a pool ask for, for the profile of a new requisition. */
export async function readAsked({ db }: PublicCtx, poolId: string, executiveIds: readonly string[]) {
  const rows = await db.executive.findMany({
    where: { id: { in: [...executiveIds] }, poolId },
    select: {
      id: true,
      _count: { select: { supportHours: true } },
      dutyRequirements: { select: { dutyId: true, minutesPerDay: true, minProficiency: true } },
      languages: { select: { language: true, level: true } },
    },
    orderBy: { id: "asc" },
  });
  return rows.map(({ _count, dutyRequirements, languages }) => ({
    daysPerWeek: _count.supportHours,
    requirements: dutyRequirements,
    languages,
  }));
}
