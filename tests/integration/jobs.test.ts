import pino from "pino";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { inTransaction, type SystemCtx } from "@/lib/context";
import { JOBS } from "@/lib/jobs/catalogue";
import { JOB_NAMES } from "@/lib/jobs/names";
import { forgetExpired } from "@/lib/jobs/retention";
import { type JobWorker, startJobs } from "@/lib/jobs/worker";
import { TIME_LIMITS } from "@/lib/time-limits";
import { MONDAY_MORNING } from "@/tests/support/contexts";
import { testDatabaseUrl, testDb } from "@/tests/support/database";

const system = (): SystemCtx => ({ actor: null, db: testDb(), now: MONDAY_MORNING });
const workers: JobWorker[] = [];

async function startCounting(run: () => Promise<void>): Promise<JobWorker> {
  const jobs = { "forget-expired": { cron: "17 3 * * *", run } };
  const worker = await startJobs(testDatabaseUrl, system, jobs, 0.5);
  workers.push(worker);
  return worker;
}

// The queue compares this machine's clock with the database's.
beforeEach(() => void vi.useRealTimers());

afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.stop();
});

describe("the job queue", () => {
  it("has a queue for every job of the catalogue", () => {
    expect(Object.keys(JOBS).sort()).toEqual([...JOB_NAMES].sort());
  });

  it("runs a job that is due once, though two nodes wait for it", async () => {
    let runs = 0;
    const count = async () => void runs++;
    const worker = await startCounting(count);
    await startCounting(count);
    await worker.runNow("forget-expired");
    await expect.poll(() => runs, { timeout: 10_000 }).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(runs).toBe(1);
  });
});

describe("a job whose transaction PostgreSQL ended for standing idle", () => {
  const shared = globalThis as { standbyLog?: pino.Logger };
  const usual = shared.standbyLog;
  afterEach(() => {
    shared.standbyLog = usual;
  });

  it("is tried again until it goes through, and is logged as busy, not as unexpected", async () => {
    const lines: string[] = [];
    shared.standbyLog = pino({}, { write: (line: string) => void lines.push(line) });
    let runs = 0;
    const worker = await startCounting(async () => {
      runs++;
      if (runs === 1) await endIdleTransaction();
    });
    await worker.runNow("forget-expired");
    await expect.poll(() => runs, { timeout: 15_000 }).toBe(2);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 40, where: "job", msg: "the database was busy or away", fault: { sqlState: "25P03" } },
    ]);
  });

  function endIdleTransaction(): Promise<void> {
    const limits = { ...TIME_LIMITS.person, idle: 100 };
    return inTransaction(
      system(),
      async ({ db }) => {
        await new Promise((resolve) => setTimeout(resolve, 400));
        await db.user.count();
      },
      limits,
    );
  }
});

describe("retention", () => {
  it("forgets sessions that ended a month ago, and keeps those that did not", async () => {
    const db = testDb();
    const user = await db.user.create({ data: { email: "old@x.example", name: "Old" } });
    const ended = (days: number) => new Date(MONDAY_MORNING.getTime() - days * 86_400_000);
    await db.session.createMany({
      data: [31, 29, -1].map((days) => ({
        idHash: `ended ${days} days ago`,
        userId: user.id,
        lastSeenAt: ended(days),
        expiresAt: ended(days),
      })),
    });
    await forgetExpired(system());
    const left = await db.session.findMany({ orderBy: { expiresAt: "asc" }, select: { idHash: true } });
    expect(left.map(({ idHash }) => idHash)).toEqual(["ended 29 days ago", "ended -1 days ago"]);
  });
});
