import "server-only";
import { isOwnAbsence, placeToDecide } from "@/lib/absences/deciders/policy";
import { decidersOf, standingOf } from "@/lib/absences/deciders/queries";
import { requireLeavePerson } from "@/lib/absences/deciders/queries-people";
import { type LeaveStretchRefusal, leaveStretchOf } from "@/lib/absences/requests/rules-stretch";
import { listLeaveTypes } from "@/lib/absences/settings/queries";
import type { Assistant, Person } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { notify } from "@/lib/notices/service-notify";
import { ok, type Result, refuse } from "@/lib/result";
import { type HalfDayRange, rangeIndexes, rangeOfIndexes } from "@/lib/time/half-day";
import { wholeHalves } from "@/lib/time/stretch";
import { halfDayIn } from "@/lib/time/zone";
import {
  refusalOfAllowance,
  refusalOfBlackout,
  refusalOfGroup,
  refusalOfLimit,
  refusalOfTerms,
  type WishRefusal,
} from "./queries-checks";
import { type AbsenceOverlap, refusingOverlap } from "./queries-overlap";
import type { Decided } from "./rules";
import type { EndAbsenceInput, ReportSicknessInput } from "./schema";
import { writeEntry } from "./service";
import { lockAssistant, releaseCoversFor, releaseCoversWithin } from "./service-covers";
import { type EntryRefusal, type NewAbsence, noticeRange } from "./service-create";
import { interruptLeave, passOnCovers } from "./service-interruption";
import {
  changeAbsence,
  type LockedAbsence,
  lockAbsence,
  type MoveRefusal,
  refusalOfMove,
} from "./service-moves";

const SICK = "sick";

/**
 * Reports sickness of one's own, from now until the evening unless told otherwise; no reason is asked. Booked leave it falls in gives its days
 * back. Refuses what overlaps other absence.
 */
export async function reportSickness(
  ctx: Ctx<Assistant>,
  input: ReportSicknessInput,
): Promise<Result<NewAbsence, EntryRefusal | LeaveStretchRefusal | "no_sickness_type">> {
  const type = (await listLeaveTypes(ctx)).find((one) => one.id === SICK);
  if (!type) return refuse("no_sickness_type");
  const person = await requireLeavePerson(ctx, ctx.actor.assistant.id);
  const now = halfDayIn(person.pool.timeZone, ctx.now);
  const from = input.from ?? now.on;
  const fromPart = input.fromPart ?? (input.from ? "am" : now.part);
  const stretch = leaveStretchOf({ ...input, from, fromPart, to: input.to ?? from });
  if (!stretch.ok) return stretch;
  return writeEntry(ctx, { person, type, stretch: stretch.value, note: input.note, by: "owner" });
}

type EndRefusal = MoveRefusal | "ask_to_cancel" | "not_the_decider" | "by_the_hour";

/**
 * Ends an absence earlier: its owner what was reported, such as sickness, those who decide any. Whoever covers for the rest
 * is released; an end before the start cancels it.
 */
export function endAbsence(
  ctx: Ctx<Person>,
  { id, version, to, toPart }: EndAbsenceInput,
): Promise<Result<Decided, EndRefusal | "not_shorter">> {
  return inTransaction(ctx, async (tx) => {
    const locked = await lockToChange(tx, id, version);
    if (!locked.ok) return locked;
    const absence = locked.value;
    const { first, last } = rangeIndexes(absence.stretch);
    const end = rangeIndexes({ from: to, fromPart: toPart, to, toPart }).last;
    if (end >= last) return refuse("not_shorter", { path: "to" });
    if (end < first) return cancelWhole(tx, absence);
    const [stretch, rest] = [wholeHalves(rangeOfIndexes(first, end)), rangeOfIndexes(end + 1, last)];
    const releasedCoverIds = await releaseCoversFor(tx, id, rest, absence.person.name);
    await changeAbsence(tx, absence, {
      status: absence.status,
      action: "shortened",
      stretch,
      releasedCoverIds,
    });
    await tellOfChange(tx, absence, stretch);
    return ok({ id, status: absence.status, releasedCoverIds });
  });
}

