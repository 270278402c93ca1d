import "server-only";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { refuseChanged } from "@/lib/moves/service-changes";
import { ok, type Result, refuse } from "@/lib/result";
import { scheduleAudit } from "@/lib/schedules/audit";
import { findingsWithoutReason } from "@/lib/schedules/publishing/rules-preview";
import { writeOverrides } from "@/lib/schedules/publishing/service-force";
import { endOutdatedRequests } from "@/lib/schedules/swaps/service-ends";
import { requireShift } from "@/lib/schedules/week/queries";
import { readShift } from "@/lib/schedules/week/queries-roster";
import { type PlannedShift, publishedOnly, type WorkPiece, workWithin } from "@/lib/schedules/week/rules";
import type { Roster } from "@/lib/schedules/week/rules-roster";
import { lockWeeks, refusalOfPast, type ShiftDraft, writeDraft } from "@/lib/schedules/week/service-drafts";
import { type Hours, sharedHours, withoutHours } from "@/lib/time/hours";
import { type CalledOffShift, type CallOff, readCalledOffShift } from "./queries";
import {
  awayPieces,
  breakBeside,
  type Replacement,
  replacementsOf,
  shiftOfWanted,
  type WantedHours,
  workWith,
} from "./rules";
import type { CallOffShiftInput, ReplaceShiftInput } from "./schema";
import { tellOfHours } from "./service-notices";

/** The shift, and the version it stands at now. */
type Done = { id: string; version: number };
type Owned = PlannedShift & { poolId: string };

async function lockPublished(
  tx: Ctx<Manager>,
  { id, version }: { id: string; version: number },
): Promise<Result<CalledOffShift, "changed_since_read" | "shift_not_published" | "day_passed">> {
  const before = await requireShift(tx, id);
  await lockWeeks(tx, before.poolId, [before.on]);
  const read = await readCalledOffShift(tx, id);
  const { shift } = read;
  if (shift.version !== version)
    return refuseChanged(tx, { entityType: "shift", id }, { version }, { version: shift.version });
  const past = await refusalOfPast(tx, shift.poolId, [shift.on]);
  if (past) return past;
  return shift.status === "published" ? ok(read) : refuse("shift_not_published");
}

function factsOf({ poolId, assistantId, on }: Owned, { startMinute, endMinute }: Hours) {
  return { poolId, assistantId, from: on, to: on, startMinute, endMinute };
}

/** Calls hours of a published shift off, or all of it; its person is told. Refuses a draft, and hours outside it or called off already. */
export function callOffShift(
  ctx: Ctx<Manager>,
  { startMinute, endMinute, ...read }: CallOffShiftInput,
): Promise<
  Result<
    Done,
    "changed_since_read" | "shift_not_published" | "day_passed" | "hours_outside_shift" | "called_off_already"
  >
> {
  return inTransaction(ctx, async (tx) => {
    const locked = await lockPublished(tx, read);
    if (!locked.ok) return locked;
    const { shift, callOffs } = locked.value;
    const hours = { startMinute: startMinute ?? shift.startMinute, endMinute: endMinute ?? shift.endMinute };
    const isInside = shift.startMinute <= hours.startMinute && hours.endMinute <= shift.endMinute;
    if (!isInside || hours.startMinute >= hours.endMinute) return refuse("hours_outside_shift");
    if (callOffs.some((one) => sharedHours(one, hours))) return refuse("called_off_already");
    await takeOut(tx, shift, hours, {});
    await audit(tx, scheduleAudit("shift.called_off", shift.id, factsOf(shift, hours)));
    await tellOfHours(tx, shift, hours, "called_off");
    await endOutdatedRequests(tx, shift.poolId);
    return ok({ id: shift.id, version: shift.version + 1 });
  });
}

type Taken = {
  takenById?: string;
  workBefore?: readonly WorkPiece[];
  takenVersion?: number;
  breakBefore?: number;
};

