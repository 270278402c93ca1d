import "server-only";
import PgBoss from "pg-boss";
import type { SystemCtx } from "@/lib/context";
import { logFailure } from "@/lib/log";
import { JOBS, type Job } from "./catalogue";
import { JOB_SCHEMA } from "./names";

const POLL_SECONDS = 15;
const STOP_MS = 5_000;
/** A job that fails is tried again after two seconds, four, eight …: for a minute, in which a busy database has room again. */
const RETRY = { retryLimit: 5, retryDelay: 2, retryBackoff: true };

type Jobs = Record<string, Job>;

/** A running worker: `runNow` puts a job into the queue at once, `stop` lets what runs finish. */
export type JobWorker = { runNow: (name: string) => Promise<void>; stop: () => Promise<void> };

/** Runs the jobs of the catalogue when they are due, each once however many nodes there are; failures are logged and tried again. */
export async function startJobs(
  databaseUrl: string,
  makeCtx: () => SystemCtx,
  jobs: Jobs = JOBS,
  pollingIntervalSeconds = POLL_SECONDS,
): Promise<JobWorker> {
  const boss = new PgBoss({ connectionString: databaseUrl, schema: JOB_SCHEMA, migrate: false, max: 2 });
  boss.on("error", (error) => logFailure(error, { reference: "jobs", where: "job queue" }));
  await boss.start();
  for (const [name, job] of Object.entries(jobs)) {
    await boss.schedule(name, job.cron, undefined, { tz: "UTC", ...RETRY });
    await boss.work(name, { pollingIntervalSeconds }, () => runJob(name, job, { ...makeCtx(), by: name }));
  }
  return {
    runNow: async (name) => void (await boss.send(name, {}, RETRY)),
    stop: () => boss.stop({ graceful: true, timeout: STOP_MS }),
  };
}

async function runJob(name: string, job: Job, ctx: SystemCtx): Promise<void> {
  try {
    await job.run(ctx);
  } catch (error) {
    logFailure(error, { reference: name, where: "job" });
    throw error;
  }
}
