import "server-only";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { refuseChanged } from "@/lib/moves/service-changes";
import { canManagePool } from "@/lib/pools/policy";
import { firstUnknownDuty } from "@/lib/pools/queries-duties";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import { supportAudit } from "@/lib/support/audit";
import { type Day, dayOfColumn, dayToDate } from "@/lib/time/day";
import { canArrangeSupport } from "./policy";
import { dutySetOf } from "./rules";
import type {
  ChangeSupportAssignmentInput,
  CreateSupportAssignmentInput,
  EndSupportAssignmentInput,
  RemoveSupportAssignmentInput,
} from "./schema";
import { refusalOfClash, refusalOfPair, refusingClash, type SupportClash } from "./service-clash";

export type TermRefusal =
  | SupportClash
  | "ends_before_start"
  | "assistant_leaves_before"
  | "not_available_for_executive";

/** Names who supports an executive with which duties; refuses a second primary of a duty at the same time and a person named for one twice. */
export async function createSupportAssignment(
  ctx: Ctx<Manager>,
  input: CreateSupportAssignmentInput,
): Promise<Result<{ id: string }, TermRefusal | "unknown_duty">> {
  const leavesOn = await requirePair(ctx, input);
  if (input.to !== null && input.to < input.from) return refuse("ends_before_start", { path: "to" });
  if (leavesOn !== null && leavesOn < input.from) {
    return refuse("assistant_leaves_before", { path: "from", details: { leavesOn } });
  }
  const unknown = await refusalOfDuties(ctx, input);
  if (unknown) return unknown;
  const wanted = { ...input, dutyIds: dutySetOf(input.dutyIds), id: null };
  return refusingClash(ctx, wanted, () =>
    inTransaction(ctx, async (tx) => {
      const refusal = (await refusalOfPair(tx, wanted)) ?? (await refusalOfClash(tx, wanted));
      return refusal ?? ok({ id: await writeNewSupport(tx, wanted) });
    }),
  );
}

/** Refuses duties that the catalogue does not have. */
export async function refusalOfDuties(ctx: Ctx, { dutyIds }: { dutyIds: readonly string[] }) {
  const duty = await firstUnknownDuty(ctx, dutyIds);
  return duty === null ? null : refuse("unknown_duty", { path: "dutyIds", details: { duty } });
}

/** Writes support that clashes with none, with its audit. */
export async function writeNewSupport(
  tx: Ctx<Manager>,
  { executiveId, assistantId, dutyIds, role, rank, from, to }: CreateSupportAssignmentInput,
): Promise<string> {
  const term = { role, rank, from, to };
  const { id } = await tx.db.supportAssignment.create({
    data: { executiveId, assistantId, dutyIds, ...termFields(term), createdAt: tx.now },
    select: { id: true },
  });
  await audit(tx, supportAudit("support.created", id, { executiveId, assistantId, dutyIds, ...term }));
  return id;
}

/** Changes the role and dates of support; refuses a lost update, a second primary of a duty and a person named for one twice. */
export async function changeSupportAssignment(
  ctx: Ctx<Manager>,
  input: ChangeSupportAssignmentInput,
): Promise<Result<{ id: string }, TermRefusal | "changed_since_read">> {
  const { executiveId, assistantId, dutyIds, ...before } = await requireSupport(ctx, input.id);
  const { role, rank, from, to } = input;
  const isLonger = from < before.from || (before.to !== null && (to === null || to > before.to));
  if (input.to !== null && input.to < input.from) return refuse("ends_before_start", { path: "to" });
  const wanted = { ...input, executiveId, assistantId, dutyIds };
  return refusingClash(ctx, wanted, () =>
    inTransaction(ctx, async (tx) => {
      const refusal =
        (isLonger ? await refusalOfPair(tx, wanted) : null) ?? (await refusalOfClash(tx, wanted));
      if (refusal) return refusal;
      const { count } = await tx.db.supportAssignment.updateMany({
        where: { id: input.id, version: input.version },
        data: { ...termFields(input), version: { increment: 1 } },
      });
      if (count === 0) return refuseChangedSupport(tx, input);
      await audit(
        tx,
        supportAudit("support.changed", input.id, {
          executiveId,
          assistantId,
          dutyIds,
          role,
          rank,
          from,
          to,
        }),
      );
      return ok({ id: input.id });
    }),
  );
}

/** Says which day is the last of some support; refuses one before its first. */
export async function endSupportAssignment(
  ctx: Ctx<Manager>,
  input: EndSupportAssignmentInput,
): Promise<Result<{ id: string }, TermRefusal | "changed_since_read">> {
  const { role, rank, from } = await requireSupport(ctx, input.id);
  return changeSupportAssignment(ctx, { ...input, role, rank, from });
}

/** Takes back support that was entered by mistake; what has been is better ended, so that history stays. */
export async function removeSupportAssignment(
  ctx: Ctx<Manager>,
  { id, version }: RemoveSupportAssignmentInput,
): Promise<Result<{ id: string }, "changed_since_read">> {
  const { executiveId, assistantId } = await requireSupport(ctx, id);
  return inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.supportAssignment.deleteMany({ where: { id, version } });
    if (count === 0) return refuseChangedSupport(tx, { id, version });
    await audit(tx, supportAudit("support.removed", id, { executiveId, assistantId }));
    return ok({ id });
  });
}

/** Refuses a change of support that another has changed since it was read. */
export async function refuseChangedSupport(
  tx: Ctx,
  { id, version }: { id: string; version: number },
): Promise<Refusal<"changed_since_read">> {
  const current = await tx.db.supportAssignment.findUnique({ where: { id }, select: { version: true } });
  return refuseChanged(tx, { entityType: "support_assignment", id }, { version }, current);
}

type Pair = { executiveId: string; assistantId: string };

async function requirePair(ctx: Ctx<Manager>, { executiveId, assistantId }: Pair): Promise<Day | null> {
  const [executive, assistant] = await Promise.all([
    ctx.db.executive.findUnique({ where: { id: executiveId }, select: { poolId: true } }),
    ctx.db.assistant.findUnique({ where: { id: assistantId }, select: { poolId: true, leavesOn: true } }),
  ]);
  if (!executive || !canArrangeSupport(ctx.actor, executive)) throw new NotFoundError("executive");
  if (!assistant || !canManagePool(ctx.actor, assistant.poolId)) throw new NotFoundError("assistant");
  return assistant.leavesOn && dayOfColumn(assistant.leavesOn);
}

/** Support as it is written, for the manager who arranges it; any other is not found. */
export async function requireSupport(ctx: Ctx<Manager>, id: string) {
  const row = await ctx.db.supportAssignment.findUnique({
    where: { id },
    include: { executive: { select: { poolId: true } } },
  });
  if (!row || !canArrangeSupport(ctx.actor, row.executive)) throw new NotFoundError("support_assignment");
  const { executiveId, assistantId, role, rank, dutyIds, fromOn, toOn } = row;
  const term = { from: dayOfColumn(fromOn), to: toOn && dayOfColumn(toOn) };
  return { executiveId, assistantId, role, rank, dutyIds, ...term };
}

type RoleAndTerm = Pick<ChangeSupportAssignmentInput, "role" | "rank" | "from" | "to">;

function termFields({ role, rank, from, to }: RoleAndTerm) {
  return { role, rank, fromOn: dayToDate(from), toOn: to && dayToDate(to) };
}