/** Takes the work of some hours out of a shift, and keeps it beside them. */
async function takeOut(tx: Ctx<Manager>, shift: Owned, hours: Hours, taken: Taken): Promise<void> {
  const { workBefore, ...rest } = taken;
  await tx.db.shiftCallOff.create({
    data: {
      ...{ shiftId: shift.id, startMinute: hours.startMinute, endMinute: hours.endMinute },
      ...{ byId: tx.actor.userId, at: tx.now, work: workWithin(shift.work, hours), ...rest },
      ...(workBefore && { workBefore: workBefore.map((piece) => ({ ...piece })) }),
    },
  });
  const left = shift.work.flatMap((piece) =>
    withoutHours(piece, hours).map((one) => ({ ...one, roleId: piece.roleId })),
  );
  await writeWork(tx, shift.id, left);
}

async function writeWork(
  tx: Ctx<Manager>,
  shiftId: string,
  work: readonly WorkPiece[],
  breakStartMinute?: number,
): Promise<number> {
  await tx.db.shiftWork.deleteMany({ where: { shiftId } });
  await tx.db.shiftWork.createMany({
    data: work.map(({ roleId, startMinute, endMinute }) => ({ shiftId, roleId, startMinute, endMinute })),
  });
  const { version } = await tx.db.shift.update({
    where: { id: shiftId },
    data: { version: { increment: 1 }, ...(breakStartMinute !== undefined && { breakStartMinute }) },
    select: { version: true },
  });
  return version;
}

/** Puts back what a manager called off of a shift or gave to others, who no longer have it; those whom it concerns are told. */
export function reinstateShift(
  ctx: Ctx<Manager>,
  read: { id: string; version: number },
): Promise<Result<Done, "changed_since_read" | "shift_not_published" | "day_passed" | "not_called_off">> {
  return inTransaction(ctx, async (tx) => {
    const locked = await lockPublished(tx, read);
    if (!locked.ok) return locked;
    const { shift, callOffs } = locked.value;
    if (callOffs.length === 0) return refuse("not_called_off");
    for (const one of callOffs) await takeBack(tx, shift, one);
    await tx.db.shiftCallOff.deleteMany({ where: { shiftId: shift.id } });
    const work = [...shift.work, ...callOffs.flatMap((one) => one.work)].sort(
      (a, b) => a.startMinute - b.startMinute,
    );
    await writeWork(tx, shift.id, work);
    await audit(tx, scheduleAudit("shift.reinstated", shift.id, factsOf(shift, shift)));
    await tellOfHours(tx, shift, shift, "reinstated");
    await endOutdatedRequests(tx, shift.poolId);
    return ok({ id: shift.id, version: shift.version + 1 });
  });
}

/** Ends what somebody else does in the place of hours that are put back: their shift is gone, or has its work again where it is as it was left. */
async function takeBack(tx: Ctx<Manager>, of: Owned, callOff: CallOff): Promise<void> {
  if (!callOff.takenById) return;
  const taker = await readShift(tx.db, callOff.takenById);
  if (taker?.status !== "published") return;
  if (callOff.workBefore === null) {
    await tx.db.shift.updateMany({
      where: { id: taker.id },
      data: { status: "removed", version: { increment: 1 } },
    });
  } else if (taker.version === callOff.takenVersion)
    await writeWork(tx, taker.id, callOff.workBefore, callOff.breakBefore ?? taker.breakStartMinute);
  const { startMinute, endMinute } = callOff;
  await tellOfHours(tx, { ...taker, on: of.on }, { startMinute, endMinute }, "taken_back");
}

export type ReplaceRefusal =
  | "day_passed"
  | "changed_since_read"
  | "shift_not_published"
  | "not_called_off"
  | "could_not_take"
  | "reasons_missing";

/**
 * Gives what is called off of a shift to somebody: as a shift of their own, or within one they have, in the place of work with
 * executives. It is published at once and they are told. Refuses who could not work then, and rules without a reason.
 */
