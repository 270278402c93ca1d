import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { ReadMail } from "../inbound/rules";

export type ReadMailReply = { ok: true; mail: ReadMail } | { ok: false; message: string };

const boot = ["lib", "requests", "worker", "boot.mjs"];
/** With the start of the thread; a mail of any honest size takes a small part of it. */
const LIMIT_MS = 15_000;
const LIMITS = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };
const AT_ONCE = 2;

let running = 0;
const waiting: (() => void)[] = [];

/** Reads a raw mail in a thread of its own, with a limit of time and of memory, and ends it; throws for what it can't read within them. */
export async function readMail(raw: Uint8Array): Promise<ReadMail> {
  while (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await inOwnThread(raw);
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

function inOwnThread(raw: Uint8Array): Promise<ReadMail> {
  const worker = new Worker(join(/* turbopackIgnore: true */ process.cwd(), ...boot), {
    execArgv: [],
    resourceLimits: LIMITS,
    workerData: raw,
  });
  return new Promise<ReadMail>((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error("reading a mail took too long")), LIMIT_MS);
    worker.once("message", (reply: ReadMailReply) =>
      reply.ok ? resolve(reply.mail) : reject(new Error(reply.message)),
    );
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("the thread ended before the mail was read")));
    const end = () => {
      clearTimeout(limit);
      void worker.terminate();
    };
    worker
      .once("message", end)
      .once("error", end)
      .once("exit", () => clearTimeout(limit));
    setTimeout(end, LIMIT_MS + 100).unref();
  });
}
