import "server-only";
import { isOwnAbsence, placeToDecide } from "@/lib/absences/deciders/policy";
import { decidersOf, getActingFor } from "@/lib/absences/deciders/queries";
import { nextWorkOf, requireLeavePerson } from "@/lib/absences/deciders/queries-people";
import { absenceNotice } from "@/lib/absences/notices";
import { listLeaveTypes } from "@/lib/absences/settings/queries";
import { SICK } from "@/lib/absences/settings/schema-leave";
import type { Assistant, Person } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { lockAssistant } from "@/lib/covers/service";
import { releaseCoversWithin } from "@/lib/covers/service-absences";

import { notify } from "@/lib/notices/service-notify";
import { ok, type Result, refuse } from "@/lib/result";
import { type HalfDayRange, rangeIndexes, rangeOfIndexes } from "@/lib/time/half-day";
import { type Stretch, type StretchRefusal, stretchOf, wholeHalves } from "@/lib/time/stretch";
import {
  type GapsOpened,
  type LeaveRefusal,
  refusalOfAllowance,
  refusalOfBlackout,
  refusalOfDecision,
  refusalOfGroup,
  refusalOfLimit,
  refusalOfNoWork,
  refusalOfReporting,
  refusalOfTerms,
} from "./queries-checks";
import { type AbsenceOverlap, refusalOfOverlap, refusingOverlap } from "./queries-overlap";
import { type Decided, isApprovedAbsence } from "./rules";
import { type LeaveStretchRefusal, leaveStretchOf } from "./rules-stretch";

import type { EndAbsenceInput, ReportSicknessInput } from "./schema";
import { writeEntry } from "./service";
import { type EntryRefusal, type NewAbsence, noticeRange } from "./service-create";
import { interruptLeave, standForLeave } from "./service-interruption";
import { type AbsenceInMove, type AbsenceMoveRefusal, moveAbsenceStatus, readAbsence } from "./service-moves";
import type { AbsenceChange } from "./service-writes";

/**
 * Reports sickness of one's own, from the next half-day one works until its evening unless told otherwise; no reason is asked.
 * Booked leave it falls in gives its days back. Refuses what overlaps other absence, what is long ago or far ahead, and days
 * that are not worked.
 */
export async function reportSickness(
  ctx: Ctx<Assistant>,
  input: ReportSicknessInput,
  gapsOpened: GapsOpened,
): Promise<Result<NewAbsence, EntryRefusal | LeaveStretchRefusal | "no_sickness_type">> {
  const type = (await listLeaveTypes(ctx)).find((one) => one.id === SICK);
  if (!type) return refuse("no_sickness_type");
  const person = await requireLeavePerson(ctx, ctx.actor.assistant.id);
  const next = nextWorkOf(person, ctx.now);
  const from = input.from ?? next.on;
  const fromPart = input.fromPart ?? (input.from ? "am" : next.part);
  const stretch = leaveStretchOf({ ...input, from, fromPart, to: input.to ?? from });
  if (!stretch.ok) return stretch;
  return writeEntry(ctx, { person, type, stretch: stretch.value, note: input.note, by: "owner" }, gapsOpened);
}

type ChangeRefusal =
  | "ask_to_cancel"
  | "not_the_decider"
  | "by_the_hour"
  | "reported_too_late"
  | "reported_too_far_ahead";
type MoreRefusal = LeaveRefusal | AbsenceOverlap | "gaps_not_accepted" | "second_decision_due";
type EndRefusal = AbsenceMoveRefusal | ChangeRefusal;

/**
 * Ends an absence earlier: its owner what was reported, such as sickness, those who decide any. Whoever covers for the rest
 * is released; an end before the start cancels it.
 */
export function endAbsence(
  ctx: Ctx<Person>,
  { id, version, to, toPart }: EndAbsenceInput,
): Promise<Result<Decided, EndRefusal | "not_shorter">> {
  const end = rangeIndexes({ from: to, fromPart: toPart, to, toPart }).last;
  return inTransaction(ctx, (tx) =>
    moveAbsenceStatus<AbsenceInMove, ChangeRefusal | "not_shorter">(
      tx,
      { id, version },
      {
        read: () => readToChange(tx, id),
        move: ({ stretch }) => (end < rangeIndexes(stretch).first ? "cancel" : "change_end"),
        decide: async (absence, status) => {
          const { first, last } = rangeIndexes(absence.stretch);
          if (end >= last) return refuse("not_shorter", { path: "to" });
          const rest = wholeHalves(rangeOfIndexes(Math.max(first, end + 1), last));
          const late = isOwnReport(tx, absence)
            ? refusalOfReporting(tx, { ...absence, stretch: rest }, "from")
            : null;
          if (late) return late;
          if (status === "cancelled") return ok(cancelledWhole(tx, absence));
          if (absence.stretch.startMinute !== null) return refuse("by_the_hour");
          const stretch = wholeHalves(rangeOfIndexes(first, end));
          return ok({
            action: "shortened",
            stretch,
            back: absence.person.name,
            tell: () => notifyOfChange(tx, absence, stretch),
          });
        },
      },
    ),
  );
}

