import "server-only";
import { absenceAudit } from "@/lib/absences/audit";
import type { PoolInput } from "@/lib/absences/balances/schema";
import { absenceNotice } from "@/lib/absences/notices";
import type { RecordIdInput } from "@/lib/absences/settings/schema";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { notify } from "@/lib/notices/service-notify";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result, refuse } from "@/lib/result";
import { addDays, type Day, dayOfColumn, dayToDate } from "@/lib/time/day";
import { daysOnEarth } from "@/lib/time/zone";
import type { PoolLeavePolicy } from "@/prisma/generated/client/client";
import { canEndDeputy, canNameDeputy } from "./policy";
import { isDecider } from "./queries-possible";
import { reportingLimitsOf } from "./rules";
import type {
  AddDeputyInput,
  AssistantPolicyView,
  DeputyView,
  PoolPolicyView,
  SetAssistantPolicyInput,
  SetPoolPolicyInput,
} from "./schema";

/** Whether a pool decides once or twice, and who decides second. */
export async function getPoolPolicy(ctx: Ctx<Manager>, { poolId }: PoolInput): Promise<PoolPolicyView> {
  if (!canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  const row = await ctx.db.poolLeavePolicy.findUnique({ where: { poolId } });
  return policyOf(poolId, row);
}

function policyOf(poolId: string, row: PoolLeavePolicy | null): PoolPolicyView {
  const { daysBack, daysAhead } = reportingLimitsOf(row);
  return {
    poolId,
    approvalStages: row?.approvalStages ?? 1,
    secondDeciderId: row?.secondDeciderId ?? null,
    reportedDaysBack: daysBack,
    reportedDaysAhead: daysAhead,
  };
}

/** Lets a pool decide once or twice; refuses two decisions where nobody could take the second. */
export async function setPoolPolicy(
  ctx: Ctx<Manager>,
  { poolId, approvalStages, secondDeciderId, ...reported }: SetPoolPolicyInput,
): Promise<Result<PoolPolicyView, "not_a_decider" | "nobody_decides_second">> {
  if (!canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  return inTransaction(ctx, async (tx) => {
    if (secondDeciderId && !(await isDecider(tx, secondDeciderId)))
      return refuse("not_a_decider", { path: "secondDeciderId" });
    const managers = await tx.db.poolManager.count({ where: { poolId } });
    if (approvalStages === 2 && !secondDeciderId && managers < 2)
      return refuse("nobody_decides_second", { path: "secondDeciderId" });
    const data = { approvalStages, secondDeciderId, ...reported };
    const row = await tx.db.poolLeavePolicy.upsert({
      where: { poolId },
      create: { poolId, ...data },
      update: { ...data, version: { increment: 1 } },
    });
    await audit(tx, absenceAudit("leave_policy.set", poolId, data));
    return ok(policyOf(poolId, row));
  });
}

/** Who decides on one assistant's leave. */
export async function getAssistantPolicy(
  ctx: Ctx<Manager>,
  assistantId: string,
): Promise<AssistantPolicyView> {
  await requirePoolOf(ctx, assistantId);
  const row = await ctx.db.assistantLeavePolicy.findUnique({ where: { assistantId } });
  return { assistantId, deciderId: row?.deciderId ?? null, isAutomatic: row?.isAutomatic ?? false };
}

async function requirePoolOf(ctx: Ctx<Manager>, assistantId: string): Promise<{ userId: string }> {
  const row = await ctx.db.assistant.findUnique({
    where: { id: assistantId },
    select: { poolId: true, userId: true },
  });
  if (!row || !canManagePool(ctx.actor, row.poolId)) throw new NotFoundError("assistant");
  return row;
}

/** Gives an assistant a decider of their own, or lets their leave be approved at once; nobody decides on their own. */
export async function setAssistantPolicy(
  ctx: Ctx<Manager>,
  { assistantId, deciderId, isAutomatic }: SetAssistantPolicyInput,
): Promise<Result<AssistantPolicyView, "not_a_decider" | "own_absence">> {
  return inTransaction(ctx, async (tx) => {
    const { userId } = await requirePoolOf(tx, assistantId);
    if (deciderId === userId) return refuse("own_absence", { path: "deciderId" });
    if (isAutomatic && ctx.actor.userId === userId) return refuse("own_absence", { path: "isAutomatic" });
    if (deciderId && !(await isDecider(tx, deciderId))) return refuse("not_a_decider", { path: "deciderId" });
    const data = { deciderId, isAutomatic };
    await tx.db.assistantLeavePolicy.upsert({
      where: { assistantId },
      create: { assistantId, ...data },
      update: { ...data, version: { increment: 1 } },
    });
    await audit(tx, absenceAudit("assistant_leave_policy.set", assistantId, data));
    return ok({ assistantId, ...data });
  });
}

const NAMES = { manager: { select: { name: true } }, deputy: { select: { name: true } } } as const;
const KEPT_DAYS = 90;

/** Who stands in for the managers of one's pools, and for whom one stands in oneself; what is long over is left out. */
export async function listDeputies(ctx: Ctx<Manager>): Promise<DeputyView[]> {
  const rows = await ctx.db.managerDeputy.findMany({
    where: {
      OR: [{ deputyId: ctx.actor.userId }, { managerId: { in: await leadersOfOwnPools(ctx) } }],
      toOn: { gte: dayToDate(addDays(daysOnEarth(ctx.now).from, -KEPT_DAYS)) },
    },
    include: NAMES,
    orderBy: [{ fromOn: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, managerId, deputyId, manager, deputy, fromOn, toOn }) => ({
    id,
    managerId,
    managerName: manager.name,
    deputyId,
    deputyName: deputy.name,
    from: dayOfColumn(fromOn),
    to: dayOfColumn(toOn),
  }));
}

async function leadersOfOwnPools(ctx: Ctx<Manager>): Promise<string[]> {
  const rows = await ctx.db.poolManager.findMany({
    where: { poolId: { in: [...ctx.actor.managedPoolIds] } },
    select: { userId: true },
    distinct: ["userId"],
  });
  return rows.map((row) => row.userId);
}

/** Names who decides while a manager is away. A manager names their own deputy; an administrator that of a fellow manager, and never themselves. */
export async function addDeputy(
  ctx: Ctx<Manager>,
  { managerId = ctx.actor.userId, deputyId, from, to }: AddDeputyInput,
): Promise<Result<{ id: string }, "ends_before_start" | "not_a_decider" | "own_deputy" | "not_own_deputy">> {
  if (to < from) return refuse("ends_before_start", { path: "to" });
  if (managerId === deputyId) return refuse("own_deputy", { path: "deputyId" });
  if (!(await leadersOfOwnPools(ctx)).includes(managerId)) throw new NotFoundError("manager");
  if (!canNameDeputy(ctx.actor, { managerId, deputyId }))
    return refuse("not_own_deputy", { path: "managerId" });
  return inTransaction(ctx, async (tx) => {
    if (!(await isDecider(tx, deputyId))) return refuse("not_a_decider", { path: "deputyId" });
    const { id } = await tx.db.managerDeputy.create({
      data: { managerId, deputyId, fromOn: dayToDate(from), toOn: dayToDate(to) },
      select: { id: true },
    });
    const data = { managerId, deputyId, from, to };
    await audit(tx, absenceAudit("deputy.named", id, data));
    await tellOfDeputy(tx, "deputy_named", data);
    return ok({ id });
  });
}

type Turn = { managerId: string; deputyId: string; from: Day; to: Day };

async function tellOfDeputy(
  tx: Ctx,
  kind: "deputy_named" | "deputy_removed",
  { managerId, deputyId, from, to }: Turn,
): Promise<void> {
  const users = await tx.db.user.findMany({
    where: { id: { in: [managerId, deputyId] } },
    select: { id: true, name: true },
  });
  const nameOf = (userId: string) => users.find((user) => user.id === userId)?.name ?? "";
  const params = {
    name: nameOf(managerId),
    deputy: nameOf(deputyId),
    range: { from, fromPart: "am" as const, to, toPart: "pm" as const },
  };
  await notify(tx, absenceNotice(kind, [managerId, deputyId], params));
}

/** Ends a deputy's turn; what they decided stands. The manager, the deputy or an administrator ends it. */
export async function removeDeputy(
  ctx: Ctx<Manager>,
  { id }: RecordIdInput,
): Promise<Result<{ id: string }, "not_own_deputy">> {
  return inTransaction(ctx, async (tx) => {
    const row = await tx.db.managerDeputy.findUnique({ where: { id } });
    const isKnown =
      row && (row.deputyId === ctx.actor.userId || (await leadersOfOwnPools(tx)).includes(row.managerId));
    if (!isKnown) throw new NotFoundError("deputy");
    if (!canEndDeputy(ctx.actor, row)) return refuse("not_own_deputy");
    await tx.db.managerDeputy.delete({ where: { id }, select: { id: true } });
    const data = { managerId: row.managerId, deputyId: row.deputyId };
    await audit(tx, absenceAudit("deputy.removed", id, data));
    const days = { from: dayOfColumn(row.fromOn), to: dayOfColumn(row.toOn) };
    await tellOfDeputy(tx, "deputy_removed", { ...data, ...days });
    return ok({ id });
  });
}
