import "server-only";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { isRefusedBy, NotFoundError, sqlStateOf } from "@/lib/errors";
import { refuseChanged } from "@/lib/moves/service-changes";
import { canManagePool } from "@/lib/pools/policy";
import { firstUnknownDuty } from "@/lib/pools/queries-duties";
import type { RefusalReason } from "@/lib/refusals";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import { scheduleAudit } from "@/lib/schedules/audit";
import { checkWork, type WorkRefusal } from "@/lib/schedules/week/queries-work";
import { usualBreakMinutes } from "@/lib/schedules/week/rules";
import { dayToDate } from "@/lib/time/day";
import { requireDemand } from "./queries";
import type {
  AddDemandInput,
  ChangeDemandInput,
  ChangeWorkRoleInput,
  CreateDemandInput,
  CreateTemplateInput,
  CreateWorkRoleInput,
  SchedulePolicyInput,
} from "./schema";

type Made = { id: string };

type RoleRefusal = "unknown_duty" | "role_name_taken";

/** Makes a kind of work for every pool; refuses a skill the catalogue of duties does not have, and a name that is taken. */
export function createWorkRole(
  ctx: Ctx<Manager>,
  input: CreateWorkRoleInput,
): Promise<Result<Made, RoleRefusal>> {
  return refusingTakenName(() =>
    inTransaction(ctx, async (tx) => {
      const refusal = await refusalOfSkill(tx, input.dutyId);
      if (refusal) return refusal;
      const { id } = await tx.db.workRole.create({ data: input, select: { id: true } });
      await audit(tx, scheduleAudit("schedule_setting.role_added", id));
      return ok({ id });
    }),
  );
}

/** Changes or retires a kind of work; refuses a lost update, and a name that is taken. */
export function changeWorkRole(
  ctx: Ctx<Manager>,
  { id, version, ...data }: ChangeWorkRoleInput,
): Promise<Result<Made, RoleRefusal | "changed_since_read">> {
  return refusingTakenName(() =>
    inTransaction(ctx, async (tx) => {
      const refusal = await refusalOfSkill(tx, data.dutyId);
      if (refusal) return refusal;
      const { count } = await tx.db.workRole.updateMany({
        where: { id, version },
        data: { ...data, version: { increment: 1 } },
      });
      if (count === 0) {
        const current = await tx.db.workRole.findUnique({ where: { id }, select: { version: true } });
        return refuseChanged(tx, { entityType: "work_role", id }, { version }, current);
      }
      await audit(tx, scheduleAudit("schedule_setting.role_changed", id));
      return ok({ id });
    }),
  );
}

async function refusalOfSkill(tx: Ctx, duty: string | null): Promise<Refusal<"unknown_duty"> | null> {
  const isUnknown = duty !== null && (await firstUnknownDuty(tx, [duty])) !== null;
  return isUnknown ? refuse("unknown_duty", { path: "dutyId", details: { duty } }) : null;
}

/** Turns the unique names of roles, in either language, into the refusal of the one that is taken. */
async function refusingTakenName<T, R extends RefusalReason>(
  write: () => Promise<Result<T, R>>,
): Promise<Result<T, R | "role_name_taken">> {
  try {
    return await write();
  } catch (error) {
    if (isRefusedBy(error, "work_roles_name_sv")) return refuse("role_name_taken", { path: "nameSv" });
    if (isRefusedBy(error, "work_roles_name_en")) return refuse("role_name_taken", { path: "nameEn" });
    throw error;
  }
}

function gate({ actor }: Ctx<Manager>, poolId: string): void {
  if (!canManagePool(actor, poolId)) throw new NotFoundError("pool");
}

/** Says how many people a role needs in some hours. */
export function createDemand(
  ctx: Ctx<Manager>,
  { on, validFrom, validTo, ...input }: CreateDemandInput,
): Promise<Result<Made, "ends_before_start">> {
  gate(ctx, input.poolId);
  return inTransaction(ctx, async (tx) => {
    if (input.endMinute <= input.startMinute) return refuse("ends_before_start", { path: "endMinute" });
    if (validTo && validFrom && validTo < validFrom) return refuse("ends_before_start", { path: "validTo" });
    const role = await tx.db.workRole.findUnique({ where: { id: input.roleId }, select: { id: true } });
    if (!role) throw new NotFoundError("work role");
    const { id } = await tx.db.roleDemand.create({
      data: {
        ...input,
        on: on && dayToDate(on),
        ...(validFrom && { validFrom: dayToDate(validFrom) }),
        validTo: validTo && dayToDate(validTo),
      },
      select: { id: true },
    });
    const { poolId, roleId } = input;
    await audit(tx, scheduleAudit("schedule_setting.demand_added", id, { poolId, roleId }));
    return ok({ id });
  });
}

