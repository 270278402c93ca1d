import "server-only";
import {
  type CheckedLeave,
  checkLeave,
  type FileLeave,
  type FileLeaveRefusal,
  isDecisionDue,
  type LeaveOptions,
  refusalsOfEnding,
} from "@/lib/absences/requests/queries-sets";
import { isApprovedAbsence } from "@/lib/absences/requests/rules";
import type { AbsenceStatus } from "@/lib/absences/requests/rules-statuses";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { gapsOpenedInTurn } from "@/lib/coverage/leave-cover/queries-gaps";
import { isChange, type OfficePlan, type Planned } from "@/lib/imports/plan/rules";
import type { ImportedAbsence } from "@/lib/imports/plan/rules-absences";
import { faultAt } from "@/lib/imports/sheets/rules-sheet";
import type { Refusal } from "@/lib/result";
import { wholeHalves } from "@/lib/time/stretch";
import { type ImportFault, type ImportWarning, LEAVE_FAULTS, type LeaveFaultCode } from "./schema";

/** An absence of the plan that keeps the rules of leave; without leave it ends. */
export type SoundAbsence = Planned<ImportedAbsence> & { assistantId: string; leave: CheckedLeave | null };

export type LeaveFindings = { sound: SoundAbsence[]; faults: ImportFault[]; warnings: ImportWarning[] };

type Draft = { planned: Planned<ImportedAbsence>; assistantId: string };

/** Holds the absences of a plan against the rules of leave, as far as their assistants are known. */
export async function checkAbsences(
  tx: Ctx<Manager>,
  { absences }: Pick<OfficePlan, "absences">,
  { assistantId, ...options }: { assistantId: (email: string) => string } & LeaveOptions,
): Promise<LeaveFindings> {
  const drafts = absences.filter(isChange).flatMap((planned): Draft[] => {
    const id = assistantId(planned.wanted.assistantEmail);
    return id ? [{ planned, assistantId: id }] : [];
  });
  const ends = drafts.filter(({ planned }) => planned.wanted.status === "cancelled");
  const others = drafts.filter(({ planned }) => planned.wanted.status !== "cancelled");
  const found: LeaveFindings = { sound: [], faults: [], warnings: [] };
  const refused = await refusalsOfEnding(tx, [...new Set(ends.map((one) => one.assistantId))]);
  for (const { planned, assistantId } of ends) {
    const isDecided = planned.wanted.known !== null && isApprovedAbsence(planned.wanted.known.status);
    const refusal = isDecided ? refused.get(assistantId) : undefined;
    if (refusal) found.faults.push(faultOfLeave(planned, refusal));
    else found.sound.push({ ...planned, assistantId, leave: null });
  }
  const verdicts = await checkLeave(tx, others.map(leaveOf), { gapsOpened: gapsOpenedInTurn, ...options });
  others.forEach(({ planned, assistantId }, place) => {
    const verdict = verdicts[place];
    if (!verdict) return;
    if (!verdict.ok) found.faults.push(faultOfLeave(planned, verdict));
    else found.sound.push({ ...asEntered(planned, verdict.value), assistantId, leave: verdict.value });
    if (verdict.ok && verdict.value.due) found.warnings.push(warningOf(planned, "enters_as_requested"));
    if (verdict.ok && verdict.value.isIdle) found.warnings.push(warningOf(planned, "no_working_time"));
  });
  return found;
}

function leaveOf({ planned: { wanted, columns }, assistantId }: Draft): FileLeave {
  const { type, status, known } = wanted;
  const hasMoved = columns.some((column) => /^(from|to)/.test(column));
  return {
    assistantId,
    type,
    stretch: known && !hasMoved ? known : wholeHalves(wanted),
    status: isApprovedAbsence(status) ? "approved" : "requested",
    known: known && { id: known.id, type: known.type, stretch: known, status: known.status },
  };
}

/** What is to be decided keeps the status it has, or starts as requested. */
function asEntered(planned: Planned<ImportedAbsence>, { due }: CheckedLeave): Planned<ImportedAbsence> {
  if (!due) return planned;
  const { wanted } = planned;
  const columns = planned.columns.filter((column) => column !== "status");
  return { ...planned, columns, wanted: { ...wanted, status: wanted.known?.status ?? "requested" } };
}

const COLUMNS: Readonly<Record<string, string>> = { fromPart: "from_part", toPart: "to_part" };

function faultOfLeave(
  { line, wanted }: Planned<ImportedAbsence>,
  { reason, path = "from", details = {} }: Refusal<FileLeaveRefusal>,
): ImportFault {
  const column = COLUMNS[path] ?? path;
  const code = leaveFaultCode(reason, wanted.known);
  const value = String({ ...wanted, from_part: wanted.fromPart, to_part: wanted.toPart }[column] ?? "");
  const values = Object.entries(details).flatMap(([key, one]) =>
    typeof one === "number" || typeof one === "string" ? [[key, one] as const] : [],
  );
  return faultAt({ file: "absences", line, column, value }, code, Object.fromEntries(values));
}

/** How a file's fault is called: days added to approved leave can't come in as requested. */
export function leaveFaultCode(
  reason: FileLeaveRefusal,
  known: { status: AbsenceStatus } | null,
): LeaveFaultCode {
  const isApproved = known !== null && isApprovedAbsence(known.status);
  if (isApproved && isDecisionDue(reason) && reason !== "own_absence") return "added_days_undecided";
  const code = LEAVE_FAULTS.find((one) => one === reason);
  if (!code) throw new Error(`a file's leave is refused for ${reason}, which has no words there`);
  return code;
}

function warningOf(
  { line, wanted }: Planned<ImportedAbsence>,
  code: "enters_as_requested" | "no_working_time",
): ImportWarning {
  const [column, value] = code === "no_working_time" ? ["from", wanted.from] : ["status", wanted.status];
  return { file: "absences", line, column, value, code, values: { email: wanted.assistantEmail } };
}
