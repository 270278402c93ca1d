import "server-only";
import { passLeaveDecided, passSecondDecisions } from "@/lib/absences/deciders/service-passing";
import type { AccountIdInput } from "@/lib/accounts/schema";
import { disableAccount } from "@/lib/accounts/service-administration";
import type { Administrator } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { refusalOfLeaving, setPoolsLed } from "@/lib/pools/service-managers";
import type { Result } from "@/lib/result";
import { listPoolsHeld } from "./queries";
import type { PassedOnKind, PassOnInput } from "./schema";

/** Shuts an account of which all that another person must do has been passed on; refuses the last manager of a pool, naming it. */
export function shutAccount(
  ctx: Ctx<Administrator>,
  input: AccountIdInput,
): Promise<Result<AccountIdInput, "own_account" | "last_administrator" | "last_manager">> {
  return inTransaction(ctx, async (tx) => {
    const shut = await disableAccount(tx, input);
    if (!shut.ok) return shut;
    const led = await tx.db.poolManager.findMany({
      where: { userId: input.userId },
      select: { poolId: true },
    });
    const poolIds = led.map(({ poolId }) => poolId);
    return (await refusalOfLeaving(tx, input.userId, poolIds)) ?? shut;
  });
}

type Passing = (
  tx: Ctx<Administrator>,
  passed: { userId: string; toUserId: string },
) => Promise<Result<unknown>>;

/** How each kind goes to another person. */
const PASSING: Record<PassedOnKind, Passing> = {
  pools_alone: (tx, passed) => passPools(tx, passed, true),
  pools_shared: (tx, passed) => passPools(tx, passed, false),
  leave_decided: passLeaveDecided,
  second_decisions: passSecondDecisions,
};

/**
 * Gives all of one kind that a person holds to another, in one transaction: pools to manage, and leave to decide. Refuses what the
 * other person may not have, as if it were given to them by hand.
 */
export function passOn(ctx: Ctx<Administrator>, { kind, ...passed }: PassOnInput): Promise<Result<unknown>> {
  return inTransaction(ctx, (tx) => PASSING[kind](tx, passed));
}

/** Lets another person manage the pools that one manages alone, or with others, and lets that one stop. */
async function passPools(
  tx: Ctx<Administrator>,
  { userId, toUserId }: { userId: string; toUserId: string },
  isAlone: boolean,
): Promise<Result<unknown>> {
  const passed = await listPoolsHeld(tx, userId, isAlone);
  const led = await tx.db.poolManager.findMany({ where: { userId: { in: [userId, toUserId] } } });
  const ledBy = (id: string) => led.filter((row) => row.userId === id).map(({ poolId }) => poolId);
  const poolIds = [...new Set([...ledBy(toUserId), ...passed])];
  const given = await setPoolsLed(tx, { userId: toUserId, poolIds });
  if (!given.ok) return given;
  return setPoolsLed(tx, { userId, poolIds: ledBy(userId).filter((id) => !passed.includes(id)) });
}
