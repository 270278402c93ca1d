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
import type { WhatIf, WhatIfQuestion } from "./rules-question";
import type { WhatIfInput } from "./schema";

/** What some changes would mean for a pool: before and after side by side, each as it stands and planned. Saves nothing. */
export async function tryWhatIf(ctx: Ctx<Manager>, input: WhatIfInput): Promise<WhatIf> {
  return workOutWhatIf(await readWhatIf(ctx, input));
}

/** The office of a question as it is, and what would be different; not found for a pool the manager doesn't lead. */
export async function readWhatIf(ctx: Ctx<Manager>, input: WhatIfInput): Promise<WhatIfQuestion> {
  const poolIds = requireLedPools(ctx, input);
  const from = mondayOf(input.week);
  const to = addDays(from, input.weeks * 7 - 1);
  const office = await loadOffice(ctx.db, { poolIds }, from, to);
  return { office, poolId: input.poolId, steps: await readSteps(ctx, office, input) };
}

/** The pools a question is about, each led by the manager; not found otherwise. */
export function requireLedPools(ctx: Ctx<Manager>, { poolId, changes }: WhatIfInput): string[] {
  const lenders = changes.flatMap((change) => (change.kind === "pool_lends" ? [change.poolId] : []));
  const poolIds = [...new Set([poolId, ...lenders])];
  if (poolIds.some((id) => !canManagePool(ctx.actor, id))) throw new NotFoundError("pool");
  return poolIds;
}

/** Works a question out off the main thread; an aborted signal ends it, as a rejection with the signal's reason. */
export async function workOutWhatIf(question: WhatIfQuestion, call: WhatIfCall = {}): Promise<WhatIf> {
  call.signal?.throwIfAborted();
  const answer = await whatIfInWorker(question, call);
  if (!answer) throw call.signal?.reason ?? new Error("a what-if question ended without an answer");
  return answer;
}
