import "server-only";
import { createHash } from "node:crypto";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import type { WhatIfInput } from "./schema";
import { tryWhatIf, type WhatIf, type WhatIfProgress } from "./what-if";

const KEPT_MS = 10_000;

type Run = { answer: Promise<WhatIf>; progress: WhatIfProgress };

// On globalThis, so that a page that looks again finds its run in whichever bundle.
const shared = globalThis as { standbyWhatIfs?: Map<string, Run> };
shared.standbyWhatIfs ??= new Map();
const runs = shared.standbyWhatIfs;

/** What a question is answered with, or how far its answer is. */
export type WhatIfLook = { state: "done"; answer: WhatIf } | { state: "running"; progress: WhatIfProgress };

/**
 * Waits a while for an answer and says how far it is when it takes longer; who asks the same again joins the run that
 * goes on. Kept in memory for some seconds, never saved.
 */
export async function lookAtWhatIf(
  ctx: Ctx<Manager>,
  input: WhatIfInput,
  waitMs: number,
): Promise<WhatIfLook> {
  const key = createHash("sha256")
    .update(JSON.stringify([ctx.actor.userId, input]))
    .digest("hex");
  const run = runs.get(key) ?? start(ctx, input, key);
  const answer = await Promise.race([run.answer, pause(waitMs)]);
  return answer ? { state: "done", answer } : { state: "running", progress: run.progress };
}

function start(ctx: Ctx<Manager>, input: WhatIfInput, key: string): Run {
  const run: Run = {
    progress: { step: "before", gap: null },
    answer: tryWhatIf(ctx, input, {
      onProgress: (progress) => {
        run.progress = progress;
      },
    }),
  };
  runs.set(key, run);
  run.answer.then(
    () => setTimeout(() => runs.delete(key), KEPT_MS).unref(),
    () => runs.delete(key),
  );
  return run;
}

function pause(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), ms).unref());
}
