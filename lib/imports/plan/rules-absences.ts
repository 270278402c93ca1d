import { startingStatus } from "@/lib/absences/requests/rules";
import { groupedBy } from "@/lib/groups";
import type { ImportedAbsenceStatus, ImportFault, ImportWarning } from "@/lib/imports/schema";
import { type AbsenceRow, absenceKey } from "@/lib/imports/sheets/rules-absences";
import { faultAt } from "@/lib/imports/sheets/rules-sheet";
import { overlappingPairs } from "@/lib/time/interval";
import { intervalOf, wholeHalves } from "@/lib/time/stretch";
import type { OfficeRows, Planned } from "./rules";
import { directoryOf } from "./rules-known-people";
import type { KnownAbsence, KnownOffice } from "./rules-office";

/** An absence to write; `approves` when it becomes approved by this. */
export type ImportedAbsence = Omit<AbsenceRow, "line" | "status"> & {
  status: KnownAbsence["status"];
  approves: boolean;
};

type Findings = { faults: ImportFault[]; warnings: ImportWarning[] };
type Claim = AbsenceRow | KnownAbsence;

/** The absences to make and change. Refuses people nobody knows, and two absences of one person at a time. */
export function planAbsences(
  rows: OfficeRows,
  office: KnownOffice,
  findings: Findings,
): Planned<ImportedAbsence>[] {
  const absences = rows.absences ?? [];
  const directory = directoryOf(rows, office);
  for (const { line, assistantEmail } of absences) {
    if (directory.hasAssistant(assistantEmail)) continue;
    const place = { file: "absences" as const, line, column: "assistant_email", value: assistantEmail };
    findings.faults.push(faultAt(place, "unknown_assistant"));
  }
  const byKey = new Map(office.absences.map((known) => [absenceKey(known), known]));
  const named = new Set(absences.map(absenceKey));
  const others = office.absences.filter((known) => !named.has(absenceKey(known)));
  for (const fault of clashesIn([...absences, ...others])) findings.faults.push(fault);
  return absences.map((row) => {
    const known = byKey.get(absenceKey(row)) ?? null;
    const isReported = office.reportedTypes.has(row.type);
    if (row.status === "requested" && isReported && !known)
      findings.warnings.push(approvalWarning(row, "starts_approved"));
    if (row.status === "requested" && !isReported && known && isApproved(known.status))
      findings.warnings.push(approvalWarning(row, "already_approved"));
    const status = startingStatus({ isReported }, row.status);
    return plannedAbsence({ ...row, status }, known, directory.nameOf(row.assistantEmail));
  });
}

function plannedAbsence(row: AbsenceRow, known: KnownAbsence | null, name: string): Planned<ImportedAbsence> {
  const { line, ...rest } = row;
  const status = known ? statusAfter(known.status, row.status) : row.status;
  const approves = status === "approved" && known?.status !== "approved";
  const columns = known
    ? [
        ...(known.to === row.to ? [] : ["to"]),
        ...(known.toPart === row.toPart ? [] : ["to_part"]),
        ...(known.status === status ? [] : ["status"]),
      ]
    : [];
  return {
    line,
    name,
    known: known && { id: known.id, version: known.version },
    columns,
    wanted: { ...rest, status, approves },
  };
}

/** A file can approve what was requested, and never takes an approval back. */
function statusAfter(known: KnownAbsence["status"], asked: ImportedAbsenceStatus): KnownAbsence["status"] {
  return asked === "approved" && !isApproved(known) ? "approved" : known;
}

function isApproved(status: KnownAbsence["status"]): boolean {
  return status === "approved" || status === "cancellation_requested";
}

function approvalWarning(
  { line, assistantEmail }: AbsenceRow,
  code: "starts_approved" | "already_approved",
): ImportWarning {
  const values = { email: assistantEmail };
  return { file: "absences", line, column: "status", value: "requested", code, values };
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
  return { ...intervalOf(wholeHalves(claim)), of: claim };
}

function lineOf(claim: Claim): number {
  return "line" in claim ? claim.line : 0;
}
