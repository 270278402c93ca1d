import "server-only";
import { absenceAudit } from "@/lib/absences/audit";
import { canSeeAbsence, isOwnAbsence, placeToDecide } from "@/lib/absences/deciders/policy";
import { getActingFor } from "@/lib/absences/deciders/queries";
import { type LeavePerson, requireLeavePerson } from "@/lib/absences/deciders/queries-people";
import { keptAmount, writtenAmount } from "@/lib/absences/requests/rules";
import { listLeaveTypes } from "@/lib/absences/settings/queries";
import type { LeaveTypeView } from "@/lib/absences/settings/schema-leave";
import type { Manager, Person } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { lockAssistant } from "@/lib/covers/service";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result, refuse } from "@/lib/result";
import { dayOfColumn, dayToDate } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { yearOf } from "./rules";
import type {
  AdjustLeaveInput,
  AdjustmentView,
  EntitlementView,
  PoolInput,
  SetAllowanceInput,
  SetEntitlementInput,
} from "./schema";

type TypeRefusal = "unknown_leave_type" | "not_counted";

/** The type an amount is of; refuses one that keeps no balance. */
async function countedType(ctx: Ctx, id: string): Promise<Result<LeaveTypeView, TypeRefusal>> {
  const type = (await listLeaveTypes(ctx)).find((one) => one.id === id);
  if (!type) return refuse("unknown_leave_type", { path: "type" });
  return type.countsAgainstAllowance ? ok(type) : refuse("not_counted", { path: "type" });
}

