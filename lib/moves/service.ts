import "server-only";
import { audit } from "@/lib/audit";
import type { AuditEntry } from "@/lib/audit-catalogue";
import type { Ctx, SystemCtx } from "@/lib/context";
import { getLastChange } from "@/lib/last-change";
import type { RefusalReason } from "@/lib/refusals";
import { ok, type Result, refuse } from "@/lib/result";
import { Prisma } from "@/prisma/generated/client/client";
import {
  AUDITED_AS,
  type Movable,
  type MovedTable,
  type MoveRefusal,
  type MoveTable,
  refusalOfMove,
  requireStatusAfter,
} from "./rules";
import { refuseChanged } from "./service-changes";

/** What a move has written: the verb's answer, the audit row, and the notices to send after it. */
export type Written<T> = { value: T; audit: AuditEntry; tell?: () => Promise<void> };

/** One move of one row. */
export type Transition<
  S extends string,
  M extends string,
  Row extends Movable<S>,
  T,
  R extends RefusalReason,
> = {
  id: string;
  /** The version that was read by the person who moves it. */
  version: number;
  /** The move, or how the row decides on it. */
  move: M | ((row: Row) => M);
  /** Reads the locked row: not found for those who may not know of it, refused for those who may not move it. */
  read: () => Promise<Result<Row, R>>;
  /** Writes the row with the status that follows and the next version, and its history; refuses before it writes. */
  write: (row: Row, next: Movable<S>, move: M) => Promise<Result<Written<T>, R>>;
};

/**
 * Moves a row from one status to another: locks it, refuses a move its status does not allow or a version that is not the
 * one that was read, then writes row, history, audit row and notices. It runs inside a transaction.
 */
export async function move<
  S extends string,
  M extends string,
  Row extends Movable<S>,
  T,
  R extends RefusalReason = never,
>(
  tx: Ctx | SystemCtx,
  table: MoveTable<S, M>,
  transition: Transition<S, M, Row, T, R>,
): Promise<Result<T, R | MoveRefusal>> {
  await lockRow(tx, table.table, transition.id);
  const read = await transition.read();
  if (!read.ok) return read;
  const row = read.value;
  const chosen = typeof transition.move === "function" ? transition.move(row) : transition.move;
  const refusal = refusalOfMove(table, row, chosen, transition.version);
  const record = { entityType: AUDITED_AS[table.table], id: transition.id };
  if (refusal?.reason === "changed_since_read")
    return refuseChanged(tx, record, transition, { status: row.status, version: row.version });
  if (refusal) {
    const details = { ...refusal.details, ...(await getLastChange(tx, record)) };
    return refuse("not_possible_now", { details });
  }
  const status = requireStatusAfter(table, row.status, chosen);
  const written = await transition.write(row, { status, version: row.version + 1 }, chosen);
  if (!written.ok) return written;
  const { value, audit: entry, tell } = written.value;
  await audit(tx, entry);
  await tell?.();
  return ok(value);
}

/** Makes others who would move the same row wait until the transaction ends; those who only refer to it need not. */
export function lockRow(tx: Ctx | SystemCtx, table: MovedTable, id: string): Promise<void> {
  return lockRows(tx, table, [id]);
}

/** Locks several rows, always in the same order, so that two who lock some of the same wait for each other. */
export async function lockRows(
  tx: Ctx | SystemCtx,
  table: MovedTable,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await tx.db.$queryRaw`
    SELECT id FROM ${Prisma.raw(table)} WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
}
