import "server-only";
import type { Prisma } from "@/prisma/generated/client/client";

type Row = Prisma.AuditEventCreateManyInput;

/** The rows of each transaction that is under way, by its client. */
const collected = new WeakMap<object, Row[]>();

/** Opens the list of a transaction's audit rows, before its work begins. */
export function openAuditRows(tx: object): void {
  collected.set(tx, []);
}

/** Keeps rows for the end of their transaction. */
export function addAuditRows(tx: object, rows: readonly Row[]): void {
  const kept = collected.get(tx);
  if (!kept) throw new Error("An audit row needs a transaction that inTransaction has opened.");
  kept.push(...rows);
}

/** Hands the rows of an inner transaction to the outer one; those of an inner one that was undone are never handed on. */
export function passOnAuditRows(inner: object, outer: object): void {
  addAuditRows(outer, collected.get(inner) ?? []);
}

/**
 * Writes all rows of a transaction as its last statement. Its trigger takes the lock of the chain, so that the lock is
 * held for a moment only and the numbers follow the order of commit.
 */
export async function writeAuditRows(tx: Prisma.TransactionClient): Promise<void> {
  const rows = collected.get(tx) ?? [];
  if (rows.length > 0) await tx.auditEvent.createMany({ data: rows });
}
