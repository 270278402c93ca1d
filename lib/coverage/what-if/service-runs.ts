import "server-only";
import { createHash } from "node:crypto";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { ok, type Result } from "@/lib/result";
import { tryWhatIf } from "./queries";
import type { WhatIf, WhatIfProgress } from "./rules-question";
import type { WhatIfInput, WhatIfRunInput } from "./schema";

const KEPT_MS = 10_000;
const KEPT_STOPPED_MS = 10 * 60_000;

type Run = {
  userId: string;
  stop: AbortController;
  answer: Promise<WhatIf>;
  progress: WhatIfProgress;
  isDone: boolean;
};

// On globalThis, so that a page that looks again finds its run in whichever bundle.
const shared = globalThis as { standbyWhatIfs?: Map<string, Run> };
shared.standbyWhatIfs ??= new Map();
const runs = shared.standbyWhatIfs;

/** What a question is answered with, how far its answer is, or that somebody stopped it. */
export type WhatIfLook =
  | { state: "done"; answer: WhatIf }
  | { state: "running"; run: string; progress: WhatIfProgress }
  | { state: "stopped"; run: string };

/**
 * Waits a while for an answer and says how far it is when it takes longer; who asks the same again joins the run that
 * goes on, or hears that it was stopped. Kept in memory for some seconds, never saved.
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
  const { signal } = run.stop;
  const wait = signal.aborted ? 0 : waitMs;
  const answer = await Promise.race([run.answer, pause(wait)]).catch((error: unknown) => {
    if (!signal.aborted) throw error;
    return null;
  });
  if (signal.aborted) return { state: "stopped", run: key };
  return answer ? { state: "done", answer } : { state: "running", run: key, progress: run.progress };
}

function start(ctx: Ctx<Manager>, input: WhatIfInput, key: string): Run {
  const stop = new AbortController();
  const run: Run = {
    userId: ctx.actor.userId,
    stop,
    isDone: false,
    progress: { step: "before", gap: null },
    answer: tryWhatIf(ctx, input, {
      signal: stop.signal,
      onProgress: (progress) => {
        run.progress = progress;
      },
    }),
  };
  runs.set(key, run);
  run.answer.then(
    () => {
      run.isDone = true;
      forgetIn(KEPT_MS, key, run);
    },
    () => {
      if (!stop.signal.aborted) runs.delete(key);
    },
  );
  return run;
}

/** Ends the work on a question of one's own at once; what was asked stays in the address. One that is answered stays so. */
export async function stopWhatIf(
  ctx: Ctx<Manager>,
  { run: key }: WhatIfRunInput,
): Promise<Result<{ run: string }, never>> {
  const run = ownRun(ctx, key);
  if (run && !run.isDone) {
    run.stop.abort();
    forgetIn(KEPT_STOPPED_MS, key, run);
  }
  return ok({ run: key });
}

/** Lets a question that was stopped be worked out after all when it is looked at next. */
export async function resumeWhatIf(
  ctx: Ctx<Manager>,
  { run: key }: WhatIfRunInput,
): Promise<Result<{ run: string }, never>> {
  if (ownRun(ctx, key)?.stop.signal.aborted) runs.delete(key);
  return ok({ run: key });
}

function ownRun(ctx: Ctx<Manager>, key: string): Run | undefined {
  const run = runs.get(key);
  return run?.userId === ctx.actor.userId ? run : undefined;
}

function forgetIn(ms: number, key: string, run: Run): void {
  setTimeout(() => {
    if (runs.get(key) === run) runs.delete(key);
  }, ms).unref();
}

function pause(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), ms).unref());
}
