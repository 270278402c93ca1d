import "server-only";
import type { Manager, Person } from "@/lib/actor";
import type { Ctx, PublicCtx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { requireFileBytes, type ServedFile } from "@/lib/files/queries";
import { canHireFor } from "@/lib/hiring/policy";
import { hashOfSecret } from "@/lib/secrets";
import type { Prisma } from "@/prisma/generated/client/client";
import { daysIn, keptMonths, STAGES, UNDO_MS } from "./rules";
import { type ApplicationCardView, type ApplicationView, StoredAnswers, StoredDraft } from "./schema";

const MOST = 500;
const MOST_STEPS = 100;

const CARD = {
  id: true,
  status: true,
  receivedAt: true,
  movedAt: true,
  heldWhy: true,
  fileId: true,
  candidate: { select: { name: true } },
} as const satisfies Prisma.ApplicationSelect;

const WHOLE = {
  ...CARD,
  requisitionId: true,
  candidateId: true,
  letter: true,
  answers: true,
  via: true,
  endedAt: true,
  version: true,
  candidate: {
    select: {
      name: true,
      email: true,
      phone: true,
      locale: true,
      _count: { select: { applications: true } },
    },
  },
  requisition: { select: { poolId: true, pool: { select: { holidayRegion: true, timeZone: true } } } },
  adVersion: { select: { texts: true, jobAd: { select: { employer: true, slug: true } } } },
  file: { select: { name: true, kind: true, size: true } },
  steps: {
    select: { action: true, fromStatus: true, toStatus: true, at: true, by: { select: { name: true } } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: MOST_STEPS,
  },
} as const satisfies Prisma.ApplicationSelect;

/** An application as its verbs see it. */
export type ApplicationRow = Prisma.ApplicationGetPayload<{ select: typeof WHOLE }>;

function cardOf(now: Date, row: Prisma.ApplicationGetPayload<{ select: typeof CARD }>): ApplicationCardView {
  return {
    id: row.id,
    name: row.candidate.name,
    status: row.status,
    receivedAt: row.receivedAt.toISOString(),
    daysInStage: daysIn(row.movedAt, now),
    isHeld: row.heldWhy !== null,
    hasResume: row.fileId !== null,
  };
}

/**
 * The applications for a requisition, those that have been longest where they are first; with words, those that hold them in name, address,
 * letter or résumé. A requisition of another pool is not found.
 */
export async function listApplications(
  ctx: Ctx<Manager>,
  requisitionId: string,
  q?: string,
): Promise<ApplicationCardView[]> {
  const requisition = await ctx.db.requisition.findUnique({
    where: { id: requisitionId },
    select: { poolId: true },
  });
  if (!requisition || !canHireFor(ctx.actor, requisition)) throw new NotFoundError("requisition");
  const rows = await ctx.db.application.findMany({
    where: { requisitionId, ...(q && { id: { in: await idsFound(ctx, requisitionId, q) } }) },
    select: CARD,
    orderBy: [{ movedAt: "asc" }, { id: "asc" }],
    take: MOST,
  });
  return rows.map((row) => cardOf(ctx.now, row));
}

/** The applications that hold the words: each begins a word, or is of its stem; a number in any notation. */
async function idsFound({ db }: PublicCtx, requisitionId: string, q: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM applications a
      JOIN candidates c ON c.id = a.candidate_id
      LEFT JOIN resume_texts r ON r.application_id = a.id,
      standby_request_search(${q}) AS search
    WHERE a.requisition_id = ${requisitionId}::uuid AND (r.words @@ search
      OR (standby_text_words(concat_ws(' ', c.name, c.email, a.letter)) || standby_number_words(coalesce(c.phone, ''))) @@ search)
    LIMIT ${MOST}`;
  return rows.map(({ id }) => id);
}

/** One application of a pool the manager leads, for its verbs; any other is not found. */
export async function readApplication(ctx: Ctx<Person>, id: string): Promise<ApplicationRow> {
  const row = await ctx.db.application.findUnique({ where: { id }, select: WHOLE });
  if (!row || !canHireFor(ctx.actor, row.requisition)) throw new NotFoundError("application");
  return row;
}

/** All that is known of an application, for the managers of its pool; for anybody else it is not found. */
export async function requireApplication(ctx: Ctx<Manager>, id: string): Promise<ApplicationView> {
  const row = await readApplication(ctx, id);
  const { candidate, status, endedAt } = row;
  const undoUntil = status === "rejected" && endedAt ? new Date(endedAt.getTime() + UNDO_MS) : null;
  return {
    ...cardOf(ctx.now, row),
    ...{ requisitionId: row.requisitionId, letter: row.letter, via: row.via, heldWhy: row.heldWhy },
    ...{ email: candidate.email, phone: candidate.phone, version: row.version, resume: row.file },
    answers: StoredAnswers.parse(row.answers),
    canUndoUntil: undoUntil && undoUntil > ctx.now ? undoUntil.toISOString() : null,
    steps: row.steps.map(({ action, fromStatus, toStatus, at, by }) => ({
      ...{ action, from: fromStatus, to: toStatus, by: by?.name ?? null, at: at.toISOString() },
    })),
    otherApplications: candidate.name === null ? 0 : candidate._count.applications - 1,
  };
}

/** How many applications nobody has looked at yet, in the pools the manager leads. */
export function countNewApplications({ db, actor }: Ctx<Manager>): Promise<number> {
  return db.application.count({
    where: { status: "received", heldWhy: null, requisition: { poolId: { in: [...actor.managedPoolIds] } } },
  });
}

/** How many are still in it, by requisition. */
export async function countLiveApplications(
  { db }: PublicCtx,
  requisitionIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db.application.groupBy({
    by: ["requisitionId"],
    where: { requisitionId: { in: [...requisitionIds] }, status: { in: [...STAGES] } },
    _count: true,
  });
  return new Map(rows.map(({ requisitionId, _count }) => [requisitionId, _count]));
}

/** The résumé of an application; that it was opened is on the application's line of time. */
export async function requireResume(ctx: Ctx<Person>, id: string): Promise<ServedFile> {
  const { fileId } = await ctx.db.application.findUniqueOrThrow({
    where: { id: (await readApplication(ctx, id)).id },
    select: { fileId: true },
  });
  if (fileId === null) throw new NotFoundError("file");
  await ctx.db.applicationStep.create({
    data: { applicationId: id, action: "opened", byId: ctx.actor.userId, at: ctx.now },
    select: { id: true },
  });
  return requireFileBytes(ctx, fileId);
}

/** The application behind a private link; null for a link that opens nothing. */
export async function findByLink({ db }: PublicCtx, token: string): Promise<ApplicationRow | null> {
  const link = await db.candidateLink.findUnique({
    where: { tokenHash: hashOfSecret(token) },
    select: { application: { select: WHOLE } },
  });
  return link?.application ?? null;
}

/** An application for the mail about it, whoever sends it; null once its candidate was erased. */
export async function findForMail({ db }: PublicCtx, id: string): Promise<ApplicationRow | null> {
  return db.application.findUnique({
    where: { id, candidate: { anonymisedAt: null } },
    select: WHOLE,
  });
}

/** How many months an application for an ad is kept after it ended. */
export async function keptMonthsOfAd({ db }: PublicCtx, jobAdId: string): Promise<number> {
  const { requisition } = await db.jobAd.findUniqueOrThrow({
    where: { id: jobAdId },
    select: { requisition: { select: { pool: { select: { holidayRegion: true } } } } },
  });
  return keptMonths(requisition.pool.holidayRegion);
}

/** What was typed where something was missing, with the name of the file that came with it; null after a day. */
export async function findDraft(
  { db, now }: PublicCtx,
  jobAdId: string,
  id: string,
): Promise<(StoredDraft & { fileName: string | null }) | null> {
  const row = await db.applicationDraft.findUnique({
    where: { id, jobAdId, expiresAt: { gt: now } },
    select: { values: true, file: { select: { name: true } } },
  });
  return row && { ...StoredDraft.parse(row.values), fileName: row.file?.name ?? null };
}
