import { z } from "zod";
import { declareAudit, forAdministrators } from "@/lib/audit-catalogue";
import { publicText } from "@/lib/facts";
import { EXPORT_TABLES, ExportFormatInput } from "./export/schema";
import { ImportReport } from "./schema";
import { UNDO_KINDS } from "./undo/schema";

/** What the audit log tells of an import: counts, and what it made that had a name only. */
export const importAudit = declareAudit({
  "office.imported": forAdministrators("user", {
    files: ImportReport.shape.files,
    newPools: z.array(publicText("name of a pool")),
    newDuties: z.array(publicText("name of a duty")),
    releasedCovers: z.number().int(),
  }),
  "office.import_undone": forAdministrators("user", {
    gone: z.record(z.enum(UNDO_KINDS), z.number().int()),
    stays: z.number().int(),
  }),
  "office.exported": forAdministrators("user", {
    format: ExportFormatInput,
    rows: z.partialRecord(z.enum(EXPORT_TABLES), z.number().int()),
  }),
});
