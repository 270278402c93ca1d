import "server-only";
import type { Administrator } from "@/lib/actor";
import { audit } from "@/lib/audit";
import type { Ctx } from "@/lib/context";
import { csvLine, csvOf } from "@/lib/csv";
import { refusalUnlessProven } from "@/lib/proof";
import { ok, type Result } from "@/lib/result";
import { accountAudit } from "./audit";
import { type AuditReader, listAuditEvents } from "./queries-audit";
import type { AuditEventView, ListAuditInput } from "./schema-audit";

const AT_ONCE = 1_000;
export const MOST_AUDIT_ROWS = 100_000;

/** How the file says what it holds: its headings, and the cells of an event. */
export type AuditFileWords = {
  headings: readonly string[];
  cellsOf: (event: AuditEventView) => readonly string[];
  separator: string;
};

/** Whether the actor may take the log out now; refuses whoever has not shown lately that it is they. */
export async function allowAuditFile(ctx: Ctx<Administrator>): Promise<Result<null, "proof_needed">> {
  return refusalUnlessProven(ctx) ?? ok(null);
}

/**
 * The audit log as lines of a CSV file, newest first, at most 100,000 of them, a thousand read at a time; that it was taken out is
 * itself a row. Refuses whoever has not shown lately that it is they.
 */
export async function exportAuditLog(
  ctx: Ctx<Administrator>,
  filter: Omit<ListAuditInput, "limit" | "cursor">,
  { headings, cellsOf, separator }: AuditFileWords,
  reader: AuditReader,
): Promise<Result<AsyncGenerator<string>, "proof_needed">> {
  const unproven = refusalUnlessProven(ctx);
  if (unproven) return unproven;
  await audit(ctx, accountAudit("audit_log.exported", ctx.actor.userId));
  async function* lines() {
    yield csvOf([headings], separator);
    let cursor: string | undefined;
    for (let rows = 0; rows < MOST_AUDIT_ROWS; rows += AT_ONCE) {
      const page = await listAuditEvents(ctx, { ...filter, cursor, limit: AT_ONCE }, reader);
      yield page.items.map((event) => csvLine(cellsOf(event), separator)).join("");
      if (page.nextCursor === null) return;
      cursor = page.nextCursor;
    }
  }
  return ok(lines());
}
