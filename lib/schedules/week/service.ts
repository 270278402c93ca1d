import "server-only";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { refuseChanged } from "@/lib/moves/service-changes";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result, refuse } from "@/lib/result";
import { scheduleAudit } from "@/lib/schedules/audit";
import { requireShift } from "./queries";
import { readShift } from "./queries-roster";
import type { WorkRefusal } from "./queries-work";
import { isSameShift, type PlannedShift, usualBreakMinutes, usualBreakStart, workWithin } from "./rules";
import type { Finding } from "./rules-findings-kinds";
import type {
  ChangeShiftInput,
  CheckShiftInput,
  DraftShiftInput,
  LockShiftInput,
  ShiftVersionInput,
  SplitShiftInput,
} from "./schema";
import { askedChange, askedDraft } from "./service-asked";
import {
  checkDraft,
  type DraftRefusal,
  lockWeeks,
  refusalOfPast,
  type ShiftDraft,
  writeChange,
  writeDraft,
} from "./service-drafts";

export type ShiftRefusal = WorkRefusal | DraftRefusal;
export type DraftedShift = PlannedShift & { findings: Finding[] };

/** What would be found of a shift that is asked for, before anything is written: its findings, or why it is refused. */
export async function checkShift(
  ctx: Ctx<Manager>,
  { id, ...input }: CheckShiftInput,
): Promise<Result<Finding[], ShiftRefusal>> {
  if (!canManagePool(ctx.actor, input.poolId)) throw new NotFoundError("pool");
  const draft = await askedDraft(ctx, input);
  if (!draft.ok) return draft;
  const replaced = id ? await requireShift(ctx, id) : null;
  return checkDraft(ctx, draft.value, replaced);
}

/** Drafts a shift; refuses hours and work that can't be, a second shift at the same time, and days away or not employed. */
export function draftShift(
  ctx: Ctx<Manager>,
  input: DraftShiftInput,
): Promise<Result<DraftedShift, ShiftRefusal>> {
  if (!canManagePool(ctx.actor, input.poolId)) throw new NotFoundError("pool");
  return inTransaction(ctx, async (tx) => {
    await lockWeeks(tx, input.poolId, [input.on]);
    const asked = await askedDraft(tx, input);
    if (!asked.ok) return asked;
    const draft = asked.value;
    const checked = await checkDraft(tx, draft, null);
    if (!checked.ok) return checked;
    const shift = await writeDraft(tx, draft);
    await audit(tx, scheduleAudit("shift.drafted", shift.id, factsOf(draft)));
    return ok({ ...shift, findings: checked.value.map((finding) => ({ ...finding, shiftId: shift.id })) });
  });
}

function factsOf({ poolId, assistantId, on, startMinute, endMinute }: ShiftDraft) {
  return { poolId, assistantId, from: on, to: on, startMinute, endMinute };
}

/**
 * Changes a shift: a draft at once; of a published one a draft that waits beside it. A draft that no longer differs from what is
 * published is gone. Refuses what drafting refuses, and a lost update.
 */
export function changeShift(
  ctx: Ctx<Manager>,
  input: ChangeShiftInput,
): Promise<Result<DraftedShift, ShiftRefusal | "changed_since_read">> {
  return inTransaction(ctx, async (tx) => {
    const locked = await lockShift(tx, input, input.on);
    if (!locked.ok) return locked;
    const { shift, published } = locked.value;
    const draft = await askedChange(tx, shift, input);
    if (!draft.ok) return draft;
    const checked = await checkDraft(tx, draft.value, shift);
    if (!checked.ok) return checked;
    const after =
      published && isSameShift(published, draft.value)
        ? await dropDraft(tx, shift, published)
        : await writeChange(tx, shift, draft.value);
    await audit(tx, scheduleAudit("shift.changed", after.id, factsOf(draft.value)));
    return ok({ ...after, findings: checked.value.map((finding) => ({ ...finding, shiftId: after.id })) });
  });
}

type Owned = PlannedShift & { poolId: string };