/** Says the same of several weekdays at once. */
export function addDemand(
  ctx: Ctx<Manager>,
  { weekdays, ...input }: AddDemandInput,
): Promise<Result<{ count: number }, "ends_before_start">> {
  return inTransaction(ctx, async (tx) => {
    for (const weekday of new Set(weekdays)) {
      const made = await createDemand(tx, { ...input, weekday, on: null, validTo: null });
      if (!made.ok) return made;
    }
    return ok({ count: weekdays.length });
  });
}

/** Changes the hours or the number of people; refuses a lost update. */
export function changeDemand(
  ctx: Ctx<Manager>,
  { id, version, validTo, ...data }: ChangeDemandInput,
): Promise<Result<Made, "ends_before_start" | "changed_since_read">> {
  return inTransaction(ctx, async (tx) => {
    const demand = await requireDemand(tx, id);
    if (data.endMinute <= data.startMinute) return refuse("ends_before_start", { path: "endMinute" });
    if (validTo && validTo < demand.validFrom) return refuse("ends_before_start", { path: "validTo" });
    const { count } = await tx.db.roleDemand.updateMany({
      where: { id, version },
      data: { ...data, validTo: validTo && dayToDate(validTo), version: { increment: 1 } },
    });
    if (count === 0) return refuseChanged(tx, { entityType: "role_demand", id }, { version }, demand);
    const { poolId, roleId } = demand;
    await audit(tx, scheduleAudit("schedule_setting.demand_changed", id, { poolId, roleId }));
    return ok({ id });
  });
}

/** Takes a need away. */
export function removeDemand(ctx: Ctx<Manager>, { id }: Made): Promise<Result<Made>> {
  return inTransaction(ctx, async (tx) => {
    const { poolId, roleId } = await requireDemand(tx, id);
    await tx.db.roleDemand.delete({ where: { id } });
    await audit(tx, scheduleAudit("schedule_setting.demand_removed", id, { poolId, roleId }));
    return ok({ id });
  });
}

/** Keeps hours and work under a name; refuses a name in use and work that does not fill the hours. */
export async function createTemplate(
  ctx: Ctx<Manager>,
  input: CreateTemplateInput,
): Promise<Result<Made, WorkRefusal | "template_name_taken">> {
  gate(ctx, input.poolId);
  const { poolId, name, startMinute, endMinute, breakMinutes = usualBreakMinutes(input) } = input;
  try {
    return await inTransaction(ctx, async (tx) => {
      const work = await checkWork(tx, { ...input, breakMinutes });
      if (!work.ok) return work;
      const data = { poolId, name, startMinute, endMinute, breakMinutes, work: [...work.value] };
      const { id } = await tx.db.shiftTemplate.create({ data, select: { id: true } });
      await audit(tx, scheduleAudit("schedule_setting.template_added", id, { poolId }));
      return ok({ id });
    });
  } catch (error) {
    if (sqlStateOf(error) === "23505") return refuse("template_name_taken", { path: "name" });
    throw error;
  }
}

/** Deletes a template; shifts that were made from it stay. */
export function removeTemplate(ctx: Ctx<Manager>, { id }: Made): Promise<Result<Made>> {
  return inTransaction(ctx, async (tx) => {
    const row = await tx.db.shiftTemplate.findUnique({ where: { id }, select: { poolId: true } });
    if (!row || !canManagePool(tx.actor, row.poolId)) throw new NotFoundError("template");
    await tx.db.shiftTemplate.delete({ where: { id } });
    await audit(tx, scheduleAudit("schedule_setting.template_removed", id, row));
    return ok({ id });
  });
}

/** Sets what a pool's shifts are checked against; what is published stays as it is. Refuses a lost update. */
export function setSchedulePolicy(
  ctx: Ctx<Manager>,
  { poolId, version, overContractMinutes, ...rest }: SchedulePolicyInput,
): Promise<Result<{ poolId: string }, "changed_since_read">> {
  gate(ctx, poolId);
  return inTransaction(ctx, async (tx) => {
    await tx.db.$queryRaw`SELECT id FROM pools WHERE id = ${poolId}::uuid FOR NO KEY UPDATE`;
    const row = await tx.db.schedulePolicy.findUnique({ where: { poolId }, select: { version: true } });
    const current = { version: row?.version ?? 0 };
    if (current.version !== version)
      return refuseChanged(tx, { entityType: "pool", id: poolId }, { version }, current);
    const data = { ...rest, overContract: overContractMinutes, version: version + 1 };
    await tx.db.schedulePolicy.upsert({ where: { poolId }, create: { poolId, ...data }, update: data });
    await audit(tx, scheduleAudit("schedule_setting.rules_changed", poolId));
    return ok({ poolId });
  });
}
