import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { inTransaction } from "@/lib/context";
import type { Db } from "@/lib/db";
import { isBusy, sqlStateOf } from "@/lib/errors";
import { ok, refuse } from "@/lib/result";
import { TIME_LIMITS, type TimeLimits } from "@/lib/time-limits";
import { asOwner, testDb } from "@/tests/support/database";

const LIMIT_MS = 300;
const STALL_MS = 900;
const NOW = new Date("2026-08-17T07:00:00Z");

const userId = randomUUID();
const newUser = (id = randomUUID()) => ({ id, name: "Ada", email: `${id}@standby.example` });
const newToken = () => ({
  name: "phone",
  tokenHash: randomUUID(),
  scopes: ["me:read"],
  createdAt: NOW,
  expiresAt: new Date("2026-11-17T07:00:00Z"),
});
const newSession = () => ({ idHash: randomUUID(), lastSeenAt: NOW, expiresAt: NOW });

beforeEach(async () => {
  const data = { ...newUser(userId), apiTokens: { create: newToken() }, sessions: { create: newSession() } };
  await testDb().user.create({ data });
});

/** Everything these tests write, as it was committed. */
async function committed() {
  const users = await testDb().user.findMany({
    select: { name: true, apiTokens: { select: { name: true } }, sessions: { select: { idHash: true } } },
    orderBy: { id: "asc" },
  });
  return { users, assistants: await testDb().assistant.count() };
}

/** Does work while another connection holds rows that it needs. */
async function whileLocked<T>(lock: string, work: () => Promise<T>): Promise<T> {
  return asOwner(async (owner) => {
    await owner.query("BEGIN");
    await owner.query(lock);
    const done = work();
    await Promise.race([done.catch(() => undefined), pause(STALL_MS)]);
    await pause(STALL_MS);
    await owner.query("COMMIT");
    return done;
  });
}

const LOCK_USER = `SELECT FROM users WHERE id = '${userId}' FOR UPDATE`;
const LOCK_TOKENS = "SELECT FROM api_tokens FOR UPDATE";

const NESTED_WRITES: { what: string; lock: string; write: (db: Db) => Promise<unknown> }[] = [
  {
    what: "a create with a nested create",
    lock: LOCK_USER,
    write: (db) =>
      db.assistant.create({
        data: {
          user: { connect: { id: userId } },
          pool: { create: { name: "North", timeZone: "Europe/Stockholm", holidayRegion: "SE" } },
          languages: { create: { language: "sv", level: "B2" } },
        },
      }),
  },
  {
    what: "an update with nested creates",
    lock: LOCK_USER,
    write: (db) =>
      db.user.update({
        where: { id: userId },
        data: { name: "Bo", apiTokens: { create: newToken() }, sessions: { create: newSession() } },
      }),
  },
  {
    what: "an upsert with a nested create",
    lock: LOCK_USER,
    write: (db) =>
      db.user.upsert({
        where: { id: userId },
        create: newUser(),
        update: { name: "Bo", apiTokens: { create: newToken() } },
      }),
  },
  {
    what: "an update with nested deletes",
    lock: LOCK_USER,
    write: (db) =>
      db.user.update({
        where: { id: userId },
        data: { name: "Bo", apiTokens: { deleteMany: {} }, sessions: { deleteMany: {} } },
      }),
  },
  {
    what: "a delete that cascades",
    lock: LOCK_TOKENS,
    write: async (db) => {
      await db.user.delete({ where: { id: userId } });
      await db.user.create({ data: newUser() });
    },
  },
  {
    what: "a createMany of several statements",
    lock: LOCK_USER,
    write: (db) =>
      db.apiToken.createMany({ data: Array.from({ length: 7_000 }, () => ({ userId, ...newToken() })) }),
  },
];

describe("a transaction that Prisma gives up on", () => {
  it.each(NESTED_WRITES)("commits nothing of $what", async ({ lock, write }) => {
    const before = await committed();
    const failed = whileLocked(lock, () =>
      testDb().$transaction((tx) => write(tx), { timeout: LIMIT_MS, maxWait: 10_000 }),
    );
    await expect(failed).rejects.toThrow();
    await pause(LIMIT_MS);
    expect(await committed()).toEqual(before);
  });

  it("is answered at once, and counts as busy", async () => {
    const started = performance.now();
    const failed = whileLocked(LOCK_USER, async () => {
      const error: unknown = await testDb()
        .$transaction((tx) => tx.user.update({ where: { id: userId }, data: { name: "Bo" } }), {
          timeout: LIMIT_MS,
        })
        .catch((caught: unknown) => caught);
      return { error, ms: performance.now() - started };
    });
    const { error, ms } = await failed;
    expect(ms).toBeLessThan(LIMIT_MS + STALL_MS);
    expect(isBusy(error)).toBe(true);
  });

  it("takes no statement after its end", async () => {
    let late: Promise<unknown> | undefined;
    await testDb().$transaction(async (tx) => {
      late = pause(LIMIT_MS).then(() => tx.user.update({ where: { id: userId }, data: { name: "Bo" } }));
    });
    await expect(late).rejects.toThrow();
    expect((await committed()).users[0]?.name).toBe("Ada");
  });
});

