import "server-only";
import type { Manager } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { isRefusedBy, NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result, refuse } from "@/lib/result";
import { type HalfDay, halfDayAt, rangeIndexes } from "@/lib/time/half-day";
import { applyChange, lockBoard } from "./changes";
import { LIVE_COVER, loadOffice, stretchOf } from "./office";
import { cutOf, cutsFor } from "./rules/cuts";
import { ineligibilities } from "./rules/eligibility";
import { freeAfterCovers, type Grid, gridOf } from "./rules/grid";
import { absenceOn, minutesAtWork, type OfficeAssistant, type OfficeExecutive } from "./rules/office";
import { type CoverSlot, firstIndexOf, runsOf } from "./rules/runs";
import type { AssignCoverInput, ReleaseCoverInput } from "./schema";

export type AssignRefusal =
  | "nothing_to_cover"
  | "already_covered"
  | "cover_away"
  | "cover_not_at_work"
  | "not_available_for_desk"
  | "not_eligible"
  | "over_capacity"
  | "changed_meanwhile";

type Assigned = { changeId: string; assignmentIds: string[] };

/** Covers an executive by hand in every half-day of a stretch that needs it. A reason overrides skills and capacity, never absence or a restriction. */
export async function assignCover(
  ctx: Ctx<Manager>,
  input: AssignCoverInput,
): Promise<Result<Assigned, AssignRefusal>> {
  await requireManaged(ctx, input);
  try {
    return await inTransaction(ctx, async (tx) => {
      await lockBoard(tx, [input.executiveId], [input.assistantId]);
      return assignLocked(tx, input);
    });
  } catch (error) {
    if (isRefusedBy(error, "coverage_assignments_not_away"))
      return refuse("cover_away", { path: "assistantId" });
    if (isRefusedBy(error, "coverage_assignments_not_restricted")) return refuse("not_available_for_desk");
    if (isRefusedBy(error, "coverage_assignments_no_overlap")) return refuse("changed_meanwhile");
    throw error;
  }
}

async function requireManaged(ctx: Ctx<Manager>, input: AssignCoverInput): Promise<void> {
  const [executive, assistant] = await Promise.all([
    ctx.db.executive.findUnique({ where: { id: input.executiveId }, select: { poolId: true } }),
    ctx.db.assistant.findUnique({ where: { id: input.assistantId }, select: { poolId: true } }),
  ]);
  if (!executive || !canManagePool(ctx.actor, executive.poolId)) throw new NotFoundError("executive");
  if (!assistant || !canManagePool(ctx.actor, assistant.poolId)) throw new NotFoundError("assistant");
}

async function assignLocked(
  tx: Ctx<Manager>,
  input: AssignCoverInput,
): Promise<Result<Assigned, AssignRefusal>> {
  const { grid, executive, assistant } = await readDesk(tx, input);
  const slots = openSlots(grid, input);
  if (slots.length === 0) return refuse("nothing_to_cover");
  const taken = slots.filter((slot) => slot.coveredBy !== null);
  if (taken.length > 0 && !input.replace)
    return refuse("already_covered", { details: { slots: taken.map((slot) => slot.at) } });
  const refusal = refusalFor(grid, executive, assistant, slots, input.overrideReason !== "");
  if (refusal) return refusal;
  const runs = runsOf(grid, slots);
  const change = await applyChange(tx, {
    kind: "assigned",
    cuts: cutsFor(grid.office, runs),
    creates: runs.map((run) => ({ ...run, pinned: input.pinned, overrideReason: input.overrideReason })),
  });
  return ok({ changeId: change.id, assignmentIds: change.createdIds });
}

async function readDesk(tx: Ctx<Manager>, input: AssignCoverInput) {
  const { poolId } = await tx.db.executive.findUniqueOrThrow({
    where: { id: input.executiveId },
    select: { poolId: true },
  });
  const { poolId: coverPoolId } = await tx.db.assistant.findUniqueOrThrow({
    where: { id: input.assistantId },
    select: { poolId: true },
  });
  const office = await loadOffice(
    tx.db,
    { poolIds: [...new Set([poolId, coverPoolId])] },
    input.from,
    input.to,
  );
  const executive = office.executives.find((e) => e.id === input.executiveId);
  const assistant = office.assistants.get(input.assistantId);
  if (!executive || !assistant) throw new NotFoundError("executive");
  return { grid: gridOf(office), executive, assistant };
}

