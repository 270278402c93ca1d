import "server-only";
import { createHash } from "node:crypto";
import type { Person } from "@/lib/actor";
import { type Ctx, inTransaction, type PublicCtx } from "@/lib/context";
import type { RefusalReason } from "@/lib/refusals";
import { ok, type Result, refuse } from "@/lib/result";
import { TIME_LIMITS, type TimeLimits } from "@/lib/time-limits";
import { nameOfKey, openAnswer, sealAnswer } from "./sealed-answer";

/** What was answered: a status and the body as text. */
export type StoredResponse = { status: number; body: string };

/** What to do with a request that carries an idempotency key. */
export type OnceAnswer =
  | ({ outcome: "answered" | "replayed" } & StoredResponse)
  | { outcome: "in_progress" }
  | { outcome: "key_reused" };

/** A request as far as it matters whether another one is the same. */
export type OnceRequest = { key: string; fingerprint: string };

const KEPT_MS = 24 * 3_600_000;

/** One hash over everything that makes two requests the same. */
export function fingerprintOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(createHash("sha256").update(part).digest());
  return hash.digest("hex");
}

/**
 * Does the work of a key at most once a person, for 24 hours: the work and its answer commit together, so no crash can
 * part them. An answer of 400 or more undoes what was written and is kept; a failure (5xx or an error) is not kept. What is
 * kept is read by nobody without the key, which is not kept.
 */
export async function answerOnce(
  ctx: Ctx<Person>,
  request: OnceRequest,
  work: (tx: Ctx<Person>) => Promise<StoredResponse>,
  limits: TimeLimits = TIME_LIMITS.person,
): Promise<OnceAnswer> {
  const once = await inTransaction(
    ctx,
    async (tx): Promise<Once> => {
      if (!(await holdsKey(tx, request.key))) return { outcome: "in_progress" };
      const known = await getAnswer(tx, request);
      if (known) return known;
      const answer = await work(tx);
      if (answer.status >= 400) return { ok: false, answer };
      await keepAnswer(tx, request, answer);
      return { outcome: "answered", ...answer };
    },
    limits,
  );
  if ("outcome" in once) return once;
  if (once.answer.status < 500) await keepAnswer(ctx, request, once.answer);
  return { outcome: "answered", ...once.answer };
}

/** What became of a form: done now, or sent before under the same key, with the trace that was kept of it. */
export type DoneOnce<T> = { isRepeat: false; value: T } | { isRepeat: true; trace: string };

/**
 * Does the work of a form at most once a person, for 24 hours; a repeat waits for the first. Of the answer only the trace is
 * kept, never its words. A refusal is not kept: it wrote nothing, and the next try may find another state.
 */
export async function doOnce<C extends Ctx<Person>, T, R extends RefusalReason>(
  ctx: C,
  request: OnceRequest,
  work: (tx: C) => Promise<Result<T, R>>,
  traceOf: (value: T) => string,
): Promise<Result<DoneOnce<T>, R | "sent_already">> {
  return inTransaction(ctx, async (tx): Promise<Result<DoneOnce<T>, R | "sent_already">> => {
    await tx.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${lockOf(tx, request.key)}, 0))`;
    const known = await getAnswer(tx, request);
    if (known?.outcome === "replayed") return ok({ isRepeat: true, trace: known.body });
    if (known) return refuse("sent_already");
    const result = await work(tx);
    if (!result.ok) return result;
    await keepAnswer(tx, request, { status: 200, body: traceOf(result.value) });
    return ok({ isRepeat: false, value: result.value });
  });
}

/** Deletes answers that are kept long enough. */
export async function forgetExpiredAnswers({ db, now }: PublicCtx): Promise<void> {
  await db.idempotencyKey.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - KEPT_MS) } } });
}

/** An answer of 400 or more is a refusal to the transaction, which undoes what was written. */
type Once = OnceAnswer | { ok: false; answer: StoredResponse };

async function holdsKey(tx: Ctx, key: string): Promise<boolean> {
  const rows = await tx.db.$queryRaw<{ held: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${lockOf(tx, key)}, 0)) AS held`;
  return rows[0]?.held ?? false;
}

function lockOf({ actor }: Ctx<Person>, key: string): string {
  return `idempotency ${actor.userId} ${key}`;
}

async function getAnswer(tx: Ctx, { key, fingerprint }: OnceRequest): Promise<OnceAnswer | null> {
  const row = await tx.db.idempotencyKey.findUnique({
    where: { userId_key: { userId: tx.actor.userId, key: nameOfKey(key) } },
  });
  if (!row || row.responseStatus === null || tx.now.getTime() - row.createdAt.getTime() > KEPT_MS)
    return null;
  if (row.requestHash !== fingerprintOf(key, fingerprint)) return { outcome: "key_reused" };
  const body = row.responseBody === null ? "" : openAnswer(key, row.responseBody);
  return { outcome: "replayed", status: row.responseStatus, body };
}

async function keepAnswer(
  ctx: Ctx,
  { key, fingerprint }: OnceRequest,
  answer: StoredResponse,
): Promise<void> {
  const { userId } = ctx.actor;
  const expired = new Date(ctx.now.getTime() - KEPT_MS);
  await ctx.db.idempotencyKey.deleteMany({ where: { userId, createdAt: { lt: expired } } });
  await ctx.db.idempotencyKey.createMany({
    data: {
      userId,
      key: nameOfKey(key),
      requestHash: fingerprintOf(key, fingerprint),
      responseStatus: answer.status,
      responseBody: sealAnswer(key, answer.body),
      createdAt: ctx.now,
    },
    skipDuplicates: true,
  });
}
