import "server-only";
import { randomUUID } from "node:crypto";
import type { Person } from "@/lib/actor";
import { type Ctx, inTransaction, type PublicCtx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { refusalUnlessProven } from "@/lib/proof";
import type { RefusalReason } from "@/lib/refusals";
import { type Result, refuse } from "@/lib/result";
import type { Prisma } from "@/prisma/generated/client/client";
import { CaseLocked, openCaseKey } from "./service-sealing";

const CASE = {
  id: true,
  poolId: true,
  status: true,
  topic: true,
  wish: true,
  tier: true,
  concernsOutsider: true,
  wrappedKey: true,
  keyId: true,
  savedAt: true,
  reportedAt: true,
  acknowledgedAt: true,
  triagedAt: true,
  promisedOn: true,
  closedAt: true,
  outcome: true,
  mayKnowLater: true,
  reopenedAt: true,
  version: true,
  pool: { select: { timeZone: true, holidayRegion: true, holidayTypes: true } },
} satisfies Prisma.CaseSelect;

type CaseRow = Prisma.CaseGetPayload<{ select: typeof CASE }>;

/** A conversation as one of its people has it open: its row, the key of its words, and who they are in it. */
export type OpenCase = Omit<CaseRow, "wrappedKey" | "keyId"> & {
  key: Buffer;
  role: "party" | "handler";
  isWriter: boolean;
  code: string;
};

export type OpeningRefusal = "proof_needed" | "conversation_locked";

/** Says to PostgreSQL who asks, until the transaction ends. */
export async function setReader({ db }: PublicCtx, userId: string): Promise<void> {
  await db.$queryRaw`SELECT set_config('app.user_id', ${userId}, true)`;
}

/** Asks PostgreSQL as one person until the transaction ends: row-level security shows their conversations and no other. */
export function asReader<A extends Person, T>(ctx: Ctx<A>, work: (tx: Ctx<A>) => Promise<T>): Promise<T> {
  return inTransaction(ctx, async (tx) => {
    await setReader(tx, tx.actor.userId);
    return work(tx);
  });
}

/**
 * Opens a conversation for one of its people, who has shown lately that it is they. Somebody else's is not found, and neither is one
 * that never was: the same question is asked for both.
 */
export async function inCase<A extends Person, T, R extends RefusalReason>(
  ctx: Ctx<A>,
  caseId: string,
  work: (tx: Ctx<A>, open: OpenCase) => Promise<Result<T, R>>,
): Promise<Result<T, R | OpeningRefusal>> {
  const unproven = refusalUnlessProven(ctx);
  if (unproven) return unproven;
  return asReader(ctx, async (tx): Promise<Result<T, R | OpeningRefusal>> => {
    await tx.db.$queryRaw`SELECT 1 FROM cases WHERE id = ${caseId}::uuid FOR NO KEY UPDATE`;
    const [row, person] = [
      await tx.db.case.findUnique({ where: { id: caseId }, select: CASE }),
      await tx.db.casePerson.findFirst({ where: { caseId, userId: tx.actor.userId, until: null } }),
    ];
    if (!row || !person) throw new NotFoundError("conversation");
    try {
      return await work(tx, openedBy(row, person));
    } catch (error) {
      if (error instanceof CaseLocked) return refuse("conversation_locked");
      throw error;
    }
  });
}

function openedBy(
  { wrappedKey, keyId, ...row }: CaseRow,
  { role, isWriter, code }: Pick<OpenCase, "role" | "isWriter" | "code">,
): OpenCase {
  const key = wrappedKey ? openCaseKey(row.id, { wrappedKey, keyId }) : Buffer.alloc(0);
  return { ...row, key, role, isWriter, code };
}

/** Opens a conversation for whoever handles it; for others it is not found. */
export function asHandler<A extends Person, T, R extends RefusalReason>(
  ctx: Ctx<A>,
  caseId: string,
  work: (tx: Ctx<A>, open: OpenCase) => Promise<Result<T, R>>,
): Promise<Result<T, R | OpeningRefusal>> {
  return inCase(ctx, caseId, (tx, open) => {
    if (open.role !== "handler") throw new NotFoundError("conversation");
    return work(tx, open);
  });
}

/** Opens a conversation for whoever raised it; for others it is not found. */
export function asWriter<A extends Person, T, R extends RefusalReason>(
  ctx: Ctx<A>,
  caseId: string,
  work: (tx: Ctx<A>, open: OpenCase) => Promise<Result<T, R>>,
): Promise<Result<T, R | OpeningRefusal>> {
  return inCase(ctx, caseId, (tx, open) => {
    if (!open.isWriter) throw new NotFoundError("conversation");
    return work(tx, open);
  });
}

/** Writes into the conversation's own journal what was done; the audit log says nothing of it. */
export async function noteInJournal(tx: Ctx, caseId: string, action: string): Promise<void> {
  await tx.db.caseJournal.createMany({
    data: { seq: 0, caseId, at: tx.now, actorId: tx.actor.userId, action, prevHash: "", hash: "" },
  });
}

/** How long a look at a conversation is one and the same. */
const LOOK_LASTS_MS = 10 * 60_000;

/** Notes that the actor looks at a conversation, before anything of it is answered; once in ten minutes. */
export async function noteRead(tx: Ctx, caseId: string, what: string): Promise<void> {
  const { userId } = tx.actor;
  const since = new Date(tx.now.getTime() - LOOK_LASTS_MS);
  const looked = await tx.db.caseRead.count({ where: { caseId, userId, what, at: { gt: since } } });
  if (looked > 0) return;
  await tx.db.caseRead.createMany({ data: { id: randomUUID(), caseId, userId, at: tx.now, what } });
}