/** Locks a shift's week and the one it may go to, and reads it as it stands then: a published one with the draft that waits is that draft. */
async function lockShift(
  tx: Ctx<Manager>,
  { id, version }: ShiftVersionInput,
  to: PlannedShift["on"] | undefined,
): Promise<Result<{ shift: Owned; published: PlannedShift | null }, "changed_since_read">> {
  const before = await requireShift(tx, id);
  await lockWeeks(tx, before.poolId, to ? [before.on, to] : [before.on]);
  const shift = await requireShift(tx, id);
  if (shift.version !== version) {
    const current = { version: shift.version };
    return refuseChanged(tx, { entityType: "shift", id }, { version }, current);
  }
  if (shift.status === "draft") {
    const published = shift.supersedesId ? await readShift(tx.db, shift.supersedesId) : null;
    return ok({ shift, published });
  }
  const waiting = await tx.db.shift.findUnique({ where: { supersedesId: id }, select: { id: true } });
  return ok({ shift: waiting ? await requireShift(tx, waiting.id) : shift, published: shift });
}

async function dropDraft(tx: Ctx<Manager>, shift: Owned, published: PlannedShift): Promise<PlannedShift> {
  if (shift.status === "draft") await tx.db.shift.delete({ where: { id: shift.id } });
  return published;
}

/** Divides a shift in two that both keep their work; refuses a minute outside it, and a day that has passed. */
export function splitShift(
  ctx: Ctx<Manager>,
  { at, ...input }: SplitShiftInput,
): Promise<
  Result<
    { first: PlannedShift; second: PlannedShift },
    "split_outside_shift" | "changed_since_read" | "day_passed"
  >
> {
  return inTransaction(ctx, async (tx) => {
    const locked = await lockShift(tx, input, undefined);
    if (!locked.ok) return locked;
    const { shift } = locked.value;
    const past = await refusalOfPast(tx, shift.poolId, [shift.on]);
    if (past) return past;
    if (at <= shift.startMinute || at >= shift.endMinute)
      return refuse("split_outside_shift", { path: "at" });
    const partOf = (startMinute: number, endMinute: number): ShiftDraft => {
      const hours = { startMinute, endMinute };
      const breakMinutes = usualBreakMinutes(hours);
      return {
        ...shift,
        ...hours,
        breakMinutes,
        breakStartMinute: usualBreakStart(hours, breakMinutes),
        work: workWithin(shift.work, hours),
      };
    };
    const first = await writeChange(tx, shift, partOf(shift.startMinute, at));
    const rest = partOf(at, shift.endMinute);
    const second = await writeDraft(tx, rest);
    await audit(
      tx,
      scheduleAudit("shift.changed", first.id, factsOf({ ...first, poolId: shift.poolId })),
      scheduleAudit("shift.drafted", second.id, factsOf(rest)),
    );
    return ok({ first, second });
  });
}

/** Takes a draft back, or drafts that a published shift is taken away; refuses a lost update, and to take away what was published for a day that has passed. */
export function removeShift(
  ctx: Ctx<Manager>,
  input: ShiftVersionInput,
): Promise<Result<{ id: string }, "changed_since_read" | "day_passed">> {
  return inTransaction(ctx, async (tx) => {
    const asked = await requireShift(tx, input.id);
    const locked = await lockShift(tx, input, undefined);
    if (!locked.ok) return locked;
    const { shift, published } = locked.value;
    const past = asked.status === "published" && (await refusalOfPast(tx, asked.poolId, [asked.on]));
    if (past) return past;
    if (shift.status === "draft") await tx.db.shift.delete({ where: { id: shift.id } });
    const id =
      asked.status === "published" && published
        ? (
            await writeDraft(
              tx,
              { ...published, poolId: asked.poolId },
              { supersedesId: published.id, isRemoval: true },
            )
          ).id
        : shift.id;
    await audit(tx, scheduleAudit("shift.removed", asked.id, factsOf({ ...asked })));
    return ok({ id });
  });
}

/** Locks a shift, so that filling days leaves it as it is, or lets it go; nothing else of it changes. Refuses a lost update. */
export function setShiftLock(
  ctx: Ctx<Manager>,
  { isLocked, ...input }: LockShiftInput,
): Promise<Result<PlannedShift, "changed_since_read">> {
  return inTransaction(ctx, async (tx) => {
    const locked = await lockShift(tx, input, undefined);
    if (!locked.ok) return locked;
    const { shift } = locked.value;
    const data = { isLocked, version: { increment: 1 } };
    await tx.db.shift.update({ where: { id: shift.id }, data, select: { id: true } });
    await audit(tx, scheduleAudit("shift.changed", shift.id, factsOf(shift)));
    return ok(await requireShift(tx, shift.id));
  });
}
