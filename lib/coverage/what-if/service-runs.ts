import "server-only";
import { createHash } from "node:crypto";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { ok, type Result } from "@/lib/result";
import { getRun, getRunById } from "@/lib/runs/queries";
import type { Run, RunKind } from "@/lib/runs/rules";
import { forgetRun, startRun, stopRun, waitForRun } from "@/lib/runs/service";
import { readWhatIf, requireLedPools, workOutWhatIf } from "./queries";
import type { WhatIf, WhatIfProgress } from "./rules-question";
import { type WhatIfInput, WhatIfProgressView, type WhatIfRunInput, WhatIfView } from "./schema";

const KEPT_SECONDS = 10;
const KEPT_STOPPED_SECONDS = 600;

const WHAT_IF_RUN: RunKind<WhatIfProgress, WhatIf> = {
  name: "what_if",
  progress: WhatIfProgressView,
  result: WhatIfView,
};

/** What a question is answered with, how far its answer is, or that its manager stopped it. */
export type WhatIfLook =
  | { state: "done"; answer: WhatIf }
  | { state: "running"; run: string; progress: WhatIfProgress }
  | { state: "stopped"; run: string };

const FIRST: WhatIfProgress = { step: "before", gap: null };

/**
 * Waits a while for an answer and says how far it is when it takes longer. A manager who asks the same again joins the run
 * that goes on, on whichever node, or hears that it was stopped. An answer is kept for some seconds, never saved.
 */
export async function lookAtWhatIf(
  ctx: Ctx<Manager>,
  input: WhatIfInput,
  waitMs: number,
): Promise<WhatIfLook> {
  requireLedPools(ctx, input);
  const key = createHash("sha256")
    .update(JSON.stringify([ctx.actor.userId, input]))
    .digest("hex");
  const known = await getRun(ctx, WHAT_IF_RUN, key);
  if (known && isKept(known)) return lookOf(known) ?? look(ctx, known.id, waitMs);
  const question = await readWhatIf(ctx, input);
  const id = await startRun(ctx, WHAT_IF_RUN, { key, first: FIRST }, ({ signal, report }) =>
    workOutWhatIf(question, { signal, onProgress: report }),
  );
  return look(ctx, id, waitMs);
}

async function look(ctx: Ctx<Manager>, id: string, waitMs: number): Promise<WhatIfLook> {
  const run = await waitForRun(ctx, WHAT_IF_RUN, id, waitMs);
  if (run?.status === "failed") throw new Error("a what-if question ended without an answer");
  return (run && lookOf(run)) ?? { state: "running", run: id, progress: run?.progress ?? FIRST };
}

function lookOf({ id, status, isStopAsked, result }: Run<WhatIfProgress, WhatIf>): WhatIfLook | null {
  if (status === "done" && result) return { state: "done", answer: result };
  return isStopAsked || status === "stopped" ? { state: "stopped", run: id } : null;
}

function isKept({ status, endedSecondsAgo }: Run<WhatIfProgress, WhatIf>): boolean {
  if (status === "running") return true;
  const kept = status === "stopped" ? KEPT_STOPPED_SECONDS : status === "done" ? KEPT_SECONDS : 0;
  return endedSecondsAgo !== null && endedSecondsAgo < kept;
}

/** Ends the work on a manager's own question at once; what was asked stays in the address, and an answer stays as it is. */
export async function stopWhatIf(
  ctx: Ctx<Manager>,
  { run: id }: WhatIfRunInput,
): Promise<Result<{ run: string }, never>> {
  const run = await requireOwnRun(ctx, id);
  if (run.status === "running") await stopRun(ctx, id);
  return ok({ run: id });
}

/** Lets a question that was stopped be worked out after all when it is looked at next. */
export async function resumeWhatIf(
  ctx: Ctx<Manager>,
  { run: id }: WhatIfRunInput,
): Promise<Result<{ run: string }, never>> {
  const run = await requireOwnRun(ctx, id);
  if (run.isStopAsked) {
    await waitForRun(ctx, WHAT_IF_RUN, id, 2_000);
    await forgetRun(ctx, id);
  }
  return ok({ run: id });
}

async function requireOwnRun(ctx: Ctx<Manager>, id: string): Promise<Run<WhatIfProgress, WhatIf>> {
  const run = await getRunById(ctx, WHAT_IF_RUN, id);
  if (run?.askedById !== ctx.actor.userId) throw new NotFoundError("what-if run");
  return run;
}
