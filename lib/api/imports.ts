import "server-only";
import { z } from "zod";
import type { Locale } from "@/lib/i18n/locales";
import { OfficeTables } from "@/lib/imports/export/schema";
import { exportTables } from "@/lib/imports/export/service";
import {
  IMPORT_FILES,
  ImportFault,
  ImportReport,
  ImportWarning,
  type OfficeFiles,
  PoolDefaults,
} from "@/lib/imports/schema";
import { importOffice } from "@/lib/imports/service";
import { listImports } from "@/lib/imports/undo/queries";
import { ImportView, UndoImportInput, UndoReport } from "@/lib/imports/undo/schema";
import { undoImport } from "@/lib/imports/undo/service";
import { ApiError, type ApiFault } from "./api-error";
import { managerApi } from "./base";
import { pageView } from "./page";
import { requireValue } from "./refusals";
import { wordsOfFault, wordsOfWarning } from "./words";

const LARGEST_IMPORT_BYTES = 20 * 1024 * 1024;

const CsvFile = z.union([z.file(), z.string()]).optional();

const ImportInput = z.object({
  query: z.strictObject({
    dryRun: z.enum(["true", "false"]).default("false"),
    asRequested: z
      .enum(["true", "false"])
      .default("false")
      .meta({ description: "Leave that needs a decision comes in as requested instead of being a fault." }),
    timeZone: PoolDefaults.shape.timeZone,
    holidayRegion: PoolDefaults.shape.holidayRegion,
  }),
  body: z.strictObject({
    assistants: CsvFile,
    executives: CsvFile,
    support: CsvFile,
    absences: CsvFile,
  }),
});

/** The report with words for what is at fault, and for what a reader should look at. */
const ImportAnswer = ImportReport.extend({
  faults: z.array(ImportFault.extend({ message: z.string() })),
  warnings: z.array(ImportWarning.extend({ message: z.string() })),
});

function inWords(report: ImportReport, locale: Locale): z.output<typeof ImportAnswer> {
  return {
    ...report,
    faults: report.faults.map((fault) => ({ ...fault, message: wordsOfFault(faultOf(fault), locale) })),
    warnings: report.warnings.map((warning) => ({ ...warning, message: wordsOfWarning(warning, locale) })),
  };
}

function faultOf(fault: ImportFault): ApiFault {
  return { path: placeOf(fault), code: fault.code, values: fault.values };
}

async function filesOf(body: z.output<typeof ImportInput>["body"]): Promise<OfficeFiles> {
  const files: OfficeFiles = {};
  for (const name of IMPORT_FILES) {
    const content = body[name];
    if (content === undefined) continue;
    files[name] = typeof content === "string" ? content : new Uint8Array(await content.arrayBuffer());
  }
  return files;
}

/** Where a fault is, as "assistants.csv:12:email". */
function placeOf({ file, line, column }: ImportFault): string {
  return [`${file}.csv`, line, column].filter((part) => part !== null).join(":");
}

export const importsApi = {
  create: managerApi
    .meta({
      access: "manager",
      maxBodyBytes: LARGEST_IMPORT_BYTES,
      takesFiles: ["assistants=@assistants.csv", "executives=@executives.csv"],
      isBatch: true,
    })
    .route({
      method: "POST",
      path: "/imports",
      inputStructure: "detailed",
      summary: "Import data",
      description:
        "Reads any of four files (CSV, JSON or a workbook; one workbook may hold a sheet for each), all of them or nothing; a dry run only reports changes and faults.",
    })
    .input(ImportInput)
    .output(ImportAnswer)
    .handler(async ({ context: { ctx, locale }, input: { query, body } }) => {
      const { dryRun, asRequested, ...poolDefaults } = query;
      const files = await filesOf(body);
      const report = requireValue(
        await importOffice(ctx, {
          files,
          dryRun: dryRun === "true",
          poolDefaults,
          asRequested: asRequested === "true",
        }),
      );
      if (report.applied || dryRun === "true") return inWords(report, locale);
      const faults = report.faults.map(faultOf);
      throw new ApiError(422, "import_has_faults", {
        path: faults[0]?.path,
        details: { faultCount: report.faultCount, files: report.files },
        faults,
      });
    }),

  list: managerApi
    .route({
      method: "GET",
      path: "/imports",
      summary: "List my imports",
      description: "Those of the last fourteen days, which can be undone, always one page.",
    })
    .input(z.strictObject({}))
    .output(pageView(ImportView))
    .handler(async ({ context: { ctx } }) => ({ items: await listImports(ctx), nextCursor: null })),

  undo: managerApi
    .meta({ access: "manager", isBatch: true, example: { dryRun: true } })
    .route({
      method: "POST",
      path: "/imports/{id}/undo",
      summary: "Undo an import",
      description:
        "What it made goes and what it changed is as before, once and within fourteen days. What was changed since, or is in use, stays and is named. A dry run only reports.",
    })
    .input(UndoImportInput)
    .output(UndoReport)
    .handler(async ({ context: { ctx }, input }) => requireValue(await undoImport(ctx, input))),
};

export const exportsApi = {
  create: managerApi
    .meta({ access: "manager", isBatch: true })
    .route({
      method: "POST",
      path: "/exports",
      summary: "Export data",
      description:
        "The people of the caller's pools with their support and absences, in the columns that an import reads, and what has been: hours away, past absences, covers, shifts, requests, handovers, training and changes of levels.",
    })
    .output(z.strictObject({ tables: OfficeTables }))
    .handler(async ({ context: { ctx } }) => {
      const sheets = requireValue(await exportTables(ctx, "json"));
      return { tables: Object.fromEntries(sheets.map(({ table, rows }) => [table, [...rows]])) };
    }),
};
