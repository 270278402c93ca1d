import "server-only";
import { listSessionPeople } from "@/lib/auth/session";
import { readAllGrids } from "@/lib/coverage/demand/queries-grid";
import { db } from "@/lib/db";
import { startLiveHere } from "@/lib/live/service-here";
import { logFailure } from "@/lib/log";
import { type JobWorker, startJobs } from "./worker";

const shared = globalThis as { standbyJobs?: Promise<JobWorker | null> };

/** Starts the jobs in this server process, once; a server whose job queue can't be reached serves people all the same. */
export async function runJobsHere(): Promise<void> {
  const url = process.env.DATABASE_URL;
  if (!url || shared.standbyJobs) return;
  shared.standbyJobs = startJobs(url, () => ({ actor: null, db: db(), now: new Date() })).catch((error) => {
    logFailure(error, { reference: "jobs", where: "job queue" });
    return null;
  });
  const worker = await shared.standbyJobs;
  process.once("SIGTERM", () => void worker?.stop());
}

/** Reads every pool's coming weeks in this process, so that nobody who comes first waits for them. */
export async function readGridsHere(): Promise<void> {
  if (!process.env.DATABASE_URL) return;
  await readAllGrids({ db: db(), now: new Date() }).catch((error) =>
    logFailure(error, { reference: "grids", where: "server start" }),
  );
}

/** Tells the pages that are open at this process what others do, on whatever node. */
export async function tellPagesHere(): Promise<void> {
  const url = process.env.DATABASE_URL;
  if (!url) return;
  await startLiveHere({
    url,
    makeCtx: () => ({ db: db(), now: new Date() }),
    readPeople: (sessions) => listSessionPeople(db(), sessions, new Date()),
  });
}
