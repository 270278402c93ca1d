import "server-only";
import type { PublicCtx } from "@/lib/context";
import type { ToldRow } from "./rules-facts";

type Row = Omit<ToldRow, "seq"> & { seq: bigint };

/** The number of the audit log's last row; 0 where there is none. */
export async function readAuditHead({ db }: PublicCtx): Promise<number> {
  const [row] = await db.$queryRaw<{ seq: bigint }[]>`
    SELECT seq FROM audit_events ORDER BY seq DESC LIMIT 1`;
  return Number(row?.seq ?? 0);
}

/** The rows of the audit log after a number, in the order in which their transactions ended; so many at most. */
export async function readRowsAfter({ db }: PublicCtx, seq: number, most: number): Promise<ToldRow[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT seq, actor_id AS "actorId", action, entity_type AS "entityType", entity_id AS "entityId",
      data->>'executiveId' AS "executiveId",
      coalesce(data->>'assistantId', data->>'coverAssistantId', data->>'assigneeId') AS "assistantId",
      data->>'poolId' AS "poolId", data->>'handoverId' AS "handoverId", data->>'from' AS "from", data->>'to' AS "to"
    FROM audit_events WHERE seq > ${seq} ORDER BY seq LIMIT ${most}`;
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}
