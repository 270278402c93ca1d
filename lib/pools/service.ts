import "server-only";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction, type PublicCtx } from "@/lib/context";
import { isHolidayRegion } from "@/lib/days-off";
import { NotFoundError, sqlStateOf } from "@/lib/errors";
import { refuseChanged } from "@/lib/moves/service-changes";
import { poolAudit } from "@/lib/pools/audit";
import type { RefusalReason } from "@/lib/refusals";
import { ok, type Result, refuse } from "@/lib/result";
import { canManagePool } from "./policy";
import type { ChangePoolInput, CreatePoolInput } from "./schema";

type PoolRefusal = "pool_name_taken" | "unknown_holiday_region";

/** Makes a pool and its creator the manager of it; refuses a name in use and a region without a holiday calendar. */
export async function createPool(
  ctx: Ctx<Manager>,
  input: CreatePoolInput,
): Promise<Result<{ id: string }, PoolRefusal>> {
  if (!isHolidayRegion(input.holidayRegion))
    return refuse("unknown_holiday_region", { path: "holidayRegion" });
  return refusingTakenName(() => inTransaction(ctx, async (tx) => ok({ id: await writePool(tx, input) })));
}

/** Writes a new pool with the actor as its manager, and the audit row of it. */
export async function writePool(
  tx: PublicCtx & { actor: { userId: string } },
  input: CreatePoolInput,
): Promise<string> {
  const { id } = await tx.db.pool.create({
    data: {
      ...poolFields(input),
      createdAt: tx.now,
      managers: { create: { userId: tx.actor.userId } },
    },
    select: { id: true },
  });
  await audit(tx, poolAudit("pool.created", id, poolFields(input)));
  return id;
}

/** Changes a pool's settings and whom it lends to; refuses a lost update, a name in use, a region without a holiday calendar, and lending across time zones. */
export async function changePool(
  ctx: Ctx<Manager>,
  input: ChangePoolInput,
): Promise<Result<{ id: string }, PoolRefusal | "changed_since_read" | "other_time_zone">> {
  if (!canManagePool(ctx.actor, input.id)) throw new NotFoundError("pool");
  if (!isHolidayRegion(input.holidayRegion))
    return refuse("unknown_holiday_region", { path: "holidayRegion" });
  return refusingTakenName(() =>
    inTransaction(ctx, async (tx) => {
      const { count } = await tx.db.pool.updateMany({
        where: { id: input.id, version: input.version },
        data: { ...poolFields(input), ...laterFields(input), version: { increment: 1 } },
      });
      if (count === 0)
        return refuseChanged(tx, { entityType: "pool", id: input.id }, input, await versionOf(tx, input.id));
      const isLent = await setBorrowers(tx, input);
      if (!isLent.ok) return isLent;
      await audit(
        tx,
        poolAudit("pool.changed", input.id, {
          ...poolFields(input),
          ...laterFields(input),
          lendsTo: input.lendsTo,
        }),
      );
      return ok({ id: input.id });
    }),
  );
}

function versionOf({ db }: Ctx, id: string) {
  return db.pool.findUnique({ where: { id }, select: { version: true } });
}

/** Writes whom a pool lends to. Half-days are the same ones in one time zone only, whoever lends. */
async function setBorrowers(
  tx: Ctx<Manager>,
  { id, timeZone, lendsTo }: ChangePoolInput,
): Promise<Result<null, "other_time_zone">> {
  const borrowers = await tx.db.pool.findMany({
    where: { id: { in: lendsTo, not: id } },
    select: { id: true, timeZone: true },
  });
  if (borrowers.length < new Set(lendsTo).size) throw new NotFoundError("pool");
  const lenders = await tx.db.poolLending.findMany({
    where: { borrowerId: id },
    select: { lender: { select: { timeZone: true } } },
  });
  if (borrowers.some((borrower) => borrower.timeZone !== timeZone))
    return refuse("other_time_zone", { path: "lendsTo" });
  if (lenders.some(({ lender }) => lender.timeZone !== timeZone))
    return refuse("other_time_zone", { path: "timeZone" });
  await tx.db.poolLending.deleteMany({ where: { lenderId: id, borrowerId: { notIn: lendsTo } } });
  await tx.db.poolLending.createMany({
    data: borrowers.map((borrower) => ({ lenderId: id, borrowerId: borrower.id })),
    skipDuplicates: true,
  });
  return ok(null);
}

function poolFields({ name, timeZone, holidayRegion, holidayTypes }: CreatePoolInput) {
  return { name, timeZone, holidayRegion, holidayTypes };
}

/** What a pool is asked for only once it is there. */
function laterFields({ confirmsAccepted, hiddenPlaces }: ChangePoolInput) {
  return { confirmsAccepted, hiddenPlaces };
}

/** Turns a unique name into the refusal `pool_name_taken`. */
export async function refusingTakenName<T, R extends RefusalReason>(
  write: () => Promise<Result<T, R>>,
): Promise<Result<T, R | "pool_name_taken">> {
  try {
    return await write();
  } catch (error) {
    if (sqlStateOf(error) === "23505") return refuse("pool_name_taken", { path: "name" });
    throw error;
  }
}