function cancelledWhole(tx: Ctx<Person>, absence: AbsenceInMove) {
  const { id, person } = absence;
  return {
    action: "cancelled" as const,
    back: person.name,
    data: { decidedById: tx.actor.userId, decidedAt: tx.now },
    tell: async () => {
      const params = { absenceId: id, status: "cancelled" as const, range: noticeRange(absence.stretch) };
      await notify(tx, absenceNotice("absence_decided", [person.userId], params));
    },
  };
}

/**
 * Makes an absence last longer: its owner what was reported, such as sickness, those who decide any. Covers the assistant
 * holds then become gaps, and leave booked then gives its days back where the type says so. Refuses what overlaps, and approved
 * leave that would open gaps or needs a second decision: the days more are asked for as leave of their own.
 */
export async function prolongAbsence(
  ctx: Ctx<Person>,
  { id, version, to, toPart }: EndAbsenceInput,
  gapsOpened: GapsOpened,
): Promise<Result<Decided, EndRefusal | MoreRefusal | AbsenceOverlap | StretchRefusal | "not_longer">> {
  const { assistantId, stretch: before } = await readAbsence(ctx, id);
  const asked = stretchOf({ ...wholeHalves(before), to, toPart });
  if (!asked.ok) return refuse("not_longer", { path: "to" });
  const stretch = asked.value;
  return refusingOverlap(ctx, assistantId, restOf(before, stretch), () =>
    inTransaction(ctx, (tx) =>
      moveAbsenceStatus<AbsenceInMove, ChangeRefusal | MoreRefusal | "not_longer">(
        tx,
        { id, version },
        {
          read: () => readToChange(tx, id),
          move: "change_end",
          decide: (absence) => prolongTo(tx, absence, stretch, gapsOpened),
        },
      ),
    ),
  );
}

async function prolongTo(
  tx: Ctx<Person>,
  absence: AbsenceInMove,
  stretch: Stretch,
  gapsOpened: GapsOpened,
): Promise<
  Result<AbsenceChange & { tell: () => Promise<void> }, MoreRefusal | "not_longer" | "by_the_hour">
> {
  const { id, assistantId, type } = absence;
  if (absence.stretch.startMinute !== null) return refuse("by_the_hour");
  const was = rangeIndexes(absence.stretch);
  const becomes = rangeIndexes(stretch);
  if (becomes.last <= was.last) return refuse("not_longer", { path: "to" });
  await lockAssistant(tx, assistantId);
  const more = wholeHalves(rangeOfIndexes(was.last + 1, becomes.last));
  const added = { ...absence, stretch: more };
  const refusal =
    (isOwnReport(tx, absence) ? refusalOfReporting(tx, added) : null) ??
    refusalOfNoWork(added) ??
    (await refusalOfMore(tx, { ...absence, stretch })) ??
    (await refusalOfOverlap(tx, { ...added, exceptId: id }));
  if (refusal) return refusal;
  const isDecision = isApprovedAbsence(absence.status) && type.approval !== "reported";
  const due = isDecision ? await refusalOfDecision(tx, { ...absence, stretch: more }, gapsOpened) : null;
  if (due) return due;
  const interrupted = type.interruptsLeave ? await interruptLeave(tx, assistantId, more, id) : [];
  const releasedCoverIds = await releaseCoversWithin(tx, assistantId, more);
  await standForLeave(tx, interrupted, id, more);
  return ok({
    action: "prolonged",
    stretch,
    releasedCoverIds,
    tell: () => notifyOfChange(tx, absence, stretch),
  });
}

/** True for what somebody reported of themselves and changes themselves. */
function isOwnReport(tx: Ctx<Person>, absence: AbsenceInMove): boolean {
  return isOwnAbsence(tx.actor, absence) && absence.type.approval === "reported";
}

function restOf(before: HalfDayRange, after: HalfDayRange) {
  const was = rangeIndexes(before);
  const becomes = rangeIndexes(after);
  return wholeHalves(becomes.last > was.last ? rangeOfIndexes(was.last + 1, becomes.last) : after);
}

async function refusalOfMore(tx: Ctx, absence: AbsenceInMove) {
  const draft = { ...absence, exceptId: absence.id };
  const limited = refusalOfTerms(draft) ?? (await refusalOfLimit(tx, draft));
  if (limited || absence.type.approval === "reported") return limited;
  return (
    (await refusalOfBlackout(tx, draft)) ??
    (await refusalOfAllowance(tx, draft)) ??
    (await refusalOfGroup(tx, draft))
  );
}

async function readToChange(tx: Ctx<Person>, id: string): Promise<Result<AbsenceInMove, ChangeRefusal>> {
  const actingFor = await getActingFor(tx);
  const absence = await readAbsence(tx, id, actingFor);
  if (isOwnAbsence(tx.actor, absence)) {
    if (absence.type.approval !== "reported") return refuse("ask_to_cancel");
  } else if (!placeToDecide(actingFor, absence.person.owner)) return refuse("not_the_decider");
  return ok(absence);
}

async function notifyOfChange(tx: Ctx, { id, person }: AbsenceInMove, stretch: Stretch): Promise<void> {
  const params = { absenceId: id, name: person.name, range: noticeRange(stretch) };
  const people = [person.userId, ...(await decidersOf(tx, person.owner))];
  await notify(tx, absenceNotice("absence_changed", people, params));
}
