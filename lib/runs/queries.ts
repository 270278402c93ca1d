import "server-only";
import type { PublicCtx } from "@/lib/context";
import { Prisma } from "@/prisma/generated/client/client";
import { type Run, type RunKind, SILENT_SECONDS } from "./rules";

type RunRow = {
  id: string;
  status: Run<unknown, unknown>["status"];
  is_silent: boolean;
  progress: unknown;
  result: unknown;
  asked_by_id: string;
  stop_asked_at: Date | null;
  ended_seconds_ago: number | null;
};

const MOST_RUNS = 20;

/** The newest run about a key, or null. What an earlier version wrote and this one can't read is as if it weren't there. */
export async function getRun<P, R>(
  { db }: Pick<PublicCtx, "db">,
  kind: RunKind<P, R>,
  key: string,
): Promise<Run<P, R> | null> {
  return readRun(db, kind, Prisma.sql`kind = ${kind.name} AND key = ${key}`);
}

/** The newest runs whose key begins with something, at most twenty; what this version can't read is left out. */
export async function listRuns<P, R>(
  { db }: Pick<PublicCtx, "db">,
  kind: RunKind<P, R>,
  keyStart: string,
): Promise<Run<P, R>[]> {
  const runs = await readRuns(
    db,
    kind,
    Prisma.sql`kind = ${kind.name} AND starts_with(key, ${keyStart})`,
    MOST_RUNS,
  );
  return runs.filter((run) => run !== null);
}

/** One run by its id, or null once it is forgotten. */
export async function getRunById<P, R>(
  { db }: Pick<PublicCtx, "db">,
  kind: RunKind<P, R>,
  id: string,
): Promise<Run<P, R> | null> {
  return readRun(db, kind, Prisma.sql`kind = ${kind.name} AND id = ${id}::uuid`);
}

// The database's clock alone says what is silent: the clocks of two processes may differ.
async function readRun<P, R>(
  db: PublicCtx["db"],
  kind: RunKind<P, R>,
  where: Prisma.Sql,
): Promise<Run<P, R> | null> {
  const [run] = await readRuns(db, kind, where, 1);
  return run ?? null;
}

async function readRuns<P, R>(
  db: PublicCtx["db"],
  kind: RunKind<P, R>,
  where: Prisma.Sql,
  most: number,
): Promise<(Run<P, R> | null)[]> {
  const rows = await db.$queryRaw<RunRow[]>`
    SELECT id, status::text AS status, progress, result, asked_by_id, stop_asked_at,
      extract(epoch FROM now() - ended_at)::float8 AS ended_seconds_ago,
      heartbeat_at < now() - make_interval(secs => ${SILENT_SECONDS}) AS is_silent
    FROM runs WHERE ${where} ORDER BY created_at DESC, id DESC LIMIT ${most}`;
  return rows.map((row) => runOfRow(kind, row));
}

function runOfRow<P, R>(kind: RunKind<P, R>, row: RunRow): Run<P, R> | null {
  const result = row.result === null ? null : kind.result.safeParse(row.result);
  if (result && !result.success) return null;
  return {
    id: row.id,
    status: row.status === "running" && row.is_silent ? "failed" : row.status,
    progress: kind.progress.safeParse(row.progress).data ?? null,
    result: result?.data ?? null,
    askedById: row.asked_by_id,
    isStopAsked: row.stop_asked_at !== null,
    endedSecondsAgo: row.ended_seconds_ago,
  };
}
