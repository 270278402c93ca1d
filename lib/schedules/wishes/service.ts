import "server-only";
import type { Assistant } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { getOwnDay } from "@/lib/pools/queries-today";
import { ok, type Result, refuse } from "@/lib/result";
import { scheduleAudit } from "@/lib/schedules/audit";
import { readPolicy } from "@/lib/schedules/setup/queries";
import { type Day, dayToDate } from "@/lib/time/day";
import type { Hours } from "@/lib/time/hours";
import { listOwnWishes } from "./queries";
import { isClosed, monthBeyond, type Wish } from "./rules";
import type { AddWishInput, SetAvailabilityInput } from "./schema";

export type WishRefusal = "ends_before_start" | "too_many_wishes";

/** Says anew when one can work. What was said before stays as it was, also when it came in time; refuses hours that end before they start, and more days of "rather not" in a month than the pool allows. */
export function setAvailability(
  ctx: Ctx<Assistant>,
  { items }: SetAvailabilityInput,
): Promise<Result<{ count: number }, WishRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const refusal = refusalOfHours(items);
    if (refusal) return refusal;
    const { id: assistantId, poolId } = tx.actor.assistant;
    await tx.db.$queryRaw`SELECT id FROM assistants WHERE id = ${assistantId}::uuid FOR NO KEY UPDATE`;
    const [known, policy, today] = [
      await listOwnWishes(tx),
      await readPolicy(tx.db, poolId),
      await getOwnDay(tx),
    ];
    if (monthBeyond(items, policy.ratherNotDays)) return refuse("too_many_wishes", { path: "on" });
    const kept = new Map(known.map((wish) => [keyOf(wish as Wish), wish.isLate]));
    const lateOf = (on: Day | null) => on !== null && isClosed(on, today, policy.wishesCloseDays);
    await tx.db.availability.deleteMany({ where: { assistantId } });
    await tx.db.availability.createMany({
      data: items.map(({ on, ...item }) => ({
        ...item,
        assistantId,
        on: on && dayToDate(on),
        isLate: kept.get(keyOf({ on, ...item })) ?? lateOf(on),
        createdAt: tx.now,
      })),
    });
    await audit(tx, scheduleAudit("availability.set", assistantId));
    return ok({ count: items.length });
  });
}

function refusalOfHours(items: readonly Hours[]) {
  const isWrong = items.some(({ startMinute, endMinute }) => endMinute <= startMinute);
  return isWrong ? refuse("ends_before_start", { path: "endMinute" }) : null;
}

function keyOf({ weekday, on, startMinute, endMinute, kind }: Omit<Wish, "reason">): string {
  return JSON.stringify([weekday, on, startMinute, endMinute, kind]);
}

/** Adds one wish to what one has said. For a day its weekday is not asked. */
export function addWish(
  ctx: Ctx<Assistant>,
  input: AddWishInput,
): Promise<Result<{ count: number }, WishRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const wish = { ...input, weekday: input.on ? null : (input.weekday ?? 1) };
    const known = (await listOwnWishes(tx)).map(({ id: _, isLate: __, ...rest }) => rest as Wish);
    return setAvailability(tx, { items: [...known, wish] });
  });
}

/** Takes one wish back. */
export function removeWish(ctx: Ctx<Assistant>, { id }: { id: string }): Promise<Result<{ id: string }>> {
  return inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.availability.deleteMany({
      where: { id, assistantId: tx.actor.assistant.id },
    });
    if (count === 0) throw new NotFoundError("wish");
    await audit(tx, scheduleAudit("availability.set", tx.actor.assistant.id));
    return ok({ id });
  });
}
