import type { ImportFault } from "@/lib/imports/schema";
import { SUPPORT_ROLES, type SupportRole } from "@/lib/support/schema";
import type { Day } from "@/lib/time/day";
import { choiceOf, dateOf, emailOf, needed, optionalDateOf } from "./rules-cells";
import { dutyKeysOf } from "./rules-lists";
import { firstLines, readRows, type Sheet } from "./rules-sheet";

/** Who supports whom, as a line of support.csv says it; without a column of duties, what is known of them stays. */
export type SupportRow = {
  line: number;
  executiveEmail: string;
  assistantEmail: string;
  role: SupportRole;
  from: Day;
  to: Day | null;
  duties?: string[] | undefined;
};

/** What makes a line of support the one that is known already. */
export function supportKey(row: Omit<SupportRow, "line" | "to" | "duties">): string {
  return [row.executiveEmail, row.assistantEmail, row.role, row.from].join(" ");
}

/** The support of a file; refuses an end before the start, and the same support twice. */
export function parseSupport(sheet: Sheet): { records: SupportRow[]; faults: ImportFault[] } {
  const lines = firstLines();
  return readRows(sheet, (row) => {
    const executiveEmail = row.read("executive_email", needed(emailOf));
    const assistantEmail = row.read("assistant_email", needed(emailOf));
    const role = row.read("role", needed(choiceOf(SUPPORT_ROLES)));
    const from = row.read("from", needed(dateOf));
    const to = row.read("to", optionalDateOf);
    const duties = row.read("duties", dutyKeysOf);
    if (from && to && to < from) row.fault("to", "to_before_from", { from });
    if (!executiveEmail || !assistantEmail || !role || !from || to === undefined) return undefined;
    const record = { line: row.line, executiveEmail, assistantEmail, role, from, to, duties };
    lines.refuseRepeat(row, "executive_email", "row_twice", supportKey(record));
    return record;
  });
}
