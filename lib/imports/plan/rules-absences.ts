import { isApprovedAbsence } from "@/lib/absences/requests/rules";
import { groupedBy } from "@/lib/groups";
import type { ImportFault, ImportWarning } from "@/lib/imports/schema";
import type { AbsenceRow } from "@/lib/imports/sheets/rules-absences";
import { closestTo } from "@/lib/imports/sheets/rules-closest";
import { faultAt } from "@/lib/imports/sheets/rules-sheet";
import type { HalfDayRange } from "@/lib/time/half-day";
import { overlappingPairs } from "@/lib/time/interval";
import { intervalOf, type Stretch, wholeHalves } from "@/lib/time/stretch";
import type { OfficeRows, Planned } from "./rules";
import { knownAbsenceFinder } from "./rules-known-absences";
import { directoryOf } from "./rules-known-people";
import type { KnownAbsence, KnownLeaveType, KnownOffice } from "./rules-office";

/** An absence to write, and what is known of it as yet. */
export type ImportedAbsence = HalfDayRange & {
  assistantEmail: string;
  type: string;
  status: KnownAbsence["status"] | "cancelled";
  known: KnownAbsence | null;
};

type Findings = { faults: ImportFault[]; warnings: ImportWarning[] };
type Claim = AbsenceRow | KnownAbsence;

/**
 * The absences to make, change and cancel. A line with another start or type is a correction of what is known for the same
 * days. Refuses people and types nobody knows, and two absences of one person at a time.
 */
export function planAbsences(
  rows: OfficeRows,
  office: KnownOffice,
  findings: Findings,
): Planned<ImportedAbsence>[] {
  const directory = directoryOf(rows, office);
  const types = leaveTypesByName(office.leaveTypes);
  const absences = (rows.absences ?? []).flatMap((row): AbsenceRow[] => {
    const type = types.get(row.type);
    if (!type) findings.faults.push(unknownType(row, office.leaveTypes));
    if (!directory.hasAssistant(row.assistantEmail)) {
      const { line, assistantEmail: value } = row;
      const place = { file: "absences" as const, line, column: "assistant_email", value };
      findings.faults.push(faultAt(place, "unknown_assistant"));
    }
    return type ? [{ ...row, type: type.id }] : [];
  });
  const knownOf = knownAbsenceFinder(absences, office.absences);
  const matched = new Set(absences.flatMap((row) => knownOf(row)?.id ?? []));
  const others = office.absences.filter((known) => !matched.has(known.id));
  const live = absences.filter((row) => row.status !== "cancelled");
  for (const fault of clashesIn([...live, ...others])) findings.faults.push(fault);
  return absences.flatMap((row) => {
    const known = knownOf(row);
    if (row.status === "cancelled" && !known) return [];
    const isReported = types.get(row.type)?.isReported === true;
    findings.warnings.push(...approvalWarnings(row, known, isReported));
    const status = statusAfter(row, known, isReported);
    return [plannedAbsence(row, status, known, directory.nameOf(row.assistantEmail))];
  });
}

function leaveTypesByName(types: readonly KnownLeaveType[]): Map<string, KnownLeaveType> {
  const namesOf = ({ id, nameEn, nameSv }: KnownLeaveType) => [
    nameSv.toLowerCase(),
    nameEn.toLowerCase(),
    id,
  ];
  return new Map([
    ...types.flatMap((type) => namesOf(type).map((name) => [name, type] as const)),
    ...types.map((type) => [type.id, type] as const),
  ]);
}

function unknownType({ line, type }: AbsenceRow, types: readonly KnownLeaveType[]): ImportFault {
  const names = types.flatMap(({ id, nameEn, nameSv }) => [id, nameEn.toLowerCase(), nameSv.toLowerCase()]);
  const choices = types.map(({ id }) => id).join(", ");
  const closest = closestTo(type, names) ?? "none";
  return faultAt({ file: "absences", line, column: "type", value: type }, "not_a_choice", {
    choices,
    closest,
  });
}

function plannedAbsence(
  { line, status: _, ...row }: AbsenceRow,
  status: ImportedAbsence["status"],
  known: KnownAbsence | null,
  name: string,
): Planned<ImportedAbsence> {
  const isDifferent = (column: "type" | keyof HalfDayRange) =>
    known !== null && known[column] !== row[column];
  const isEnd = status === "cancelled";
  const columns = [
    ...(isDifferent("type") && !isEnd ? ["type"] : []),
    ...(isDifferent("from") && !isEnd ? ["from"] : []),
    ...(isDifferent("fromPart") && !isEnd ? ["from_part"] : []),
    ...(isDifferent("to") && !isEnd ? ["to"] : []),
    ...(isDifferent("toPart") && !isEnd ? ["to_part"] : []),
    ...(known && known.status !== status ? ["status"] : []),
  ];
  const wanted = { ...row, status, known };
  return { line, name, known: known && { id: known.id, version: known.version }, columns, wanted };
}

/** A file can approve what was requested and cancel what is there, and never takes an approval back. */
function statusAfter(
  { status }: AbsenceRow,
  known: KnownAbsence | null,
  isReported: boolean,
): ImportedAbsence["status"] {
  if (status === "cancelled") return status;
  if (known && isApprovedAbsence(known.status)) return known.status;
  return isReported || status === "approved" ? "approved" : (known?.status ?? status);
}

function approvalWarnings(row: AbsenceRow, known: KnownAbsence | null, isReported: boolean): ImportWarning[] {
  if (row.status !== "requested") return [];
  if (isReported) return known ? [] : [warningOf(row, "starts_approved")];
  return known && isApprovedAbsence(known.status) ? [warningOf(row, "already_approved")] : [];
}

function warningOf(
  { line, assistantEmail, status }: AbsenceRow,
  code: "starts_approved" | "already_approved",
): ImportWarning {
  const values = { email: assistantEmail };
  return { file: "absences", line, column: "status", value: status, code, values };
}

function clashesIn(claims: readonly Claim[]): ImportFault[] {
  const faults: ImportFault[] = [];
  for (const ofOne of groupedBy(claims, (claim) => claim.assistantEmail).values()) {
    for (const pair of overlappingPairs(ofOne.map(claimedTime))) {
      const [later, earlier] = pair.map((claimed) => claimed.of).sort((a, b) => lineOf(b) - lineOf(a));
      if (!later || !earlier || !("line" in later)) continue;
      const place = { file: "absences" as const, line: later.line, column: "from", value: later.from };
      faults.push(
        "line" in earlier
          ? faultAt(place, "absence_overlaps_line", { line: earlier.line })
          : faultAt(place, "absence_overlaps_existing", { from: earlier.from, to: earlier.to }),
      );
    }
  }
  return faults;
}

function claimedTime(claim: Claim) {
  return { ...intervalOf(stretchOfClaim(claim)), of: claim };
}

function stretchOfClaim(claim: HalfDayRange | Stretch): Stretch {
  return "startMinute" in claim ? claim : wholeHalves(claim);
}

function lineOf(claim: Claim): number {
  return "line" in claim ? claim.line : 0;
}
