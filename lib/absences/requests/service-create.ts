import "server-only";
import { absenceAudit } from "@/lib/absences/audit";
import { decidersOf } from "@/lib/absences/deciders/queries";
import { absenceNotice } from "@/lib/absences/notices";
import type { Person } from "@/lib/actor";
import { audit } from "@/lib/audit";
import type { Ctx, PublicCtx } from "@/lib/context";
import { lockAssistant } from "@/lib/covers/service";
import { releaseCoversWithin } from "@/lib/covers/service-absences";
import { notify } from "@/lib/notices/service-notify";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import { columnsOfStretch, rangeOfColumns } from "@/lib/time/stretch-columns";
import {
  type GapsOpened,
  type LeaveDraft,
  type LeaveRefusal,
  refusalOfAllowance,
  refusalOfBlackout,
  refusalOfDecision,
  refusalOfGroup,
  refusalOfLimit,
  refusalOfNotice,
  refusalOfNoWork,
  refusalOfReporting,
  refusalOfTerms,
} from "./queries-checks";
import { type AbsenceOverlap, refusalOfOverlap } from "./queries-overlap";
import { addSteps, type StepAction } from "./service-history";
import { interruptLeave, standForLeave } from "./service-interruption";

export type NewAbsence = {
  id: string;
  version: number;
  status: "requested" | "approved";
  releasedCoverIds: string[];
};
export type EntryRefusal = AbsenceOverlap | LeaveRefusal | "gaps_not_accepted" | "second_decision_due";

/** An absence to enter: by its owner, by somebody who decides and says how it starts, or by what books it, such as a course. */
export type Entry = LeaveDraft & { note: string } & (
    | { by: "owner" | "booking" }
    | { by: "decider"; status: "requested" | "approved" }
  );

/**
 * Enters an absence inside a transaction; refuses it before anything is written. Leave that opens gaps starts approved by no
 * way: a manager is refused, and what would be approved by itself waits for a decision. What a booking enters is covered by it.
 */
export async function enterAbsence(
  tx: Ctx<Person>,
  entry: Entry,
  gapsOpened: GapsOpened,
): Promise<Result<NewAbsence, EntryRefusal>> {
  const { person, type, stretch, note } = entry;
  await lockAssistant(tx, person.id);
  const asked = statusOf(entry);
  const refusal = await refusalOfEntry(tx, entry, asked);
  if (refusal) return refusal;
  const due =
    asked === "approved" && type.approval !== "reported" && entry.by !== "booking"
      ? await refusalOfDecision(tx, entry, gapsOpened)
      : null;
  if (due && entry.by === "decider") return due;
  const status = due ? "requested" : asked;
  const interrupted = type.interruptsLeave ? await interruptLeave(tx, person.id, stretch) : [];
  const isApproved = status === "approved";
  const releasedCoverIds = isApproved ? await releaseCoversWithin(tx, person.id, stretch) : [];
  const isDecision = isApproved && entry.by === "decider";
  const { id, version } = await tx.db.absence.create({
    data: {
      assistantId: person.id,
      leaveTypeId: type.id,
      ...columnsOfStretch(stretch),
      status,
      note,
      isBooked: entry.by === "booking",
      ...(isDecision && { decidedById: tx.actor.userId, decidedAt: tx.now }),
      createdAt: tx.now,
    },
    select: { id: true, version: true },
  });
  await standForLeave(tx, interrupted, id, stretch);
  await addSteps(tx, { absenceId: id, action: stepOf(entry, status), status, stretch });
  await audit(
    tx,
    absenceAudit(isApproved ? "absence.recorded" : "absence.requested", id, {
      assistantId: person.id,
      ...rangeOfColumns(columnsOfStretch(stretch)),
      status,
      releasedCoverIds,
    }),
  );
  if (entry.by !== "booking") await tell(tx, entry, { id, status });
  return ok({ id, version, status, releasedCoverIds });
}

function statusOf(entry: Entry): "requested" | "approved" {
  const { type, person } = entry;
  if (type.approval === "reported") return "approved";
  if (entry.by === "decider") return entry.status;
  if (entry.by === "booking") return "approved";
  return type.approval === "automatic" || person.isAutomatic ? "approved" : "requested";
}

function stepOf(entry: Entry, status: string): StepAction {
  if (entry.by === "booking") return "booked";
  if (entry.type.approval === "reported") return "reported";
  if (entry.by === "decider") return status === "approved" ? "recorded" : "requested";
  return status === "approved" ? "approved_automatically" : "requested";
}

/** Sickness is never refused for its days; leave is, and approved leave for those who may not be away together. */
export async function refusalOfEntry(
  tx: PublicCtx,
  entry: Entry,
  status: "requested" | "approved",
): Promise<Refusal<EntryRefusal> | null> {
  const { type } = entry;
  if (type.isRetired) return refuse("leave_type_retired", { path: "type" });
  const isOwnReport = entry.by === "owner" && type.approval === "reported";
  const terms =
    refusalOfTerms(entry) ?? refusalOfNoWork(entry) ?? (isOwnReport ? refusalOfReporting(tx, entry) : null);
  if (terms) return terms;
  const overlap = await refusalOfOverlap(tx, entry);
  if (overlap) return overlap;
  const limit = await refusalOfLimit(tx, entry);
  if (limit || type.approval === "reported") return limit;
  return (
    (entry.by === "owner" ? refusalOfNotice(tx, entry) : null) ??
    (await refusalOfBlackout(tx, entry)) ??
    (await refusalOfAllowance(tx, entry)) ??
    (status === "approved" ? await refusalOfGroup(tx, entry) : null)
  );
}

async function tell(tx: Ctx, entry: Entry, { id, status }: Pick<NewAbsence, "id" | "status">): Promise<void> {
  const { person, stretch } = entry;
  const params = { absenceId: id, range: noticeRange(stretch) };
  if (status === "approved") {
    const isAutomatic = entry.by === "owner" && entry.type.approval !== "reported";
    // Nobody pressed a button for it, so its owner is told as by the house.
    const teller = isAutomatic ? { ...tx, actor: null } : tx;
    await notify(teller, absenceNotice("absence_decided", [person.userId], { ...params, status }));
  }
  await notify(
    tx,
    absenceNotice(
      status === "approved" ? "absence_entered" : "absence_requested",
      await decidersOf(tx, person.owner),
      { ...params, name: person.name },
    ),
  );
}

/** The stretch as notices say it: hours where it is by the hour. */
export function noticeRange({ from, fromPart, to, toPart, startMinute, endMinute }: LeaveDraft["stretch"]) {
  const range = { from, fromPart, to, toPart };
  return startMinute === null || endMinute === null
    ? range
    : { ...range, window: { startMinute, endMinute } };
}