async function cancelWhole(tx: Ctx<Person>, absence: LockedAbsence): Promise<Result<Decided, never>> {
  const { id } = absence;
  const releasedCoverIds = await releaseCoversFor(tx, id, null, absence.person.name);
  const data = { decidedById: tx.actor.userId, decidedAt: tx.now };
  await changeAbsence(tx, absence, { status: "cancelled", action: "cancelled", releasedCoverIds, data });
  const params = { absenceId: id, status: "cancelled", range: noticeRange(absence.stretch) };
  await notify(tx, [absence.person.userId], { kind: "absence_decided", params });
  return ok({ id, status: "cancelled", releasedCoverIds });
}

/**
 * Makes an absence last longer: its owner what was reported, such as sickness, those who decide any. Covers the assistant
 * holds then become gaps, and leave booked then gives its days back where the type says so. Refuses what overlaps.
 */
export async function prolongAbsence(
  ctx: Ctx<Person>,
  { id, version, to, toPart }: EndAbsenceInput,
): Promise<Result<Decided, EndRefusal | WishRefusal | AbsenceOverlap | LeaveStretchRefusal | "not_longer">> {
  const { assistantId, stretch: before } = await lockAbsence(ctx, id);
  const asked = leaveStretchOf({ ...wholeHalves(before), to, toPart });
  if (!asked.ok) return refuse("not_longer", { path: "to" });
  const stretch = asked.value;
  return refusingOverlap(ctx, assistantId, restOf(before, stretch), () =>
    inTransaction(ctx, async (tx) => {
      const locked = await lockToChange(tx, id, version);
      if (!locked.ok) return locked;
      const absence = locked.value;
      const [was, becomes] = [rangeIndexes(absence.stretch), rangeIndexes(stretch)];
      if (becomes.last <= was.last) return refuse("not_longer", { path: "to" });
      await lockAssistant(tx, assistantId);
      const refusal = await refusalOfMore(tx, { ...absence, stretch });
      if (refusal) return refusal;
      const more = wholeHalves(rangeOfIndexes(was.last + 1, becomes.last));
      const { type, status } = absence;
      const interrupted = type.interruptsLeave ? await interruptLeave(tx, assistantId, more, id) : [];
      const releasedCoverIds = await releaseCoversWithin(tx, assistantId, more);
      await changeAbsence(tx, absence, { status, action: "prolonged", stretch, releasedCoverIds });
      await passOnCovers(tx, interrupted, id, more);
      await tellOfChange(tx, absence, stretch);
      return ok({ id, status, releasedCoverIds });
    }),
  );
}

function restOf(before: HalfDayRange, after: HalfDayRange) {
  const [was, becomes] = [rangeIndexes(before), rangeIndexes(after)];
  return wholeHalves(becomes.last > was.last ? rangeOfIndexes(was.last + 1, becomes.last) : after);
}

async function refusalOfMore(tx: Ctx, absence: LockedAbsence) {
  const wish = { ...absence, exceptId: absence.id };
  const limited = refusalOfTerms(wish) ?? (await refusalOfLimit(tx, wish));
  if (limited || absence.type.approval === "reported") return limited;
  return (
    (await refusalOfBlackout(tx, wish)) ??
    (await refusalOfAllowance(tx, wish)) ??
    (await refusalOfGroup(tx, wish))
  );
}

async function lockToChange(
  tx: Ctx<Person>,
  id: string,
  version: number | undefined,
): Promise<Result<LockedAbsence, EndRefusal>> {
  const standing = await standingOf(tx);
  const absence = await lockAbsence(tx, id, standing);
  if (isOwnAbsence(tx.actor, absence)) {
    if (absence.type.approval !== "reported") return refuse("ask_to_cancel");
  } else if (!placeToDecide(standing, absence.person.owner)) return refuse("not_the_decider");
  const refusal = refusalOfMove(absence, "cancel", version);
  if (refusal) return refusal;
  return absence.stretch.startMinute === null ? ok(absence) : refuse("by_the_hour");
}

async function tellOfChange(
  tx: Ctx,
  { id, person }: LockedAbsence,
  stretch: LockedAbsence["stretch"],
): Promise<void> {
  const params = { absenceId: id, name: person.name, range: noticeRange(stretch) };
  const people = [person.userId, ...(await decidersOf(tx, person.owner))];
  await notify(tx, people, { kind: "absence_changed", params });
}