export function replaceShift(
  ctx: Ctx<Manager>,
  { assistantId, overrides, ...read }: ReplaceShiftInput,
): Promise<Result<Done, ReplaceRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const locked = await lockPublished(tx, read);
    if (!locked.ok) return locked;
    const { shift, roster, wanted } = locked.value;
    if (wanted.length === 0) return refuse("not_called_off");
    const { could } = replacementsOf(roster, shift, wanted, publishedOnly(roster.shifts));
    const chosen = could.find(({ id }) => id === assistantId);
    if (!chosen) return refuse("could_not_take", { path: "assistantId" });
    const given = overrides.map((one) => ({ ...one, shiftId: "new" }));
    const missing = findingsWithoutReason(chosen.findings, given);
    if (missing.length > 0)
      return refuse("reasons_missing", {
        path: "overrides",
        details: { count: missing.length, findings: missing.map(({ rule }) => ({ rule, assistantId })) },
      });
    for (const one of wanted) await giveHours(tx, shift.id, one, chosen, overrides);
    await audit(tx, scheduleAudit("shift.replaced", shift.id, { ...factsOf(shift, shift), assistantId }));
    await endOutdatedRequests(tx, shift.poolId);
    return ok({ id: shift.id, version: shift.version + 1 });
  });
}

async function giveHours(
  tx: Ctx<Manager>,
  shiftId: string,
  wanted: WantedHours,
  { id: assistantId, within: known, findings }: Replacement,
  overrides: ReplaceShiftInput["overrides"],
): Promise<void> {
  const { shift, callOffs, roster } = await readCalledOffShift(tx, shiftId);
  const within = roster.shifts.find(({ id }) => id === known?.id);
  const taken = within
    ? await putWithin(tx, roster, within, wanted)
    : { takenById: await publishOwn(tx, shift, wanted, assistantId, { findings, overrides }) };
  const calledOff = callOffs.find((one) => one.takenById === null && sharedHours(one, wanted));
  if (calledOff) {
    const { workBefore, ...rest } = taken as Taken;
    await tx.db.shiftCallOff.update({
      where: { id: calledOff.id },
      data: { ...rest, ...(workBefore && { workBefore: workBefore.map((piece) => ({ ...piece })) }) },
    });
  } else await takeOut(tx, shift, wanted, taken);
  await tellOfHours(tx, { ...shift, assistantId }, wanted, "given");
}

/** Puts pieces of work into a shift that somebody has, and its break beside them. */
async function putWithin(
  tx: Ctx<Manager>,
  { rules, roles }: Roster,
  within: PlannedShift,
  wanted: WantedHours,
): Promise<Taken> {
  const pieces = awayPieces(wanted, new Map(roles.map((role) => [role.id, role])));
  const { breakStartMinute: breakBefore } = within;
  const breakStart = breakBeside(within, pieces, rules.policy.breakAfterMinutes) ?? breakBefore;
  const work = workWith(within.work, pieces);
  const takenVersion = await writeWork(
    tx,
    within.id,
    work,
    breakStart === breakBefore ? undefined : breakStart,
  );
  return { takenById: within.id, workBefore: within.work, takenVersion, breakBefore };
}

type Reasons = Pick<Replacement, "findings"> & Pick<ReplaceShiftInput, "overrides">;

async function publishOwn(
  tx: Ctx<Manager>,
  shift: Owned,
  wanted: WantedHours,
  assistantId: string,
  { findings, overrides }: Reasons,
): Promise<string> {
  const { off: _, ...own } = shiftOfWanted(shift, wanted, assistantId);
  const draft: ShiftDraft = { ...own, poolId: shift.poolId };
  const written = await writeDraft(tx, draft);
  const found = findings.map((finding) => ({ ...finding, shiftId: written.id }));
  const given = overrides.map((one) => ({ ...one, shiftId: written.id }));
  await writeOverrides(tx, { findings: found, drafts: [written] }, given);
  await tx.db.shift.update({
    where: { id: written.id },
    data: { status: "published", version: { increment: 1 } },
  });
  return written.id;
}
