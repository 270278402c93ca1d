import "server-only";
import { claimEndingTokens } from "@/lib/accounts/service-tokens";
import { inTransaction, type SystemCtx } from "@/lib/context";
import { accountNotice } from "./notices";
import { notify } from "./service-notify";

/** Tells people of their API tokens that end within a week, each once. */
export function warnOfEndingTokens(ctx: SystemCtx): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const tokens = await claimEndingTokens(tx);
    const notices = tokens.map(({ id, userId, name, expiresAt }) =>
      accountNotice("api_token_ending", [userId], { tokenId: id, name, ends: expiresAt.toISOString() }),
    );
    await notify(tx, ...notices);
  });
}
