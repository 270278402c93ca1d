import "server-only";
import { changesOf, countsOf, type OfficePlan } from "@/lib/imports/plan/rules";
import type { ReadInLanguage } from "./queries-language";
import type { LeaveFindings } from "./queries-leave";
import {
  CSV_FILES,
  type CsvFile,
  IMPORT_FILES,
  type ImportFile,
  type ImportReport,
  MOST_CHANGES_SHOWN,
  MOST_FAULTS_SHOWN,
} from "./schema";

/** What an import did, or would do: whole counts of the lines without a fault, and the first of each list in the order of files and lines. */
export function reportOf(read: ReadInLanguage, plan: OfficePlan, applied: boolean): ImportReport {
  const faults = [...read.faults, ...plan.faults].sort(byPlace);
  const sound = withoutFaultyLines(plan, faults);
  const changes = changesOf(sound);
  const warnings = [...read.warnings, ...plan.warnings].sort(byPlace);
  const counted = IMPORT_FILES.flatMap((file) => {
    const rows = read.rowCounts[file];
    return rows === undefined ? [] : [[file, countsOf(sound[file], rows)] as const];
  });
  return {
    applied,
    files: Object.fromEntries(counted),
    newPools: plan.newPools,
    newDuties: plan.newDuties.map((duty) => duty.id),
    changeCount: changes.length + plan.newPools.length + plan.newDuties.length,
    changes: changes.slice(0, MOST_CHANGES_SHOWN),
    faultCount: faults.length,
    faults: faults.slice(0, MOST_FAULTS_SHOWN),
    warningCount: warnings.length,
    warnings: warnings.slice(0, MOST_FAULTS_SHOWN),
  };
}

/** The plan with what became of its absences under the rules of leave. */
export function withLeave(plan: OfficePlan, { sound, faults, warnings }: LeaveFindings): OfficePlan {
  const byLine = new Map(sound.map((one) => [one.line, one]));
  return {
    ...plan,
    absences: plan.absences.map((one) => byLine.get(one.line) ?? one),
    faults: [...plan.faults, ...faults],
    warnings: [...plan.warnings, ...warnings],
  };
}

/** The lines of a plan that nothing is at fault with. */
export function withoutFaultyLines(plan: OfficePlan, faults: readonly Placed[]): OfficePlan {
  const faulty = new Set(faults.map(({ file, line }) => `${file} ${line}`));
  const isSound = (file: ImportFile) => (planned: { line: number }) => !faulty.has(`${file} ${planned.line}`);
  return {
    ...plan,
    assistants: plan.assistants.filter(isSound("assistants")),
    executives: plan.executives.filter(isSound("executives")),
    support: plan.support.filter(isSound("support")),
    absences: plan.absences.filter(isSound("absences")),
  };
}

type Placed = { file: CsvFile; line: number | null };

function byPlace(a: Placed, b: Placed): number {
  return CSV_FILES.indexOf(a.file) - CSV_FILES.indexOf(b.file) || (a.line ?? 0) - (b.line ?? 0);
}