type OpenSlot = CoverSlot & { at: HalfDay; minutes: number; coveredBy: string | null };

/** Half-days of the stretch without the own assistant, apart from those the person covers already. */
function openSlots(grid: Grid, input: AssignCoverInput): OpenSlot[] {
  const { first, last } = rangeIndexes(input);
  const states = grid.rows.get(input.executiveId) ?? [];
  return states.flatMap((state, position) => {
    const index = firstIndexOf(grid) + position;
    if (index < first || index > last || (state.status !== "gap" && state.status !== "cover")) return [];
    if (state.status === "cover" && state.assistantId === input.assistantId) return [];
    return [
      {
        executiveId: input.executiveId,
        assistantId: input.assistantId,
        absenceId: state.cause.kind === "absence" ? state.cause.absenceId : null,
        index,
        at: halfDayAt(index),
        minutes: state.minutes,
        coveredBy: state.status === "cover" ? state.assistantId : null,
      },
    ];
  });
}

function refusalFor(
  grid: Grid,
  executive: OfficeExecutive,
  assistant: OfficeAssistant,
  slots: OpenSlot[],
  isOverridden: boolean,
): Result<never, AssignRefusal> | null {
  for (const slot of slots) {
    if (absenceOn(assistant, slot.at))
      return refuse("cover_away", { path: "assistantId", details: { ...slot.at } });
    if (minutesAtWork(grid.office, assistant, slot.at) === 0) {
      return refuse("cover_not_at_work", { path: "assistantId", details: { ...slot.at } });
    }
  }
  const rules = ineligibilities(grid.office, assistant, executive, slots[0]?.at.on ?? grid.office.from);
  if (rules.some((rule) => rule.rule === "not_available")) return refuse("not_available_for_desk");
  if (isOverridden) return null;
  if (rules.length > 0) return refuse("not_eligible", { path: "assistantId", details: { rules } });
  const free = freeAfterCovers(grid).get(assistant.id) ?? [];
  const full = slots.find((slot) => (free[slot.index - firstIndexOf(grid)] ?? 0) < slot.minutes);
  if (!full) return null;
  const freeMinutes = free[full.index - firstIndexOf(grid)] ?? 0;
  return refuse("over_capacity", {
    path: "assistantId",
    details: { ...full.at, freeMinutes, neededMinutes: full.minutes },
  });
}

/** Ends a cover, or a part of it; the half-days become gaps again. Refuses one that has ended already. */
export async function releaseCover(
  ctx: Ctx<Manager>,
  input: ReleaseCoverInput,
): Promise<Result<{ changeId: string }, "not_possible_now">> {
  return inTransaction(ctx, async (tx) => {
    const row = await tx.db.coverageAssignment.findUnique({
      where: { id: input.id },
      select: { executiveId: true, assistantId: true, executive: { select: { poolId: true } } },
    });
    if (!row || !canManagePool(ctx.actor, row.executive.poolId)) throw new NotFoundError("cover");
    await lockBoard(tx, [row.executiveId], [row.assistantId]);
    const cover = await getLiveCover(tx, input.id);
    if (!cover) return refuse("not_possible_now");
    const stretch = input.stretch ? rangeIndexes(input.stretch) : cover;
    const indexes = Array.from({ length: stretch.last - stretch.first + 1 }, (_, i) => stretch.first + i);
    const cut = cutOf(cover, indexes);
    if (!cut) return refuse("not_possible_now");
    const change = await applyChange(tx, { kind: "released", cuts: [cut], creates: [] });
    return ok({ changeId: change.id });
  });
}

async function getLiveCover(tx: Ctx<Manager>, id: string) {
  const row = await tx.db.coverageAssignment.findUnique({ where: { id } });
  if (!row || !LIVE_COVER.some((status) => status === row.status)) return null;
  return { ...row, ...stretchOf(row) };
}