describe("statements of a transaction that Prisma sends together", () => {
  it("reach the driver one after another, in their order", async () => {
    const waiting: number[] = [];
    const query = pg.Client.prototype.query as (...parts: unknown[]) => unknown;
    vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (
      this: pg.Client,
      ...parts: unknown[]
    ) {
      waiting.push((this as unknown as { _queryQueue: unknown[] })._queryQueue.length);
      return query.apply(this, parts) as never;
    });
    const include = { apiTokens: true, sessions: true, managedPools: true, assistant: true };
    const user = await testDb().$transaction((tx) => tx.user.findFirst({ include }));
    expect(user).toMatchObject({ apiTokens: [{ name: "phone" }], sessions: [{}], managedPools: [] });
    expect(waiting.length).toBeGreaterThanOrEqual(5);
    expect(Math.max(...waiting)).toBe(0);
  });
});

describe("the limits of a transaction", () => {
  const ctx = { db: testDb(), now: NOW };
  const failing = (limits: Partial<TimeLimits>, work: (db: Db) => Promise<unknown>) =>
    inTransaction(
      ctx,
      async ({ db }) => {
        await db.user.update({ where: { id: userId }, data: { name: "Bo" } });
        await work(db);
      },
      { ...TIME_LIMITS.person, ...limits },
    ).catch((error: unknown) => error);
  const sleep = (db: Db) => db.$queryRaw`SELECT pg_sleep(1)::text`;
  const touch = async (db: Db) => {
    await pause(STALL_MS);
    await db.user.count();
  };

  it.each([
    { what: "a statement goes on for too long", limits: { statement: 200 }, work: sleep, state: "57014" },
    { what: "the process stands still", limits: { idle: 200 }, work: touch, state: "25P03" },
    { what: "the whole takes too long", limits: { transaction: 200 }, work: touch, state: "25P04" },
    {
      what: "the whole takes too long in a statement",
      limits: { transaction: 200 },
      work: sleep,
      state: "25P04",
    },
  ])("are PostgreSQL's when $what", async ({ limits, work, state }) => {
    const error = await failing(limits, work);
    expect(sqlStateOf(error)).toBe(state);
    expect(isBusy(error)).toBe(true);
    expect((await committed()).users[0]?.name).toBe("Ada");
  });

  it("are PostgreSQL's when a lock is not to be had", async () => {
    const write = (db: Db) => db.apiToken.deleteMany({});
    const error = await whileLocked(LOCK_TOKENS, () => failing({ lock: 200 }, write));
    expect(sqlStateOf(error)).toBe("55P03");
    expect(isBusy(error)).toBe(true);
  });

  it("hold for the transaction only, and others for the connection", async () => {
    const read = async (db: Db) =>
      (
        await db.$queryRaw<{ lock: string; statement: string; whole: string }[]>`
          SELECT current_setting('lock_timeout') AS lock, current_setting('statement_timeout') AS statement,
            current_setting('transaction_timeout') AS whole`
      )[0];
    expect(await inTransaction(ctx, ({ db }) => read(db), TIME_LIMITS.batch)).toEqual({
      lock: "1min",
      statement: "10min",
      whole: "20min",
    });
    expect(await inTransaction(ctx, ({ db }) => read(db))).toEqual({
      lock: "10s",
      statement: "20s",
      whole: "25s",
    });
    expect(await read(testDb())).toEqual({ lock: "10s", statement: "30s", whole: "0" });
  });
});

describe("a transaction that ends in a refusal", () => {
  const ctx = { db: testDb(), now: NOW };
  const rename = (db: Db) => db.user.update({ where: { id: userId }, data: { name: "Bo" } });

  it("undoes what was written before it", async () => {
    const answer = await inTransaction(ctx, async ({ db }) => {
      await rename(db);
      return refuse("changed_since_read");
    });
    expect(answer).toEqual({ ok: false, reason: "changed_since_read" });
    expect((await committed()).users[0]?.name).toBe("Ada");
  });

  it("undoes its own part of an outer one that goes on", async () => {
    await inTransaction(ctx, async (outer) => {
      await outer.db.apiToken.deleteMany({});
      await inTransaction(outer, async ({ db }) => {
        await rename(db);
        return refuse("changed_since_read");
      });
      return ok(null);
    });
    expect((await committed()).users).toMatchObject([{ name: "Ada", apiTokens: [] }]);
  });

  it("keeps the limits of the outer one", async () => {
    const lock = await inTransaction(
      ctx,
      (outer) =>
        inTransaction(outer, async ({ db }) => {
          const rows = await db.$queryRaw<{ lock: string }[]>`SELECT current_setting('lock_timeout') AS lock`;
          return rows[0]?.lock;
        }),
      TIME_LIMITS.batch,
    );
    expect(lock).toBe("1min");
  });
});
