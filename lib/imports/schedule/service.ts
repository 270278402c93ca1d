import "server-only";
import type { Manager } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import {
  type ImportFault,
  type ImportScheduleInput,
  MOST_FAULTS_SHOWN,
  SCHEDULE_FILES,
  type ScheduleFile,
  type ScheduleImportReport,
} from "@/lib/imports/schema";
import { readSheet } from "@/lib/imports/sheets/queries-csv";
import { faultAt, type Sheet } from "@/lib/imports/sheets/rules-sheet";
import { ok, type Result, refuse } from "@/lib/result";
import { TIME_LIMITS } from "@/lib/time-limits";
import { type KnownSchedule, loadKnownSchedule } from "./queries";
import type { RowsOutcome } from "./rules-outcome";
import { parseDemand, parsePatterns, parseShifts } from "./rules-rows";
import { applyDemand } from "./service-demand";
import { applyPatterns } from "./service-patterns";
import { applyShifts } from "./service-shifts";

const MOST_MEGABYTES = 2;

/**
 * Takes in files of a schedule: rows that are wrong are left out and named, the others go on. What is there already changes nothing,
 * and nothing is deleted. A dry run does it too and takes it back.
 */
export async function importSchedule(
  ctx: Ctx<Manager>,
  { files, dryRun }: ImportScheduleInput,
): Promise<Result<ScheduleImportReport, "no_files">> {
  if (SCHEDULE_FILES.every((file) => files[file] === undefined)) return refuse("no_files");
  const { report } = await inTransaction(ctx, (tx) => importFiles(tx, files, dryRun), TIME_LIMITS.batch);
  return ok(report);
}

async function importFiles(
  tx: Ctx<Manager>,
  files: ImportScheduleInput["files"],
  dryRun: boolean,
): Promise<{ ok: boolean; report: ScheduleImportReport }> {
  const known = await loadKnownSchedule(tx);
  const report: ScheduleImportReport = {
    applied: !dryRun,
    files: {},
    changeCount: 0,
    faultCount: 0,
    faults: [],
  };
  for (const file of SCHEDULE_FILES) {
    const content = files[file];
    if (content === undefined) continue;
    const { rows, faults, ...counts } = await importFile(tx, known, file, content);
    const wrong = new Set(faults.map(({ line }) => line)).size;
    report.files[file] = { rows, ...counts, wrong };
    report.changeCount += counts.created + counts.updated;
    report.faultCount += faults.length;
    report.faults.push(...faults.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)));
  }
  report.faults = report.faults.slice(0, MOST_FAULTS_SHOWN);
  return { ok: !dryRun, report };
}

async function importFile(
  tx: Ctx<Manager>,
  known: KnownSchedule,
  file: ScheduleFile,
  content: Uint8Array | string,
): Promise<RowsOutcome & { rows: number }> {
  const nothing = { created: 0, updated: 0, unchanged: 0 };
  if (content.length > MOST_MEGABYTES * 1024 * 1024)
    return { ...nothing, rows: 0, faults: [faultAt({ file }, "too_large", { megabytes: MOST_MEGABYTES })] };
  const { sheet, faults } = readSheet(file, content);
  if (!sheet) return { ...nothing, rows: 0, faults };
  const done = await applySheet(tx, known, sheet, faults);
  return { ...done, rows: sheet.rows.length, faults: [...faults, ...done.faults] };
}

async function applySheet(
  tx: Ctx<Manager>,
  known: KnownSchedule,
  sheet: Sheet,
  before: readonly ImportFault[],
): Promise<RowsOutcome> {
  if (sheet.file === "patterns") {
    const { records, faults } = parsePatterns(sheet);
    const wrongLines = [...before, ...faults].flatMap(({ line }) => line ?? []);
    return withFaults(faults, await applyPatterns(tx, known, records, wrongLines));
  }
  if (sheet.file === "shifts") {
    const { records, faults } = parseShifts(sheet);
    return withFaults(faults, await applyShifts(tx, known, records));
  }
  const { records, faults } = parseDemand(sheet);
  return withFaults(faults, await applyDemand(tx, known, records));
}

function withFaults(faults: readonly ImportFault[], outcome: RowsOutcome): RowsOutcome {
  return { ...outcome, faults: [...faults, ...outcome.faults] };
}
