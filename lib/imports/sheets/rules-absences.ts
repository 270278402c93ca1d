import {
  IMPORTED_ABSENCE_STATUSES,
  type ImportedAbsenceStatus,
  type ImportFault,
} from "@/lib/imports/schema";
import { ok } from "@/lib/result";
import { type HalfDayRange, isForward } from "@/lib/time/half-day";
import { choiceOf, dateOf, emailOf, needed, partOr, textOf } from "./rules-cells";
import { firstLines, type Read, type RowReader, readRows, type Sheet } from "./rules-sheet";

/** An absence as a line of absences.csv says it, first and last half-day included; its type by key or name, in lower case. */
export type AbsenceRow = HalfDayRange & {
  line: number;
  assistantEmail: string;
  type: string;
  status: ImportedAbsenceStatus;
};

const SWEDISH_TYPES: Readonly<Record<string, string>> = {
  semester: "vacation",
  sjuk: "sick",
  sjukdom: "sick",
  föräldraledig: "parental",
  föräldraledighet: "parental",
  vab: "childcare",
  "vård av barn": "childcare",
  utbildning: "training",
  kurs: "training",
  annat: "other",
  övrigt: "other",
  komp: "toil",
  kompledig: "toil",
  kompledighet: "toil",
  tjänstledig: "unpaid",
  tjänstledighet: "unpaid",
};

const OTHER_STATUSES: Readonly<Record<string, ImportedAbsenceStatus>> = {
  ansökt: "requested",
  godkänd: "approved",
  godkänt: "approved",
  beviljad: "approved",
  avbokad: "cancelled",
  avbruten: "cancelled",
  inställd: "cancelled",
  återkallad: "cancelled",
  canceled: "cancelled",
  withdrawn: "cancelled",
};

/** What makes a line of absence the one that is known already. */
export function absenceKey(row: {
  assistantEmail: string;
  type: string;
  from: string;
  fromPart: string;
}): string {
  return [row.assistantEmail, row.type, row.from, row.fromPart].join(" ");
}

/** The absences of a file; refuses an end before the start, and the same absence twice. */
export function parseAbsences(sheet: Sheet): { records: AbsenceRow[]; faults: ImportFault[] } {
  const lines = firstLines();
  return readRows(sheet, (row) => {
    const assistantEmail = row.read("assistant_email", needed(emailOf));
    const type = row.read("type", needed(typeOf));
    const status = row.read("status", needed(choiceOf(IMPORTED_ABSENCE_STATUSES, OTHER_STATUSES)));
    const range = readRange(row);
    if (!assistantEmail || !type || !status || !range) return undefined;
    const record = { line: row.line, assistantEmail, type, status, ...range };
    lines.refuseRepeat(row, "assistant_email", "row_twice", absenceKey(record));
    return record;
  });
}

function typeOf(text: string): Read<string> {
  const word = text.toLowerCase();
  const type = Object.hasOwn(SWEDISH_TYPES, word) ? SWEDISH_TYPES[word] : undefined;
  return type ? ok(type) : textOf(80)(word);
}

function readRange(row: RowReader): HalfDayRange | undefined {
  const from = row.read("from", needed(dateOf));
  const to = row.read("to", needed(dateOf));
  const fromPart = row.read("from_part", partOr("am")) ?? "am";
  const toPart = row.read("to_part", partOr("pm")) ?? "pm";
  if (!from || !to) return undefined;
  const range = { from, fromPart, to, toPart };
  if (isForward(range)) return range;
  row.fault(to < from ? "to" : "to_part", "to_before_from", { from: `${from} ${fromPart}` });
  return undefined;
}
