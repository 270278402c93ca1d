import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { PlanProgress } from "@/lib/coverage/planner/plan-result";
import type { PlanProblem } from "@/lib/coverage/planner/problem";
import { type PlannerOrder, type PlannerReport, runPlannerJob } from "@/lib/coverage/planner-job";

export type WorkerRequest = {
  kind: "plan";
  problem: PlanProblem;
  order: PlannerOrder;
  stop: SharedArrayBuffer;
};
export type WorkerReply =
  | { kind: "progress"; progress: PlanProgress }
  | { kind: "done"; report: PlannerReport }
  | { kind: "failed"; message: string };

export type PlannerCall = { signal?: AbortSignal; onProgress?: (progress: PlanProgress) => void };

const mostThreads = 2;
const boot = ["lib", "coverage", "planner-worker-boot.mjs"];

type Thread = { worker: Worker; isBusy: boolean };
type Pool = { threads: Thread[]; waiting: (() => void)[] };

// On globalThis, so that a bundle loaded twice or reloaded in development still shares the two threads.
const shared = globalThis as { standbyPlannerPool?: Pool };
shared.standbyPlannerPool ??= { threads: [], waiting: [] };
const pool = shared.standbyPlannerPool;

/**
 * Plans, verifies and explains off the main thread (at most two threads, reused); an aborted signal brings the best plan
 * so far, and every better plan is reported whole as it is found. Where a thread can't start or dies, the search alone
 * plans in this thread.
 */
export async function planInWorker(
  problem: PlanProblem,
  order: PlannerOrder,
  call: PlannerCall = {},
): Promise<PlannerReport> {
  const thread = await borrowThread();
  if (!thread) return runHere(problem, order, call);
  try {
    return await askThread(thread, problem, order, call);
  } catch {
    retire(thread);
    return runHere(problem, order, call);
  } finally {
    giveBack(thread);
  }
}

/** Starts the threads and loads their solver before the first plan is asked for. */
export function warmPlanner() {
  while (pool.threads.length < mostThreads) if (!startThread()) return;
}

// By search alone: what killed a thread must not get a second chance in the one that serves everybody.
function runHere(problem: PlanProblem, order: PlannerOrder, { signal, onProgress }: PlannerCall) {
  const shouldStop = () => signal?.aborted ?? false;
  const searchOnly: PlannerOrder = { ...order, solver: "none", budget: { iterations: 500, ...order.budget } };
  return runPlannerJob(problem, searchOnly, onProgress ? { shouldStop, onProgress } : { shouldStop });
}

/** A thread for one piece of work, waited for while all are busy; null where none can start. */
export async function borrowThread(): Promise<Thread | null> {
  for (;;) {
    const idle = pool.threads.find((thread) => !thread.isBusy);
    const thread = idle ?? (pool.threads.length < mostThreads ? startThread() : undefined);
    if (thread) thread.isBusy = true;
    else if (thread === null) pool.waiting.shift()?.();
    if (thread !== undefined) return thread;
    await new Promise<void>((resolve) => pool.waiting.push(resolve));
  }
}

function startThread(): Thread | null {
  try {
    const worker = new Worker(join(/* turbopackIgnore: true */ process.cwd(), ...boot), { execArgv: [] });
    const thread = { worker, isBusy: false };
    worker.unref();
    worker.on("error", () => retire(thread));
    worker.on("exit", () => retire(thread));
    pool.threads.push(thread);
    return thread;
  } catch {
    return null;
  }
}

/** Takes a thread that failed out of use. */
export function retire(thread: Thread) {
  pool.threads = pool.threads.filter((other) => other !== thread);
  void thread.worker.terminate();
}

/** Hands a thread back; whoever waits looks for one anew, so that one that died is replaced. */
export function giveBack(thread: Thread) {
  thread.isBusy = false;
  pool.waiting.shift()?.();
}

function askThread(
  { worker }: Thread,
  problem: PlanProblem,
  order: PlannerOrder,
  { signal, onProgress }: PlannerCall,
): Promise<PlannerReport> {
  const stop = new SharedArrayBuffer(4);
  const cancel = () => Atomics.store(new Int32Array(stop), 0, 1);
  if (signal?.aborted) cancel();
  signal?.addEventListener("abort", cancel, { once: true });
  worker.ref();
  return new Promise<PlannerReport>((resolve, reject) => {
    const settle = (finish: () => void) => {
      worker.off("message", hear).off("error", reject).off("exit", onExit).unref();
      signal?.removeEventListener("abort", cancel);
      finish();
    };
    const hear = (reply: WorkerReply) => {
      if (reply.kind === "progress") onProgress?.(reply.progress);
      if (reply.kind === "done") settle(() => resolve(reply.report));
      if (reply.kind === "failed") settle(() => reject(new Error(reply.message)));
    };
    const onExit = () => settle(() => reject(new Error("the planner's thread ended")));
    worker.on("message", hear).on("error", reject).on("exit", onExit);
    const request: WorkerRequest = { kind: "plan", problem, order, stop };
    worker.postMessage(request);
  });
}
