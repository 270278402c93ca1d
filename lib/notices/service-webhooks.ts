import "server-only";
import { listAdministratorIds } from "@/lib/accounts/queries-standing";
import { inTransaction, type SystemCtx } from "@/lib/context";
import { claimShutWebhooks } from "@/lib/webhooks/service-sending";
import { accountNotice } from "./notices";
import { notify } from "./service-notify";

/** Tells administrators of webhooks that ended because they are gone or have failed for days, each once. */
export function tellOfShutWebhooks(ctx: SystemCtx): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const shut = await claimShutWebhooks(tx);
    if (shut.length === 0) return;
    const administrators = await listAdministratorIds(tx);
    await notify(
      tx,
      ...shut.map(({ id, name }) => accountNotice("webhook_ended", administrators, { webhookId: id, name })),
    );
  });
}
