import "server-only";
import type { Person } from "./actor";
import type { Db } from "./db";
import { sqlStateOf } from "./errors";

/** Everything impure a verb or query needs: who asks, the database, the time. */
export type Ctx<A extends Person = Person> = { actor: A; db: Db; now: Date };

/** What a verb has when nobody is signed in: who may do it is for a one-time link to say. */
export type PublicCtx = { db: Db; now: Date };

/** What a job has that no person waits for: it speaks for nobody, so it may do what its own verb is for and no more. */
export type SystemCtx = PublicCtx & { actor: null };

const SERIALIZATION_FAILURES = new Set(["40001", "40P01"]);
const MAX_ATTEMPTS = 5;
const TRANSACTION_TIMEOUT_MS = 60_000;

/** For work in sets that takes as long as the machine needs: the longest a timer can run, 24 days. */
export const UNLIMITED_MS = 2 ** 31 - 1;

/** Runs read–decide–write in one transaction, joining an outer one; retried whole when PostgreSQL asks for it. */
export async function inTransaction<C extends PublicCtx, T>(
  ctx: C,
  work: (ctx: C) => Promise<T>,
  timeoutMs = TRANSACTION_TIMEOUT_MS,
): Promise<T> {
  const { db } = ctx;
  if (!("$transaction" in db)) return work(ctx);
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.$transaction((tx) => work({ ...ctx, db: tx }), {
        timeout: timeoutMs,
        maxWait: 10_000,
      });
    } catch (error) {
      if (attempt >= MAX_ATTEMPTS || !SERIALIZATION_FAILURES.has(sqlStateOf(error) ?? "")) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10 * attempt + Math.random() * 40));
    }
  }
}

class Rollback extends Error {
  constructor(readonly answer: unknown) {
    super("rolled back on a refusal");
  }
}

/** Like inTransaction, but a refusal undoes whatever was written before it. */
export async function inTransactionOrRefuse<C extends PublicCtx, T extends { ok: boolean }>(
  ctx: C,
  work: (ctx: C) => Promise<T>,
): Promise<T> {
  try {
    return await inTransaction(ctx, async (inner) => {
      const answer = await work(inner);
      if (!answer.ok) throw new Rollback(answer);
      return answer;
    });
  } catch (error) {
    if (error instanceof Rollback) return error.answer as T;
    throw error;
  }
}
