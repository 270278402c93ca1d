import "server-only";
import type { Assistant, Executive, Manager, Person } from "@/lib/actor";
import type { Ctx, PublicCtx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { dayOfColumn } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import type { Prisma } from "@/prisma/generated/client/client";
import { momentOpen, trialCheckInDays, trialPhase } from "./rules";
import type { TrialView } from "./schema";

const MOST = 100;
const PERSON = { select: { userId: true, user: { select: { name: true } } } } as const;

const TRIAL = {
  id: true,
  executiveId: true,
  assistantId: true,
  fromOn: true,
  toOn: true,
  status: true,
  assistantYesAt: true,
  executiveYesAt: true,
  support: true,
  version: true,
  executive: {
    select: { ...PERSON.select, poolId: true, pool: { select: { timeZone: true } } },
  },
  assistant: PERSON,
} as const satisfies Prisma.TrialPairingSelect;

/** A trial as its verbs see it. */
export type TrialRow = Prisma.TrialPairingGetPayload<{ select: typeof TRIAL }>;

/** One trial, whoever asks; an unknown one is not found. */
export async function readTrial({ db }: PublicCtx, id: string): Promise<TrialRow> {
  const row = await db.trialPairing.findUnique({ where: { id }, select: TRIAL });
  if (!row) throw new NotFoundError("trial");
  return row;
}

const WITH_CHECK_INS = {
  ...TRIAL,
  checkIns: {
    select: { side: true, moment: true, rating: true, works: true, changes: true, saidAt: true },
    orderBy: [{ moment: "asc" }, { side: "asc" }],
  },
} as const satisfies Prisma.TrialPairingSelect;

/** Which of the two the actor is in a trial; null for neither. */
export function sideIn({ actor }: Ctx, row: Pick<TrialRow, "assistantId" | "executiveId">) {
  if (actor.assistant?.id === row.assistantId) return "assistant" as const;
  return actor.executive?.id === row.executiveId ? ("executive" as const) : null;
}

function viewFor(ctx: Ctx, row: Prisma.TrialPairingGetPayload<{ select: typeof WITH_CHECK_INS }>): TrialView {
  const { executive, assistant, fromOn, toOn, status } = row;
  const trial = { status, from: dayOfColumn(fromOn), to: dayOfColumn(toOn) };
  const today = dayIn(executive.pool.timeZone, ctx.now);
  const side = sideIn(ctx, row);
  const phase = trialPhase(trial, today);
  const isOpen = side === "assistant" ? row.assistantYesAt === null : row.executiveYesAt === null;
  const moment = side && momentOpen(trial, today);
  const isLeader = side === null && canManagePool(ctx.actor, executive.poolId);
  const days = trialCheckInDays(trial);
  return {
    ...{ id: row.id, executiveId: row.executiveId, assistantId: row.assistantId, version: row.version },
    ...{ executive: executive.user.name, assistant: assistant.user.name, poolId: executive.poolId },
    ...{ from: trial.from, to: trial.to, phase },
    ...{ halfwayOn: days.halfway, endingOn: days.ending },
    awaitsMe: side !== null && phase === "proposed" && isOpen,
    checkIn: row.checkIns.some((one) => one.side === side && one.moment === moment) ? null : moment,
    checkIns: row.checkIns
      .filter((one) => isLeader || one.side === side)
      .map(({ saidAt, ...one }) => ({ ...one, saidAt: saidAt.toISOString() })),
  };
}

async function listViews(ctx: Ctx, where: Prisma.TrialPairingWhereInput): Promise<TrialView[]> {
  const rows = await ctx.db.trialPairing.findMany({
    where,
    select: WITH_CHECK_INS,
    orderBy: [{ fromOn: "desc" }, { id: "desc" }],
    take: MOST,
  });
  return rows.map((row) => viewFor(ctx, row));
}

/** The trials of a pool the manager leads, the latest to begin first; of any other there are none. */
export function listTrials(ctx: Ctx<Manager>, { poolId }: { poolId: string }): Promise<TrialView[]> {
  return canManagePool(ctx.actor, poolId) ? listViews(ctx, { executive: { poolId } }) : Promise.resolve([]);
}

/** One's own trials, as an assistant or an executive, those that were never agreed on left out once they are over. */
export async function listOwnTrials(ctx: Ctx<Assistant> | Ctx<Executive>): Promise<TrialView[]> {
  const trials = await listViews(ctx, { OR: ownOf(ctx.actor) });
  return trials.filter(({ phase }) => phase !== "declined" && phase !== "lapsed");
}

/** Those a person may know of: their own, and of the pools they lead. */
export function listKnownTrials(ctx: Ctx<Person>): Promise<TrialView[]> {
  const led = { executive: { poolId: { in: [...ctx.actor.managedPoolIds] } } };
  return listViews(ctx, { OR: [led, ...ownOf(ctx.actor)] });
}

function ownOf({ assistant, executive }: Pick<Person, "assistant" | "executive">) {
  return [
    ...(assistant ? [{ assistantId: assistant.id }] : []),
    ...(executive ? [{ executiveId: executive.id }] : []),
  ];
}

/** One trial that the actor may know of; any other is not found. */
export async function requireTrial(ctx: Ctx<Person>, id: string): Promise<TrialView> {
  const row = await ctx.db.trialPairing.findUnique({ where: { id }, select: WITH_CHECK_INS });
  if (!row || (!sideIn(ctx, row) && !canManagePool(ctx.actor, row.executive.poolId)))
    throw new NotFoundError("trial");
  return viewFor(ctx, row);
}
