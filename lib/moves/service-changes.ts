import "server-only";
import { BY_FACT } from "@/lib/audit-catalogue";
import type { Ctx, PublicCtx, SystemCtx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { type AuditedRecord, getLastChange } from "@/lib/last-change";
import { type Refusal, refuse } from "@/lib/result";

type Read = { version?: number | undefined };

const MOST_CHANGES = 20;

/**
 * Refuses a change of a record that is no longer the version that was read, and says which version it is, what was done since
 * and which of its fields differ; a record that is gone is not found.
 */
export async function refuseChanged(
  ctx: Ctx | SystemCtx,
  record: AuditedRecord,
  read: Read,
  current: { version: number; status?: string } | null,
): Promise<Refusal<"changed_since_read">> {
  if (!current) throw new NotFoundError(record.entityType);
  const [since, by] = await Promise.all([
    changesSince(ctx, record, current.version - (read.version ?? current.version)),
    getLastChange(ctx, record),
  ]);
  return refuse("changed_since_read", { details: { ...current, ...since, ...by } });
}

/** What the audit log knows of a record's last changes: what was done, the first of them first, and the fields that differ by them. */
async function changesSince(
  { db }: Pick<PublicCtx, "db">,
  { entityType, id }: AuditedRecord,
  count: number,
): Promise<{ actions: string[]; fields: string[] }> {
  if (count <= 0) return { actions: [], fields: [] };
  const rows = await db.auditEvent.findMany({
    where: { entityType, entityId: id },
    orderBy: { seq: "desc" },
    take: Math.min(count, MOST_CHANGES) + 1,
    select: { action: true, data: true },
  });
  const [now, before] = [rows[0]?.data, rows[count]?.data];
  return {
    actions: rows
      .slice(0, count)
      .map(({ action }) => action)
      .reverse(),
    fields: isFields(now) && isFields(before) ? differingFields(before, now) : [],
  };
}

function isFields(data: unknown): data is Record<string, unknown> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

function differingFields(before: Record<string, unknown>, now: Record<string, unknown>): string[] {
  return Object.keys(now).filter(
    (name) =>
      name !== BY_FACT && name in before && JSON.stringify(before[name]) !== JSON.stringify(now[name]),
  );
}
