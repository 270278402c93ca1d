import "server-only";
import { absenceAudit } from "@/lib/absences/audit";
import { canEditLeaveTypes } from "@/lib/absences/deciders/policy";
import { keptAmount } from "@/lib/absences/requests/rules";
import type { Person } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError, sqlStateOf, WrongRoleError } from "@/lib/errors";
import { refuseChanged } from "@/lib/moves/service-changes";
import { ok, type Result, refuse } from "@/lib/result";
import {
  type ChangeLeaveTypeInput,
  type CreateLeaveTypeInput,
  type LeaveTypeIdInput,
  SICK,
} from "./schema-leave";

const LAST = 1_000;

async function gate(ctx: Ctx<Person>): Promise<void> {
  if (!(await maySetLeaveTypes(ctx))) throw new WrongRoleError();
}

/** True when the person may change the types of leave, which hold for every pool. */
export async function maySetLeaveTypes(ctx: Ctx<Person>): Promise<boolean> {
  const pools = await ctx.db.pool.findMany({ select: { id: true } });
  return canEditLeaveTypes(
    ctx.actor,
    pools.map((pool) => pool.id),
  );
}

function columnsOf(input: CreateLeaveTypeInput | ChangeLeaveTypeInput, measure: "days" | "minutes") {
  const { nameEn, nameSv, isPaid, countsAgainstAllowance, canGoNegative, interruptsLeave, unit, noticeDays } =
    input;
  return {
    nameEn,
    nameSv,
    isReported: input.approval === "reported",
    isAutomatic: input.approval === "automatic",
    isPaid,
    countsAgainstAllowance,
    canGoNegative,
    interruptsLeave,
    unit,
    yearlyLimit: input.yearlyLimit === null ? null : keptAmount(input.yearlyLimit, measure),
    noticeDays,
  };
}

/** Makes a type of leave for the whole organisation; refuses a key that is taken. */
export async function createLeaveType(
  ctx: Ctx<Person>,
  input: CreateLeaveTypeInput,
): Promise<Result<{ id: string }, "leave_type_taken">> {
  await gate(ctx);
  const { id, measure } = input;
  try {
    return await inTransaction(ctx, async (tx) => {
      await tx.db.leaveType.create({
        data: { id, measure, sortOrder: LAST, ...columnsOf(input, measure) },
        select: { id: true },
      });
      await audit(tx, absenceAudit("leave_type.created", id));
      return ok({ id });
    });
  } catch (error) {
    if (sqlStateOf(error) === "23505") return refuse("leave_type_taken", { path: "id" });
    throw error;
  }
}

/** Changes or retires a type of leave; what was taken of it stays. Refuses a lost update, and to retire what people report sickness under. */
export async function changeLeaveType(
  ctx: Ctx<Person>,
  input: ChangeLeaveTypeInput,
): Promise<Result<{ id: string }, "changed_since_read" | "leave_type_needed">> {
  await gate(ctx);
  const { id, version, isRetired } = input;
  if (isRetired && id === SICK) return refuse("leave_type_needed", { path: "isRetired" });
  return inTransaction(ctx, async (tx) => {
    const known = await tx.db.leaveType.findUnique({
      where: { id },
      select: { measure: true, version: true },
    });
    if (!known) throw new NotFoundError("leave type");
    const data = { ...columnsOf(input, known.measure), isRetired };
    const { count } = await tx.db.leaveType.updateMany({
      where: { id, version },
      data: { ...data, version: { increment: 1 } },
    });
    if (count === 0)
      return refuseChanged(tx, { entityType: "leave_type", id }, { version }, { version: known.version });
    await audit(tx, absenceAudit("leave_type.changed", id, data));
    return ok({ id });
  });
}

/** Deletes a type of leave nobody ever used; one in use can only be retired. */
export async function removeLeaveType(
  ctx: Ctx<Person>,
  { id }: LeaveTypeIdInput,
): Promise<Result<{ id: string }, "leave_type_in_use">> {
  await gate(ctx);
  try {
    return await inTransaction(ctx, async (tx) => {
      const { count } = await tx.db.leaveType.deleteMany({ where: { id } });
      if (count === 0) throw new NotFoundError("leave type");
      await audit(tx, absenceAudit("leave_type.removed", id));
      return ok({ id });
    });
  } catch (error) {
    if (["23503", "23001"].includes(sqlStateOf(error) ?? ""))
      return refuse("leave_type_in_use", { path: "id" });
    throw error;
  }
}
