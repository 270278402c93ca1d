import type { ImportFault, ImportFaultCode, ScheduleFile } from "@/lib/imports/schema";
import { faultAt } from "@/lib/imports/sheets/rules-sheet";

/** What became of the rows of a file. */
export type RowsOutcome = { created: number; updated: number; unchanged: number; faults: ImportFault[] };

/** Counts what becomes of the rows of a file, and gathers what is wrong with them. */
export function makeOutcome(file: ScheduleFile) {
  const outcome: RowsOutcome = { created: 0, updated: 0, unchanged: 0, faults: [] };
  return {
    outcome,
    count: (kind: "created" | "updated" | "unchanged", rows = 1) => {
      outcome[kind] += rows;
    },
    fault: (
      line: number,
      code: ImportFaultCode,
      place: { column: string; value?: string },
      values: ImportFault["values"] = {},
    ) => {
      outcome.faults.push(faultAt({ file, line, ...place }, code, values));
    },
  };
}
