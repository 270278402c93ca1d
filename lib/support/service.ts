import "server-only";

import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result, refuse } from "@/lib/result";
import { supportAudit } from "@/lib/support/audit";
import { type Day, dayOfColumn, dayToDate } from "@/lib/time/day";
import { canArrangeSupport } from "./policy";
import type {
  ChangeSupportAssignmentInput,
  CreateSupportAssignmentInput,
  EndSupportAssignmentInput,
  RemoveSupportAssignmentInput,
} from "./schema";
import { refusalOfClash, refusingClash, type SupportClash } from "./service-clash";

type TermRefusal = SupportClash | "ends_before_start" | "assistant_leaves_before";

/** Names who supports an executive; refuses a second primary at the same time and a person named twice. */
export async function createSupportAssignment(
  ctx: Ctx<Manager>,
  input: CreateSupportAssignmentInput,
): Promise<Result<{ id: string }, TermRefusal>> {
  const leavesOn = await requirePair(ctx, input);
  if (input.to !== null && input.to < input.from) return refuse("ends_before_start", { path: "to" });
  if (leavesOn !== null && leavesOn < input.from) {
    return refuse("assistant_leaves_before", { path: "from", details: { leavesOn } });
  }
  return refusingClash(ctx, { ...input, id: null }, () =>
    inTransaction(ctx, async (tx) => {
      const clash = await refusalOfClash(tx, { ...input, id: null });
      if (clash) return clash;
      const { executiveId, assistantId } = input;
      const { id } = await tx.db.supportAssignment.create({
        data: { executiveId, assistantId, ...termFields(input), createdAt: ctx.now },
        select: { id: true },
      });
      await audit(tx, supportAudit("support.created", id, input));
      return ok({ id });
    }),
  );
}

/** Changes the role and dates of support; refuses a lost update, a second primary and a person named twice. */
export async function changeSupportAssignment(
  ctx: Ctx<Manager>,
  input: ChangeSupportAssignmentInput,
): Promise<Result<{ id: string }, TermRefusal | "changed_meanwhile">> {
  const pair = await requireSupport(ctx, input.id);
  if (input.to !== null && input.to < input.from) return refuse("ends_before_start", { path: "to" });
  const wanted = { ...input, ...pair };
  return refusingClash(ctx, wanted, () =>
    inTransaction(ctx, async (tx) => {
      const clash = await refusalOfClash(tx, wanted);
      if (clash) return clash;
      const { count } = await tx.db.supportAssignment.updateMany({
        where: { id: input.id, version: input.version },
        data: { ...termFields(input), version: { increment: 1 } },
      });
      if (count === 0) return refuse("changed_meanwhile");
      await audit(tx, supportAudit("support.changed", input.id, wanted));
      return ok({ id: input.id });
    }),
  );
}

/** Says which day is the last of some support; refuses one before its first. */
export async function endSupportAssignment(
  ctx: Ctx<Manager>,
  input: EndSupportAssignmentInput,
): Promise<Result<{ id: string }, TermRefusal | "changed_meanwhile">> {
  await requireSupport(ctx, input.id);
  const row = await ctx.db.supportAssignment.findUniqueOrThrow({
    where: { id: input.id },
    select: { role: true, rank: true, fromOn: true },
  });
  return changeSupportAssignment(ctx, {
    ...input,
    role: row.role,
    rank: row.rank,
    from: dayOfColumn(row.fromOn),
  });
}

/** Takes back support that was entered by mistake; what has been is better ended, so that history stays. */
export async function removeSupportAssignment(
  ctx: Ctx<Manager>,
  { id, version }: RemoveSupportAssignmentInput,
): Promise<Result<{ id: string }, "changed_meanwhile">> {
  const pair = await requireSupport(ctx, id);
  return inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.supportAssignment.deleteMany({ where: { id, version } });
    if (count === 0) return refuse("changed_meanwhile");
    await audit(tx, supportAudit("support.removed", id, pair));
    return ok({ id });
  });
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

async function requireSupport(ctx: Ctx<Manager>, id: string): Promise<Pair> {
  const row = await ctx.db.supportAssignment.findUnique({
    where: { id },
    select: { executiveId: true, assistantId: true, executive: { select: { poolId: true } } },
  });
  if (!row || !canArrangeSupport(ctx.actor, row.executive)) throw new NotFoundError("support_assignment");
  return { executiveId: row.executiveId, assistantId: row.assistantId };
}

function termFields({ role, rank, from, to }: ChangeSupportAssignmentInput | CreateSupportAssignmentInput) {
  return { role, rank, fromOn: dayToDate(from), toOn: to && dayToDate(to) };
}
