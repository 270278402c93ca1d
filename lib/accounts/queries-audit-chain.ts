import "server-only";
import type { PublicCtx, SystemCtx } from "@/lib/context";
import { log } from "@/lib/log";
import { Prisma } from "@/prisma/generated/client/client";

/** The checksum a row of the audit log must have, in the same words as chain_audit_event() in the first migration. */
export const WRITTEN_HASH = Prisma.sql`encode(sha256(convert_to(concat_ws(E'\x1f', e.prev_hash, e.seq,
  to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS'), coalesce(e.actor_id::text, ''), e.action,
  e.entity_type, e.entity_id, e.data::text), 'UTF8')), 'hex')`;

const ROWS_AT_ONCE = 20_000;

/** The whole audit log as its chain says it: how many rows, the last one's number and checksum, and where it first breaks. */
export type AuditChain = {
  rows: number;
  head: { seq: string; hash: string } | null;
  brokenAt: string | null;
};

type Stretch = { rows: bigint; lastSeq: bigint | null; lastHash: string | null; brokenAt: bigint | null };

/** Computes every row's place in the chain anew, from the first to the last. */
export async function verifyAuditChain({ db }: PublicCtx): Promise<AuditChain> {
  let [rows, seq, hash] = [0, 0n, ""];
  let brokenAt: bigint | null = null;
  for (;;) {
    const [stretch] = await db.$queryRaw<Stretch[]>`
      WITH checked AS (
        SELECT e.seq, e.hash, e.hash = ${WRITTEN_HASH}
          AND e.prev_hash = coalesce(lag(e.hash) OVER (ORDER BY e.seq), ${hash}) AS fits
        FROM (SELECT * FROM audit_events WHERE seq > ${seq} ORDER BY seq LIMIT ${ROWS_AT_ONCE}) e)
      SELECT count(*) AS rows, max(seq) AS "lastSeq", min(seq) FILTER (WHERE NOT fits) AS "brokenAt",
        (SELECT hash FROM checked ORDER BY seq DESC LIMIT 1) AS "lastHash"
      FROM checked`;
    if (!stretch || stretch.lastSeq === null) break;
    rows += Number(stretch.rows);
    [seq, hash] = [stretch.lastSeq, stretch.lastHash ?? ""];
    brokenAt ??= stretch.brokenAt;
  }
  const head = rows === 0 ? null : { seq: String(seq), hash };
  return { rows, head, brokenAt: brokenAt === null ? null : String(brokenAt) };
}

/** Verifies the audit log and writes its head to the log of the process, outside the database, so that a cut tail shows. */
export async function anchorAuditChain(ctx: SystemCtx): Promise<void> {
  const chain = await verifyAuditChain(ctx);
  if (chain.brokenAt === null) log().info({ audit: chain }, "the audit log is whole");
  else log().error({ audit: chain }, "the audit log is broken");
}
