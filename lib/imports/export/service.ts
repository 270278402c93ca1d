import "server-only";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { separatorIn } from "@/lib/csv";
import { importAudit } from "@/lib/imports/audit";
import { makeArchive } from "@/lib/imports/worker/read";
import { refusalUnlessProven } from "@/lib/proof";
import { counterOf, type Limit, spendPoint } from "@/lib/rate-limits";
import { ok, type Result, refuse } from "@/lib/result";
import { dayIn } from "@/lib/time/zone";
import { TIME_LIMITS } from "@/lib/time-limits";
import { readOffice } from "./queries";
import type { ExportFile, ExportFormat, ExportSheet } from "./schema";

const EXPORTS: Limit = { name: "export-office", points: 20, seconds: 900 };

const TYPES: Record<ExportFormat, string> = {
  csv: "application/zip",
  json: "application/zip",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

type ExportRefusal = "proof_needed" | "too_many_tries";

/** Whether the actor may take data out now; refuses whoever has not shown lately that it is they. */
export async function allowExport(ctx: Ctx<Manager>): Promise<Result<null, "proof_needed">> {
  return refusalUnlessProven(ctx) ?? ok(null);
}

/**
 * The tables of the manager's pools, all read at one moment, as an import reads them; the audit log says who took them. Refuses
 * whoever has not shown lately that it is they, and a twenty-first time in a quarter of an hour.
 */
export async function exportTables(
  ctx: Ctx<Manager>,
  format: ExportFormat,
): Promise<Result<ExportSheet[], ExportRefusal>> {
  const unproven = refusalUnlessProven(ctx);
  if (unproven) return unproven;
  if (!(await spendPoint(counterOf(ctx.db, EXPORTS), ctx.actor.userId))) return refuse("too_many_tries");
  const sheets = await inTransaction(
    ctx,
    async (tx) => {
      const read = await readOffice(tx, format === "json" ? "en" : ctx.actor.locale);
      const rows = Object.fromEntries(read.map((sheet) => [sheet.table, sheet.rows.length]));
      await audit(tx, importAudit("office.exported", tx.actor.userId, { format, rows }));
      return read;
    },
    TIME_LIMITS.batch,
  );
  return ok(sheets);
}

/** The same as a file, in the words and with the separators of the actor's language. */
export async function exportOffice(
  ctx: Ctx<Manager>,
  format: ExportFormat,
): Promise<Result<ExportFile, ExportRefusal | "import_too_large">> {
  const sheets = await exportTables(ctx, format);
  if (!sheets.ok) return sheets;
  const separator = separatorIn(ctx.actor.locale);
  const bytes = await makeArchive({ format, sheets: sheets.value, separator });
  if (!bytes.ok) return bytes;
  const extension = format === "xlsx" ? "xlsx" : "zip";
  const name = `standby-${dayIn("UTC", ctx.now)}${format === "xlsx" ? "" : `-${format}`}.${extension}`;
  return ok({ name, type: TYPES[format], bytes: new Uint8Array(bytes.value) });
}
