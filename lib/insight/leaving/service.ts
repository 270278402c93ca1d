import "server-only";
import type { AccountIdInput } from "@/lib/accounts/schema";
import { disableAccount } from "@/lib/accounts/service-administration";
import type { Administrator } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { refusalOfLeaving } from "@/lib/pools/service-managers";
import type { Result } from "@/lib/result";

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
