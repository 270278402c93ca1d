import "server-only";
import type { SystemCtx } from "@/lib/context";
import type { Db } from "@/lib/db";

/** Whom transactions changed that one snapshot of the database could not see, and the snapshot that sees them. */
export type OfficeChanges = {
  snapshot: string;
  /** Everybody may be different. */
  isWhole: boolean;
  assistantIds: string[];
  executiveIds: string[];
};

type Row = { snapshot: string; changes: ["assistant" | "executive" | "office", string | null][] };

/** The database as it is seen now: what is read from here on is not older. */
export async function readSnapshot(db: Db): Promise<string> {
  const [row] = await db.$queryRaw<{ snapshot: string }[]>`SELECT pg_current_snapshot()::text AS snapshot`;
  if (!row) throw new Error("PostgreSQL has no snapshot");
  return row.snapshot;
}

/** Who has changed since a snapshot, in whatever order the transactions ended; within a transaction its own changes too. */
export async function readChangesSince(db: Db, before: string): Promise<OfficeChanges> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT pg_current_snapshot()::text AS snapshot,
      (SELECT coalesce(json_agg(DISTINCT jsonb_build_array(kind, subject_id)), '[]') FROM office_changes
        WHERE transaction_id >= pg_snapshot_xmin(${before}::pg_snapshot)::text::bigint
          AND NOT pg_visible_in_snapshot(transaction_id::text::xid8, ${before}::pg_snapshot)) AS changes`;
  if (!row) throw new Error("PostgreSQL has no snapshot");
  const idsOf = (kind: Row["changes"][number][0]) =>
    row.changes.flatMap(([of, id]) => (of === kind && id ? [id] : []));
  return {
    snapshot: row.snapshot,
    isWhole: row.changes.some(([kind]) => kind === "office"),
    assistantIds: idsOf("assistant"),
    executiveIds: idsOf("executive"),
  };
}

/** For how long it is known whom transactions changed, in milliseconds. */
export const CHANGES_KNOWN_FOR_MS = 3_600_000;

/** Deletes what is older than any grid that is still kept. */
export async function forgetOfficeChanges({ db, now }: SystemCtx): Promise<void> {
  const before = new Date(now.getTime() - CHANGES_KNOWN_FOR_MS);
  await db.officeChange.deleteMany({ where: { changedAt: { lt: before } } });
}
