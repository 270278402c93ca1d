import { z } from "zod";
import { FileCounts, IMPORT_FILES } from "@/lib/imports/schema";

/** So long an import can be taken back. */
export const UNDO_DAYS = 14;

/** What an import makes and changes. */
export const UNDO_KINDS = ["account", "assistant", "executive", "support", "absence"] as const;
export type UndoKind = (typeof UNDO_KINDS)[number];

/** Why something that an import made or changed stays as it is. */
export const STAYS_BECAUSE = ["changed_since", "in_use", "leave_changed"] as const;
export type StaysBecause = (typeof STAYS_BECAUSE)[number];

/** An import to be taken back; a dry run only says what would become of it. */
export const UndoImportInput = z.strictObject({
  id: z.uuid(),
  dryRun: z.stringbool().or(z.boolean()).default(false),
});
export type UndoImportInput = z.infer<typeof UndoImportInput>;

const Moment = z.string().meta({ format: "date-time" });

/** An import of the last fourteen days. */
export const ImportView = z.strictObject({
  id: z.uuid(),
  at: Moment,
  undoneAt: Moment.nullable(),
  files: z.partialRecord(z.enum(IMPORT_FILES), FileCounts),
});
export type ImportView = z.infer<typeof ImportView>;

export const UndoStay = z.strictObject({
  id: z.uuid(),
  kind: z.enum(UNDO_KINDS),
  name: z.string(),
  because: z.enum(STAYS_BECAUSE),
});
export type UndoStay = z.infer<typeof UndoStay>;

/** What was taken back, or would be: how many records of each kind, and what stays, with the reason. */
export const UndoReport = z.strictObject({
  applied: z.boolean(),
  gone: z.record(z.enum(UNDO_KINDS), z.number().int()),
  stayCount: z.number().int(),
  stays: z.array(UndoStay),
});
export type UndoReport = z.infer<typeof UndoReport>;

export const MOST_STAYS_SHOWN = 200;