/** What the pools of the manager give in a full-time year, type by type. */
export async function listEntitlements(ctx: Ctx<Manager>, { poolId }: PoolInput): Promise<EntitlementView[]> {
  if (!canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  const rows = await ctx.db.leaveEntitlement.findMany({
    where: { poolId },
    include: { leaveType: { select: { measure: true, sortOrder: true } } },
    orderBy: [{ leaveType: { sortOrder: "asc" } }, { leaveTypeId: "asc" }],
  });
  return rows.map(({ leaveTypeId, leaveType: { measure }, ...row }) => ({
    poolId,
    type: leaveTypeId,
    measure,
    amount: writtenAmount(row.amount, measure),
    accrual: row.accrual,
    carryOverMost: writtenAmount(row.carryOverMost, measure),
    carryOverUntil: row.carryOverUntil,
    firstYear: row.firstYear,
    version: row.version,
  }));
}

/** Says what a full-time year in a pool gives of a type; refuses a lost update, and types that keep no balance. */
export async function setEntitlement(
  ctx: Ctx<Manager>,
  input: SetEntitlementInput,
): Promise<Result<{ poolId: string; type: string }, TypeRefusal | "changed_since_read">> {
  const { poolId, type: leaveTypeId, accrual, carryOverUntil, version } = input;
  if (!canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  const type = await countedType(ctx, leaveTypeId);
  if (!type.ok) return type;
  const { measure } = type.value;
  return inTransaction(ctx, async (tx) => {
    const { timeZone } = await tx.db.pool.findUniqueOrThrow({
      where: { id: poolId },
      select: { timeZone: true },
    });
    const known = await tx.db.leaveEntitlement.findUnique({
      where: { poolId_leaveTypeId: { poolId, leaveTypeId } },
    });
    if (known && version !== undefined && version !== known.version)
      return refuse("changed_since_read", { details: { version: known.version } });
    const data = {
      amount: keptAmount(input.amount, measure),
      accrual,
      carryOverMost: keptAmount(input.carryOverMost, measure),
      carryOverUntil,
      firstYear: input.firstYear ?? known?.firstYear ?? yearOf(dayIn(timeZone, tx.now)),
    };
    await tx.db.leaveEntitlement.upsert({
      where: { poolId_leaveTypeId: { poolId, leaveTypeId } },
      create: { poolId, leaveTypeId, ...data },
      update: { ...data, version: { increment: 1 } },
    });
    await audit(tx, absenceAudit("leave_entitlement.set", poolId, { type: leaveTypeId, ...data }));
    return ok({ poolId, type: leaveTypeId });
  });
}

/** An assistant whose balances the actor may change; refuses one's own. */
async function personToChange(
  tx: Ctx<Person>,
  assistantId: string,
): Promise<Result<LeavePerson, "own_balance" | "not_the_decider">> {
  const person = await requireLeavePerson(tx, assistantId);
  const actingFor = await getActingFor(tx);
  if (!canSeeAbsence(tx.actor, person.owner, actingFor)) throw new NotFoundError("assistant");
  if (isOwnAbsence(tx.actor, { assistantId })) return refuse("own_balance", { path: "assistantId" });
  const leads = canManagePool(tx.actor, person.pool.id) || placeToDecide(actingFor, person.owner);
  return leads ? ok(person) : refuse("not_the_decider", { path: "assistantId" });
}

type PersonRefusal = TypeRefusal | "own_balance" | "not_the_decider";

/** Says what one person has of a type in a year; null lets it follow from the pool and from the year before. */
export async function setAllowance(
  ctx: Ctx<Manager>,
  { assistantId, type: leaveTypeId, year, amount, carriedOver }: SetAllowanceInput,
): Promise<Result<{ assistantId: string }, PersonRefusal>> {
  const type = await countedType(ctx, leaveTypeId);
  if (!type.ok) return type;
  const kept = (value: number | null) => (value === null ? null : keptAmount(value, type.value.measure));
  return inTransaction(ctx, async (tx) => {
    const person = await personToChange(tx, assistantId);
    if (!person.ok) return person;
    await lockAssistant(tx, assistantId);
    const data = { amount: kept(amount), carriedOver: kept(carriedOver) };
    await tx.db.leaveAllowance.upsert({
      where: { assistantId_leaveTypeId_year: { assistantId, leaveTypeId, year } },
      create: { assistantId, leaveTypeId, year, ...data },
      update: { ...data, version: { increment: 1 } },
    });
    await audit(tx, absenceAudit("leave_allowance.set", assistantId, { type: leaveTypeId, year, ...data }));
    return ok({ assistantId });
  });
}

/** Gives or takes away leave by hand, or enters overtime earned; the reason stays out of the audit log. */
export async function adjustLeave(
  ctx: Ctx<Manager>,
  { assistantId, type: leaveTypeId, amount, on, reason }: AdjustLeaveInput,
): Promise<Result<{ id: string }, PersonRefusal | "too_small">> {
  const type = await countedType(ctx, leaveTypeId);
  if (!type.ok) return type;
  const kept = keptAmount(amount, type.value.measure);
  if (kept === 0) return refuse("too_small", { path: "amount" });
  return inTransaction(ctx, async (tx) => {
    const person = await personToChange(tx, assistantId);
    if (!person.ok) return person;
    await lockAssistant(tx, assistantId);
    const effectiveOn = on ?? dayIn(person.value.pool.timeZone, tx.now);
    const { id } = await tx.db.leaveAdjustment.create({
      data: {
        assistantId,
        leaveTypeId,
        effectiveOn: dayToDate(effectiveOn),
        amount: kept,
        reason,
        createdById: tx.actor.userId,
        createdAt: tx.now,
      },
      select: { id: true },
    });
    await audit(
      tx,
      absenceAudit("leave_adjustment.made", assistantId, {
        type: leaveTypeId,
        on: effectiveOn,
        amount: kept,
      }),
    );
    return ok({ id });
  });
}

const MOST_ADJUSTMENTS = 100;

/** What was given and taken away by hand, the latest first, for the person and those who decide. */
export async function listAdjustments(ctx: Ctx<Person>, assistantId: string): Promise<AdjustmentView[]> {
  const person = await requireLeavePerson(ctx, assistantId);
  if (!canSeeAbsence(ctx.actor, person.owner, await getActingFor(ctx))) throw new NotFoundError("assistant");
  const rows = await ctx.db.leaveAdjustment.findMany({
    where: { assistantId },
    include: { leaveType: { select: { measure: true } }, createdBy: { select: { name: true } } },
    orderBy: [{ effectiveOn: "desc" }, { id: "desc" }],
    take: MOST_ADJUSTMENTS,
  });
  return rows.map(
    ({ id, leaveTypeId, leaveType: { measure }, effectiveOn, amount, reason, createdBy, createdAt }) => ({
      id,
      type: leaveTypeId,
      measure,
      on: dayOfColumn(effectiveOn),
      amount: writtenAmount(amount, measure),
      reason,
      byName: createdBy.name,
      at: createdAt.toISOString(),
    }),
  );
}
