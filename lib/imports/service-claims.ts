import "server-only";

import { endingMove } from "@/lib/absences/requests/rules";
import { type AbsenceCorrection, correctAbsences, enterAbsences } from "@/lib/absences/requests/service-bulk";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { ChangedByAnother } from "@/lib/errors";
import { isChange, type OfficePlan } from "@/lib/imports/plan/rules";
import { writeSupportAssignments } from "@/lib/support/service-rows";
import type { SoundAbsence } from "./queries-leave";

type IdOf = (email: string) => string;
type People = { assistantId: IdOf; executiveId: IdOf };

/** Makes new support and changes end and duties of what is known; what clashes is told of all together, so that two may swap duties. */
export async function writeSupport(tx: Ctx<Manager>, { support }: OfficePlan, people: People): Promise<void> {
  const changes = support.flatMap((one) =>
    one.known && isChange(one) ? [{ ...one.known, to: one.wanted.to, dutyIds: [...one.wanted.dutyIds] }] : [],
  );
  const rows = support
    .filter((one) => one.known === null)
    .map(({ wanted: { executiveEmail, assistantEmail, role, rank, dutyIds, from, to } }) => ({
      executiveId: people.executiveId(executiveEmail),
      assistantId: people.assistantId(assistantEmail),
      role,
      rank,
      dutyIds: [...dutyIds],
      from,
      to,
    }));
  await writeSupportAssignments(tx, changes, rows);
}

/** Makes, changes and cancels absences; assistants who are away by them are freed of the covers they hold then. Answers how many. */
export async function writeAbsences(tx: Ctx<Manager>, absences: readonly SoundAbsence[]): Promise<number> {
  const corrected = await correctAbsences(tx, absences.flatMap(correctionsOf));
  if (!corrected.ok) throw new ChangedByAnother();
  const created = absences.filter(({ known }) => known === null);
  const entered = await enterAbsences(
    tx,
    created.flatMap(({ leave }) => leave ?? []),
  );
  return corrected.value.releasedCovers + entered.releasedCovers;
}

function correctionsOf({ known, wanted, leave, columns, assistantId }: SoundAbsence): AbsenceCorrection[] {
  if (!known || !wanted.known || columns.length === 0) return [];
  const row = { ...known, assistantId };
  if (!leave) {
    const move = endingMove(wanted.known.status);
    return [{ ...row, move, action: move === "cancel" ? "cancelled" : "withdrawn" }];
  }
  if (columns.includes("status")) return [{ ...row, move: "approve", action: "approved", leave }];
  const action = columns.some((column) => column !== "type") ? "moved" : "recorded";
  return [{ ...row, move: "change_days", action, leave }];
}
