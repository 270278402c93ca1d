import { join } from "node:path";
import { Worker } from "node:worker_threads";

const mostThreads = 2;
const idleMs = 60_000;
const boot = ["lib", "threads", "boot.mjs"];

type Thread = { worker: Worker; isBusy: boolean };
type Pool = { threads: Thread[]; waiting: (() => void)[]; atRest: number };

// On globalThis, so that a bundle loaded twice or reloaded in development still shares the two threads.
const shared = globalThis as { standbyPlannerPool?: Pool };
shared.standbyPlannerPool ??= { threads: [], waiting: [], atRest: mostThreads };
const pool = shared.standbyPlannerPool;

/** A piece of work for a thread: what is asked, how its replies are heard, and the way to do it where no thread can. */
export type ThreadWork<Reply, Answer> = {
  /** The flag is raised when the work is to stop. */
  ask: (stop: SharedArrayBuffer) => object;
  /** The answer, once a reply holds it. */
  hear: (reply: Reply) => { answer: Answer } | undefined;
  here: () => Promise<Answer>;
  signal?: AbortSignal;
  /** The best heard so far: the answer where a thread that is to stop takes too long. */
  best?: () => Answer | undefined;
  /** After this a thread is ended and the work fails, instead of being done in this one. */
  limitMs?: number;
};

/** A thread that is asked to stop answers within this, or is ended. */
const STOP_MS = 700;

/** Thrown where a piece of work took longer than it may. */
class ThreadLimitError extends Error {}

type Failed = { kind: "failed"; message: string };

/** Does a piece of work in one of at most two threads, reused; in this thread where none can start or the thread dies. */
export async function inThread<Reply extends { kind: string }, Answer>(
  work: ThreadWork<Reply, Answer>,
): Promise<Answer> {
  const thread = await borrowThread();
  if (!thread) return work.here();
  try {
    return await askThread(thread, work);
  } catch (error) {
    retire(thread);
    if (error instanceof ThreadLimitError) throw error;
    return work.here();
  } finally {
    giveBack(thread);
  }
}

/** Starts threads and loads their solver before the first plan is asked for; one beyond these ends when it has been idle. */
export function warmPlanner(threads = mostThreads) {
  pool.atRest = threads;
  while (pool.threads.length < threads) if (!startThread()) return;
}

async function borrowThread(): Promise<Thread | null> {
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

function retire(thread: Thread) {
  pool.threads = pool.threads.filter((other) => other !== thread);
  void thread.worker.terminate();
}

// Whoever waits looks for a thread anew, so that one that died is replaced.
function giveBack(thread: Thread) {
  thread.isBusy = false;
  pool.waiting.shift()?.();
  if (pool.threads.length > pool.atRest) setTimeout(() => retireIdle(thread), idleMs).unref();
}

function retireIdle(thread: Thread) {
  if (!thread.isBusy && pool.threads.length > pool.atRest) retire(thread);
}

function askThread<Reply extends { kind: string }, Answer>(
  thread: Thread,
  { ask, hear, signal, best, limitMs }: ThreadWork<Reply, Answer>,
): Promise<Answer> {
  const { worker } = thread;
  const stop = new SharedArrayBuffer(4);
  worker.ref();
  return new Promise<Answer>((resolve, reject) => {
    let patience: NodeJS.Timeout | undefined;
    const settle = (finish: () => void) => {
      worker.off("message", onReply).off("error", reject).off("exit", onExit).unref();
      signal?.removeEventListener("abort", cancel);
      clearTimeout(patience);
      clearTimeout(limit);
      finish();
    };
    const cancel = () => {
      Atomics.store(new Int32Array(stop), 0, 1);
      patience = setTimeout(endWithBest, STOP_MS);
    };
    const endWithBest = () => {
      const answer = best?.();
      if (answer === undefined) return;
      settle(() => resolve(answer));
      retire(thread);
    };
    const onReply = (reply: Reply | Failed) => {
      if (isFailed(reply)) return settle(() => reject(new Error(reply.message)));
      const heard = hear(reply);
      if (heard) settle(() => resolve(heard.answer));
    };
    const onExit = () => settle(() => reject(new Error("the thread ended")));
    const limit =
      limitMs === undefined
        ? undefined
        : setTimeout(() => settle(() => reject(new ThreadLimitError("the work took too long"))), limitMs);
    if (signal?.aborted) cancel();
    signal?.addEventListener("abort", cancel, { once: true });
    worker.on("message", onReply).on("error", reject).on("exit", onExit);
    worker.postMessage(ask(stop));
  });
}

function isFailed(reply: { kind: string }): reply is Failed {
  return reply.kind === "failed";
}
