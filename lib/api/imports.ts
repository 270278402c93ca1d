import "server-only";
import { z } from "zod";
import {
  IMPORT_FILES,
  type ImportFault,
  ImportReport,
  type OfficeFiles,
  PoolDefaults,
} from "@/lib/imports/schema";
import { importOffice } from "@/lib/imports/service";
import { ApiError } from "./api-error";
import { managerApi } from "./base";
import { requireValue } from "./refusals";

const LARGEST_IMPORT_BYTES = 20 * 1024 * 1024;

const CsvFile = z.union([z.file(), z.string()]).optional();

const ImportInput = z.object({
  query: z.strictObject({
    dryRun: z.enum(["true", "false"]).default("false"),
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
    .meta({ access: "manager", maxBodyBytes: LARGEST_IMPORT_BYTES })
    .route({
      method: "POST",
      path: "/imports",
      inputStructure: "detailed",
      summary: "Import an office",
      description:
        "Reads any of four CSV files, all of them or nothing; a dry run only tells what would change and what is at fault.",
    })
    .input(ImportInput)
    .output(ImportReport)
    .handler(async ({ context: { ctx }, input: { query, body } }) => {
      const { dryRun, ...poolDefaults } = query;
      const files = await filesOf(body);
      const report = requireValue(
        await importOffice(ctx, { files, dryRun: dryRun === "true", poolDefaults }),
      );
      if (report.applied || dryRun === "true") return report;
      throw new ApiError(422, "import_has_faults", {
        path: report.faults[0] && placeOf(report.faults[0]),
        details: { faultCount: report.faultCount, files: report.files },
        faults: report.faults.map(({ code, values, ...fault }) => ({
          path: placeOf({ code, values, ...fault }),
          code,
          values,
        })),
      });
    }),
};
