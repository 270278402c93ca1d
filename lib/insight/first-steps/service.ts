import "server-only";
import { inTransaction, type SystemCtx } from "@/lib/context";
import { closeFirstSteps } from "@/lib/pools/service-first-steps";
import { Prisma } from "@/prisma/generated/client/client";
import { listPoolFacts } from "./queries";
import { stepsDone } from "./rules";

/** Closes the first steps of pools that have done them, so that no later hire or gap brings them back. */
export function closeDoneFirstSteps(ctx: SystemCtx): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const pools = await listPoolFacts(tx, Prisma.sql`p.first_steps_closed_at IS NULL`);
    const done = pools.filter((pool) => Object.values(stepsDone([pool], [])).every(Boolean));
    await closeFirstSteps(
      tx,
      done.map(({ id }) => id),
    );
  });
}
