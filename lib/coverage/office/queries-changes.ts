import "server-only";
import type { SystemCtx } from "@/lib/context";
import type { Db } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client/client";

/** What of a database had been committed at an instant. */
export type OfficeMoment = { database: string; snapshot: string };

/** Whom transactions changed after a moment, and the moment at which this was asked. */
export type OfficeChanges = {
  moment: OfficeMoment;
  /** Everybody may be different. */
  isWhole: boolean;
  assistantIds: string[];
  executiveIds: string[];
};

/** One run of one server's database: snapshots of another say nothing of it. */
const DATABASE = Prisma.sql`(SELECT oid FROM pg_database WHERE datname = current_database()) || ' '
  || pg_postmaster_start_time() AS database, pg_current_snapshot()::text AS snapshot`;

/** This moment: what is read from here on is not older. */
export async function readMoment(db: Db): Promise<OfficeMoment> {
  const [moment] = await db.$queryRaw<OfficeMoment[]>`SELECT ${DATABASE}`;
  if (!moment) throw new Error("PostgreSQL has no snapshot");
  return moment;
}

type Kind = "assistant" | "executive" | "office";

/** Who has changed since a moment, in whatever order the transactions ended; within a transaction its own changes too. */
export async function readChangesSince(db: Db, { database, snapshot }: OfficeMoment): Promise<OfficeChanges> {
  const [row] = await db.$queryRaw<(OfficeMoment & { changes: [Kind, string | null][] })[]>`
    SELECT ${DATABASE}, (SELECT coalesce(json_agg(DISTINCT jsonb_build_array(kind, subject_id)), '[]') FROM office_changes
      WHERE transaction_id >= pg_snapshot_xmin(${snapshot}::pg_snapshot)::text::bigint
        AND NOT pg_visible_in_snapshot(transaction_id::text::xid8, ${snapshot}::pg_snapshot)) AS changes`;
  if (!row) throw new Error("PostgreSQL has no snapshot");
  const { changes, ...moment } = row;
  const idsOf = (kind: Kind) => changes.flatMap(([of, id]) => (of === kind && id ? [id] : []));
  return {
    moment,
    isWhole: moment.database !== database || changes.some(([kind]) => kind === "office"),
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
