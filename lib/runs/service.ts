import "server-only";
import { randomUUID } from "node:crypto";
import type { Person } from "@/lib/actor";
import type { Ctx, PublicCtx, SystemCtx } from "@/lib/context";
import { log, logFailure } from "@/lib/log";
import { getRunById } from "./queries";
import { HEARTBEAT_SECONDS, type Run, type RunKind, SILENT_SECONDS } from "./rules";

/** What a run does: it ends early when the signal says so, with the best so far or by throwing. */
export type RunWork<P, R> = (run: {
  id: string;
  signal: AbortSignal;
  report: (progress: P) => void;
}) => Promise<R>;

type LocalRun = { stop: AbortController; ended: Promise<void> };

// On globalThis, so that a bundle loaded twice or reloaded in development knows the same runs.
const shared = globalThis as { standbyRuns?: Map<string, LocalRun> };
shared.standbyRuns ??= new Map();
const localRuns = shared.standbyRuns;

/**
 * Begins work about a key in this process and returns the run's id at once; where such a run goes on already, in whichever
 * process, that one's id. Its progress is written once a second, its result at its end.
 */
export async function startRun<P, R>(
  ctx: Ctx<Person>,
  kind: RunKind<P, R>,
  { key, first }: { key: string; first?: P },
  work: RunWork<P, R>,
): Promise<string> {
  const { db } = ctx;
  await db.$executeRaw`
    UPDATE runs SET status = 'failed', ended_at = now()
    WHERE kind = ${kind.name} AND key = ${key} AND status = 'running'
      AND heartbeat_at < now() - make_interval(secs => ${SILENT_SECONDS})`;
  const [begun] = await db.$queryRaw<{ id: string }[]>`
    INSERT INTO runs (id, kind, key, asked_by_id, progress)
    VALUES (${randomUUID()}::uuid, ${kind.name}, ${key}, ${ctx.actor.userId}::uuid, ${jsonOf(first)}::jsonb)
    ON CONFLICT (kind, key) WHERE status = 'running' DO NOTHING RETURNING id`;
  if (begun) {
    goOn(db, kind, begun.id, first ?? null, work);
    return begun.id;
  }
  const [other] = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM runs WHERE kind = ${kind.name} AND key = ${key} ORDER BY created_at DESC LIMIT 1`;
  return other?.id ?? startRun(ctx, kind, { key, ...(first === undefined ? {} : { first }) }, work);
}

function goOn<P, R>(
  db: PublicCtx["db"],
  kind: RunKind<P, R>,
  id: string,
  first: P | null,
  work: RunWork<P, R>,
): void {
  const stop = new AbortController();
  let progress = first;
  const heartbeat = setInterval(() => {
    beat(db, id, progress).then(
      (mayGoOn) => mayGoOn || stop.abort(),
      () => stop.abort(),
    );
  }, HEARTBEAT_SECONDS * 1_000);
  heartbeat.unref();
  const report = (news: P) => {
    progress = news;
  };
  const ended = work({ id, signal: stop.signal, report })
    .then((result) => endRun(db, id, stop.signal.aborted ? "stopped" : "done", result))
    .catch((error: unknown) => {
      if (!stop.signal.aborted) logFailure(error, { reference: id, where: `run ${kind.name}` });
      return endRun(db, id, stop.signal.aborted ? "stopped" : "failed", null);
    })
    .catch((error: unknown) =>
      log().warn({ run: id, name: (error as Error).name }, "a run's end was not written"),
    )
    .finally(() => {
      clearInterval(heartbeat);
      localRuns.delete(id);
    });
  localRuns.set(id, { stop, ended });
}

async function beat<P>(db: PublicCtx["db"], id: string, progress: P | null): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    UPDATE runs SET heartbeat_at = now(), progress = ${jsonOf(progress)}::jsonb
    WHERE id = ${id}::uuid AND status = 'running' AND stop_asked_at IS NULL RETURNING id`;
  return rows.length > 0;
}

async function endRun(
  db: PublicCtx["db"],
  id: string,
  status: Run<unknown, unknown>["status"],
  result: unknown,
): Promise<void> {
  await db.$executeRaw`
    UPDATE runs SET status = ${status}::run_status, result = ${jsonOf(result)}::jsonb, ended_at = now(), heartbeat_at = now()
    WHERE id = ${id}::uuid AND status = 'running'`;
}

/** Waits for the end of a run for so many milliseconds at most, wherever it goes on, and says how it stands. */
export async function waitForRun<P, R>(
  ctx: Pick<PublicCtx, "db">,
  kind: RunKind<P, R>,
  id: string,
  waitMs: number,
): Promise<Run<P, R> | null> {
  const local = localRuns.get(id);
  if (local) await Promise.race([local.ended, pause(waitMs)]);
  const until = performance.now() + (local ? 0 : waitMs);
  for (;;) {
    const run = await getRunById(ctx, kind, id);
    if (run?.status !== "running" || performance.now() >= until) return run;
    await pause(Math.min(250, until - performance.now()));
  }
}

/** Asks a run to stop: at once in this process, within a second in another. One whose process has gone ends here. */
export async function stopRun({ db }: Pick<PublicCtx, "db">, id: string): Promise<void> {
  const isHere = localRuns.has(id);
  await db.$executeRaw`
    UPDATE runs SET stop_asked_at = now(),
      status = CASE WHEN ${isHere} OR heartbeat_at >= now() - make_interval(secs => ${SILENT_SECONDS})
        THEN status ELSE 'stopped'::run_status END,
      ended_at = CASE WHEN ${isHere} OR heartbeat_at >= now() - make_interval(secs => ${SILENT_SECONDS})
        THEN ended_at ELSE now() END
    WHERE id = ${id}::uuid AND status = 'running' AND stop_asked_at IS NULL`;
  localRuns.get(id)?.stop.abort();
}

/** Puts another result in the place of one that a run has left; false where that one has been changed or forgotten since. */
export async function changeResult<R extends { version: number }>(
  { db }: Pick<PublicCtx, "db">,
  id: string,
  readVersion: number,
  result: R,
): Promise<boolean> {
  const count = await db.$executeRaw`
    UPDATE runs SET result = ${jsonOf(result)}::jsonb
    WHERE id = ${id}::uuid AND status <> 'running' AND coalesce((result->>'version')::int, 1) = ${readVersion}`;
  return count > 0;
}

/** Forgets a run that has ended, so that the same question is worked out anew. */
export async function forgetRun({ db }: Pick<PublicCtx, "db">, id: string): Promise<void> {
  await db.run.deleteMany({ where: { id, status: { not: "running" } } });
}

/** Deletes runs that ended a day ago, or have given no sign of life for as long. */
export async function forgetEndedRuns({ db, now }: SystemCtx): Promise<void> {
  const before = new Date(now.getTime() - 86_400_000);
  await db.run.deleteMany({ where: { OR: [{ endedAt: { lt: before } }, { heartbeatAt: { lt: before } }] } });
}

/** Resolves when no run of this process goes on, for those who must not leave one behind. */
export async function settleRuns(): Promise<void> {
  while (localRuns.size > 0) await Promise.all([...localRuns.values()].map((run) => run.ended));
}

function jsonOf(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
