import "server-only";
import type { Prisma } from "@/prisma/generated/client/client";
import type { Person } from "./actor";
import { openAuditRows, passOnAuditRows, writeAuditRows } from "./audit-rows";
import type { Db } from "./db";
import { sqlStateOf } from "./errors";
import { clientTimeout, setTimeLimits, TIME_LIMITS, type TimeLimits } from "./time-limits";

/** Everything impure a verb or query needs: who asks, the database, the time. */
export type Ctx<A extends Person = Person> = { actor: A; db: Db; now: Date };

/** What a verb has when nobody is signed in: who may do it is for a one-time link to say. */
export type PublicCtx = { db: Db; now: Date };

/**
 * What a job has that no person waits for: it speaks for nobody, so it may do what its own verb is for and no more. `by` is
 * the job's name, or the command line's, for the audit log.
 */
export type SystemCtx = PublicCtx & { actor: null; by?: string };

const SERIALIZATION_FAILURES = new Set(["40001", "40P01"]);
const MAX_ATTEMPTS = 5;
const MAX_WAIT_MS = 10_000;

class Rollback extends Error {
  constructor(readonly answer: unknown) {
    super("rolled back on a refusal");
  }
}

/**
 * Runs read–decide–write in one transaction, as a part of an outer one (a savepoint); retried whole when PostgreSQL asks
 * for it, and ended by PostgreSQL at its limits. A refusal undoes whatever the work wrote before it.
 */
export async function inTransaction<C extends PublicCtx, T>(
  ctx: C,
  work: (ctx: C) => Promise<T>,
  limits: TimeLimits = TIME_LIMITS.person,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await orRollBack(ctx, work, limits);
    } catch (error) {
      if (error instanceof Rollback) return error.answer as T;
      const mayRetry = isOutermost(ctx) && attempt < MAX_ATTEMPTS;
      if (!mayRetry || !SERIALIZATION_FAILURES.has(sqlStateOf(error) ?? "")) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10 * attempt + Math.random() * 40));
    }
  }
}

function orRollBack<C extends PublicCtx, T>(
  ctx: C,
  work: (ctx: C) => Promise<T>,
  limits: TimeLimits,
): Promise<T> {
  const run = async (tx: Prisma.TransactionClient) => {
    openAuditRows(tx);
    if (isOutermost(ctx)) await setTimeLimits(tx, limits);
    const answer = await work({ ...ctx, db: tx });
    if (isRefusal(answer)) throw new Rollback(answer);
    if (isOutermost(ctx)) await writeAuditRows(tx);
    else passOnAuditRows(tx, ctx.db);
    return answer;
  };
  return ctx.db.$transaction(run, { timeout: clientTimeout(limits), maxWait: MAX_WAIT_MS });
}

/** True outside any transaction: within one, Prisma's client offers no more than savepoints. */
export function isOutermost({ db }: PublicCtx): boolean {
  return "$disconnect" in db;
}

function isRefusal(answer: unknown): boolean {
  return typeof answer === "object" && answer !== null && "ok" in answer && answer.ok === false;
}
