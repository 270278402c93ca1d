import "server-only";
import type { Assistant, Executive, Manager, Person } from "@/lib/actor";
import type { Ctx, PublicCtx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { type Day, dayOfColumn } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { Prisma } from "@/prisma/generated/client/client";
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

/** The first and the last day of a trial. */
export function daysOfTrial({ fromOn, toOn }: Pick<TrialRow, "fromOn" | "toOn">) {
  return { from: dayOfColumn(fromOn), to: dayOfColumn(toOn) };
}

/** The day it is where a trial is. */
export function todayOfTrial(ctx: PublicCtx, { executive }: TrialRow): Day {
  return dayIn(executive.pool.timeZone, ctx.now);
}

/** Which of the two the actor is in a trial; null for neither. */
export function sideIn({ actor }: Ctx, row: Pick<TrialRow, "assistantId" | "executiveId">) {
  if (actor.assistant?.id === row.assistantId) return "assistant" as const;
  return actor.executive?.id === row.executiveId ? ("executive" as const) : null;
}

type ViewRow = Pick<
  TrialRow,
  | "id"
  | "executiveId"
  | "assistantId"
  | "fromOn"
  | "toOn"
  | "status"
  | "assistantYesAt"
  | "executiveYesAt"
  | "version"
> & {
  executive: string;
  assistant: string;
  poolId: string;
  timeZone: string;
  checkIns: (Omit<TrialView["checkIns"][number], "saidAt"> & { saidAt: string })[];
};

function viewFor(ctx: Ctx, row: ViewRow): TrialView {
  const { fromOn, toOn, status, timeZone, assistantYesAt, executiveYesAt, checkIns, ...shown } = row;
  const trial = { status, ...daysOfTrial({ fromOn, toOn }) };
  const today = dayIn(timeZone, ctx.now);
  const side = sideIn(ctx, row);
  const phase = trialPhase(trial, today);
  const isOpen = (side === "assistant" ? assistantYesAt : executiveYesAt) === null;
  const moment = side && momentOpen(trial, today);
  const isLeader = side === null && canManagePool(ctx.actor, row.poolId);
  const days = trialCheckInDays(trial);
  return {
    ...{ ...shown, from: trial.from, to: trial.to, phase },
    ...{ halfwayOn: days.halfway, endingOn: days.ending },
    awaitsMe: side !== null && phase === "proposed" && isOpen,
    checkIn: checkIns.some((one) => one.side === side && one.moment === moment) ? null : moment,
    checkIns: checkIns
      .filter((one) => isLeader || one.side === side)
      .map(({ saidAt, ...one }) => ({ ...one, saidAt: new Date(saidAt).toISOString() })),
  };
}

/** Trials with both names and what was said of them, in one statement; `t` is the trial, `e` and `a` are the two. */
async function listViews(ctx: Ctx, where: Prisma.Sql): Promise<TrialView[]> {
  const rows = await ctx.db.$queryRaw<ViewRow[]>`
    SELECT t.id, t.executive_id AS "executiveId", t.assistant_id AS "assistantId", t.from_on AS "fromOn", t.to_on AS "toOn",
      t.status::text, t.assistant_yes_at AS "assistantYesAt", t.executive_yes_at AS "executiveYesAt", t.version,
      eu.name AS executive, au.name AS assistant, e.pool_id AS "poolId", p.time_zone AS "timeZone",
      coalesce((
        SELECT json_agg(json_build_object('side', c.side, 'moment', c.moment, 'rating', c.rating, 'works', c.works,
          'changes', c.changes, 'saidAt', c.said_at) ORDER BY c.moment, c.side)
        FROM trial_check_ins c WHERE c.trial_id = t.id), '[]') AS "checkIns"
    FROM trial_pairings t
      JOIN executives e ON e.id = t.executive_id JOIN users eu ON eu.id = e.user_id JOIN pools p ON p.id = e.pool_id
      JOIN assistants a ON a.id = t.assistant_id JOIN users au ON au.id = a.user_id
    WHERE ${where} ORDER BY t.from_on DESC, t.id DESC LIMIT ${MOST}`;
  return rows.map((row) => viewFor(ctx, row));
}

/** The trials of a pool the manager leads, the latest to begin first; of any other there are none. */
export function listTrials(ctx: Ctx<Manager>, { poolId }: { poolId: string }): Promise<TrialView[]> {
  return canManagePool(ctx.actor, poolId)
    ? listViews(ctx, Prisma.sql`e.pool_id = ${poolId}::uuid`)
    : Promise.resolve([]);
}

/** One's own trials, as an assistant or an executive, those that were never agreed on left out once they are over. */
export async function listOwnTrials(ctx: Ctx<Assistant> | Ctx<Executive>): Promise<TrialView[]> {
  const trials = await listViews(ctx, ownOf(ctx.actor));
  return trials.filter(({ phase }) => phase !== "declined" && phase !== "lapsed");
}

/** Those a person may know of: their own, and of the pools they lead. */
export function listKnownTrials(ctx: Ctx<Person>): Promise<TrialView[]> {
  return listViews(ctx, knownTo(ctx.actor));
}

function ownOf({ assistant, executive }: Pick<Person, "assistant" | "executive">): Prisma.Sql {
  return Prisma.sql`(t.assistant_id = ${assistant?.id ?? null}::uuid OR t.executive_id = ${executive?.id ?? null}::uuid)`;
}

function knownTo(actor: Person): Prisma.Sql {
  return Prisma.sql`(e.pool_id = ANY(${[...actor.managedPoolIds]}::uuid[]) OR ${ownOf(actor)})`;
}

/** One trial that the actor may know of; any other is not found. */
export async function requireTrial(ctx: Ctx<Person>, id: string): Promise<TrialView> {
  const [view] = await listViews(ctx, Prisma.sql`t.id = ${id}::uuid AND ${knownTo(ctx.actor)}`);
  if (!view) throw new NotFoundError("trial");
  return view;
}
