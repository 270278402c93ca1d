import "server-only";
import {
  type CheckedLeave,
  checkLeave,
  type FileLeave,
  type FileLeaveRefusal,
  type LeaveOptions,
  refusalsOfEnding,
} from "@/lib/absences/requests/queries-sets";
import { isApprovedAbsence } from "@/lib/absences/requests/rules";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { gapsOpenedInTurn } from "@/lib/coverage/leave-cover/queries-gaps";
import { leaveFaultCode } from "@/lib/imports/queries-leave";
import type { Refusal } from "@/lib/result";
import { type EventPlan, faultOf } from "./rules-import";
import type { EventFault } from "./schema";

/** What an import does with one occurrence, within the rules of leave; without leave it ends. */
export type SoundEvent = EventPlan & { leave: CheckedLeave | null };

type Wanted = LeaveOptions & { type: string; status: "requested" | "approved" };

/** Holds what a calendar file changes against the rules of leave. */
export async function checkEvents(
  tx: Ctx<Manager>,
  plans: readonly EventPlan[],
  wanted: Wanted,
): Promise<{ sound: SoundEvent[]; faults: EventFault[] }> {
  const sound: SoundEvent[] = [];
  const faults: EventFault[] = [];
  const ends = plans.filter(({ kind }) => kind === "cancel");
  const refused = await refusalsOfEnding(tx, [...new Set(ends.map(({ of }) => of.assistantId))]);
  for (const plan of ends) {
    const isDecided = plan.known !== null && isApprovedAbsence(plan.known.status);
    const refusal = isDecided ? refused.get(plan.of.assistantId) : undefined;
    if (refusal) faults.push(faultOfLeave(plan, refusal));
    else sound.push({ ...plan, leave: null });
  }
  const others = plans.filter(({ kind }) => kind !== "cancel");
  const { asRequested, isDryRun } = wanted;
  const leave = others.map((plan) => leaveOf(plan, wanted));
  const verdicts = await checkLeave(tx, leave, { gapsOpened: gapsOpenedInTurn, asRequested, isDryRun });
  others.forEach((plan, place) => {
    const verdict = verdicts[place];
    if (verdict?.ok) sound.push({ ...plan, leave: verdict.value });
    else if (verdict) faults.push(faultOfLeave(plan, verdict));
  });
  return { sound, faults };
}

/** A moved event keeps the type and status of its absence. */
function leaveOf({ kind, of, known }: EventPlan, { type, status }: Wanted): FileLeave {
  const { assistantId, stretch } = of;
  if (kind === "create" || !known) return { assistantId, stretch, type, status, known: null };
  return {
    assistantId,
    stretch,
    type: known.type,
    status: isApprovedAbsence(known.status) ? "approved" : "requested",
    known,
  };
}

function faultOfLeave(
  { kind, of, known }: EventPlan,
  { reason, details = {} }: Refusal<FileLeaveRefusal>,
): EventFault {
  const values = Object.entries(details).flatMap(([key, one]) =>
    typeof one === "number" || typeof one === "string" ? [[key, one] as const] : [],
  );
  return faultOf(of, leaveFaultCode(reason, kind === "create" ? null : known), Object.fromEntries(values));
}
