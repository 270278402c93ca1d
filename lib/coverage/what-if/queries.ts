import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { loadOffice } from "@/lib/coverage/office/queries";
import { type WhatIfCall, whatIfInWorker } from "@/lib/coverage/worker/what-if";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { addDays } from "@/lib/time/day";
import { mondayOf } from "@/lib/time/iso-week";
import { readSteps } from "./queries-changes";
import type { WhatIf } from "./rules-question";
import type { WhatIfInput } from "./schema";

/**
 * What some changes would mean for a pool: before and after side by side, each as it stands and planned. Saves nothing;
 * an aborted signal ends it, as a rejection with the signal's reason.
 */
export async function tryWhatIf(
  ctx: Ctx<Manager>,
  input: WhatIfInput,
  call: WhatIfCall = {},
): Promise<WhatIf> {
  const lenders = input.changes.flatMap((change) => (change.kind === "pool_lends" ? [change.poolId] : []));
  const poolIds = [...new Set([input.poolId, ...lenders])];
  if (poolIds.some((id) => !canManagePool(ctx.actor, id))) throw new NotFoundError("pool");
  const from = mondayOf(input.week);
  const to = addDays(from, input.weeks * 7 - 1);
  const office = await loadOffice(ctx.db, { poolIds }, from, to);
  const steps = await readSteps(ctx, office, input);
  call.signal?.throwIfAborted();
  const answer = await whatIfInWorker({ office, poolId: input.poolId, steps }, call);
  if (!answer) throw call.signal?.reason ?? new Error("a what-if question ended without an answer");
  return answer;
}
