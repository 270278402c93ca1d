import "server-only";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result, refuse } from "@/lib/result";
import { getRun } from "@/lib/runs/queries";
import { forgetRun, startRun, stopRun, waitForRun } from "@/lib/runs/service";
import { scheduleAudit } from "@/lib/schedules/audit";
import type { PlannedShift } from "@/lib/schedules/week/rules";
import { draftShift } from "@/lib/schedules/week/service";
import { removeDrafts } from "@/lib/schedules/week/service-copy";
import { lockWeeks, type ShiftDraft, writeDrafts } from "@/lib/schedules/week/service-drafts";
import { fillDaysInWorker } from "@/lib/schedules/worker/fill-days";
import { day, daysFrom } from "@/lib/time/day";
import { hashOfQuestion, readFillQuestion, requireFillRun } from "./queries";
import { FILL_RUN, type FillProgress, fillKey } from "./rules-run";
import type { FillDaysInput, FillIdInput, UndoFillInput } from "./schema";

const ORDER = { seed: 1, budget: { ms: 60_000 } };
/** A stopped search puts its best away within a second. */
const STOP_MS = 2_000;

/**
 * Looks for the shifts that leave the fewest people missing in some days of a pool, around what is planned already. It goes
 * on by itself; what it finds is a proposal until it is accepted. One that goes on already is that one.
 */
export async function fillDays(
  ctx: Ctx<Manager>,
  input: FillDaysInput,
): Promise<Result<{ id: string }, never>> {
  const { poolId, from, to, roleIds } = input;
  if (!canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  const key = fillKey(poolId, from, to);
  const known = await getRun(ctx, FILL_RUN, key);
  if (known && known.status !== "running") await forgetRun(ctx, known.id);
  const question = await readFillQuestion(ctx, input);
  const inputHash = await hashOfQuestion(question);
  const about = { poolId, from, to, roleIds };
  const first = { ...about, stage: "waiting" } as const;
  const id = await startRun(ctx, FILL_RUN, { key, first }, async ({ signal, report }) => {
    const onProgress = (stage: FillProgress["stage"]) => report({ ...about, stage });
    const found = await fillDaysInWorker(question, ORDER, { signal, onProgress });
    return { ...about, inputHash, found, version: 1, extras: [] };
  });
  return ok({ id });
}

/** What was drafted, and the drafts it took the place of. */
export type KeptFill = { shiftIds: string[]; replaced: ShiftDraft[] };

/** Drafts all shifts of a fill together; refused while it is looked for, and where anything it was made from has changed since. */
export async function acceptFill(
  ctx: Ctx<Manager>,
  { id }: FillIdInput,
): Promise<Result<KeptFill, "plan_outdated" | "fill_goes_on">> {
  const { status, result } = await requireFillRun(ctx, id);
  if (!result) return refuse(status === "running" ? "fill_goes_on" : "plan_outdated");
  const { poolId, roleIds } = result;
  const [from, to] = [day(result.from), day(result.to)];
  const shifts = result.found.shifts.map((shift) => ({ ...shift, on: day(shift.on), poolId }));
  const answer = await inTransaction(ctx, async (tx): Promise<Result<KeptFill, "plan_outdated">> => {
    await lockWeeks(tx, poolId, daysFrom(from, to));
    const question = await readFillQuestion(tx, { poolId, from, to, roleIds });
    if ((await hashOfQuestion(question)) !== result.inputHash) return refuse("plan_outdated");
    const gone = new Set(shifts.flatMap(({ replacesId }) => replacesId ?? []));
    const known = new Map(question.weeks.flatMap((week) => week.shifts.map((shift) => [shift.id, shift])));
    const replaced = [...gone].flatMap((draftId) => known.get(draftId) ?? []);
    await tx.db.shift.deleteMany({ where: { id: { in: [...gone] }, poolId, status: "draft" } });
    const shiftIds = await writeDrafts(tx, shifts);
    await audit(tx, scheduleAudit("shift.filled", poolId, { poolId, from, to, count: shiftIds.length }));
    return ok({ shiftIds, replaced: replaced.map((draft) => draftOf(poolId, draft)) });
  });
  if (answer.ok) await forgetRun(ctx, id);
  return answer;
}

function draftOf(poolId: string, shift: PlannedShift): ShiftDraft {
  const { assistantId, on, startMinute, endMinute, breakStartMinute, breakMinutes, work } = shift;
  return { poolId, assistantId, on, startMinute, endMinute, breakStartMinute, breakMinutes, work };
}

/** Takes back what keeping a fill drafted, and drafts again what that took the place of; what was published stays. */
export function undoFill(
  ctx: Ctx<Manager>,
  { poolId, ids, replaced }: UndoFillInput,
): Promise<Result<{ removed: number }>> {
  if (!canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  return inTransaction(ctx, async (tx) => {
    const removed = await removeDrafts(tx, { poolId, ids });
    for (const draft of replaced) {
      const again = await draftShift(tx, { ...draft, poolId });
      if (!again.ok) return again;
    }
    return removed;
  });
}

/** Ends a fill and keeps the best so far as its proposal. */
export async function stopFill(
  ctx: Ctx<Manager>,
  { id }: FillIdInput,
): Promise<Result<{ id: string }, never>> {
  await requireFillRun(ctx, id);
  await stopRun(ctx, id);
  return ok({ id });
}

/** Puts a fill away; nothing of it is kept. */
export async function discardFill(
  ctx: Ctx<Manager>,
  { id }: FillIdInput,
): Promise<Result<{ id: string }, never>> {
  await requireFillRun(ctx, id);
  await stopRun(ctx, id);
  await waitForRun(ctx, FILL_RUN, id, STOP_MS);
  await forgetRun(ctx, id);
  return ok({ id });
}
