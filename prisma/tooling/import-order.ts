import { open, readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { IMPORT_FILES, LARGEST_FILE_BYTES, type OfficeFiles, PoolDefaults } from "@/lib/imports/schema";

const FILE_NAMES = IMPORT_FILES.map((file) => `${file}.csv`).join(", ");
const USAGE = `npm run import -- --dir FOLDER [--dry-run] [--as-requested] [--as EMAIL] [--time-zone Europe/Stockholm] [--region SE]\nFOLDER holds any of ${FILE_NAMES}.`;

/** The command was given something it can't work with. */
export class UsageError extends Error {}

export type ImportOrder = {
  folder: string;
  isDryRun: boolean;
  /** Leave that needs a decision comes in as requested. */
  asRequested: boolean;
  as: string | undefined;
  poolDefaults: PoolDefaults;
};

/** What the command line asks for. */
export function readOrder(args: string[]): ImportOrder {
  const values = readValues(args);
  if (!values.dir) throw new UsageError(`Say which folder holds the files: ${USAGE}`);
  const poolDefaults = PoolDefaults.safeParse({
    timeZone: values["time-zone"],
    holidayRegion: values.region?.toUpperCase(),
  });
  if (!poolDefaults.success)
    throw new UsageError(
      "--time-zone takes a zone such as Europe/Stockholm, and --region a country such as SE or GB-ENG.",
    );
  return {
    folder: resolve(values.dir),
    isDryRun: values["dry-run"] ?? false,
    asRequested: values["as-requested"] ?? false,
    as: values.as?.trim().toLowerCase(),
    poolDefaults: poolDefaults.data,
  };
}

function readValues(args: string[]) {
  const options = {
    dir: { type: "string" },
    "dry-run": { type: "boolean" },
    "as-requested": { type: "boolean" },
    as: { type: "string" },
    "time-zone": { type: "string" },
    region: { type: "string" },
  } as const;
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}

/** The files of an office in a folder; refuses a folder that has none of them. */
export async function readFolder(folder: string): Promise<OfficeFiles> {
  const names = await readdir(folder).catch(() => {
    throw new UsageError(`There is no folder ${folder} that can be read.`);
  });
  const files: OfficeFiles = {};
  for (const file of IMPORT_FILES) {
    if (names.includes(`${file}.csv`)) files[file] = await readAtMost(join(folder, `${file}.csv`));
  }
  if (Object.keys(files).length === 0) throw new UsageError(`There is none of ${FILE_NAMES} in ${folder}.`);
  return files;
}

/** Reads no more of a file than one byte over the limit, which tells that it is too large. */
async function readAtMost(path: string): Promise<Uint8Array> {
  const unreadable = (error: Error) => {
    throw new UsageError(`${path} can't be read: ${error.message}`);
  };
  const file = await open(path).catch(unreadable);
  try {
    const { size } = await file.stat();
    const buffer = Buffer.alloc(Math.min(size, LARGEST_FILE_BYTES + 1));
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0).catch(unreadable);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
