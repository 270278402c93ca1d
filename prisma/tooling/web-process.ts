import type { ChildProcess } from "node:child_process";
import cluster from "node:cluster";
import { fileURLToPath } from "node:url";
import { PROJECT_FOLDER } from "./settings";

/** Left alone, V8 lets the heap of a busy process grow to four times what it needs before it looks for garbage. */
export const COLLECT_SOONER = "--heap-growing-percent=50";
const PRELOAD = fileURLToPath(new URL("./web-preload.mjs", import.meta.url));

/** A Node program that listens on a port. */
export type WebProgram = { script: string; args: string[]; env: NodeJS.ProcessEnv };

/** Starts one more process of a program; all of them share its port, and each has its turn with connections. */
export function startWebProcess({ script, args, env }: WebProgram): ChildProcess {
  cluster.setupPrimary({
    exec: script,
    args,
    execArgv: [COLLECT_SOONER, "--import", PRELOAD],
    cwd: PROJECT_FOLDER,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const worker = cluster.fork(env);
  // A connection that can't be handed over any more; without a listener it would end the keeper.
  worker.on("error", () => {});
  const child = worker.process;
  closeUntaken(child);
  return child;
}

type Handed = { act?: string; seq?: number; ack?: number };

/** node:cluster forgets a connection it hands to a process that ends before taking it, and its client would wait for ever. */
function closeUntaken(child: ChildProcess): void {
  const untaken = new Map<number, { close: () => void }>();
  const send = child.send.bind(child) as (...args: unknown[]) => boolean;
  child.send = (message: Handed, ...more: unknown[]) => {
    const [handle] = more as [{ close: () => void } | undefined];
    if (message.act === "newconn" && message.seq !== undefined && handle) untaken.set(message.seq, handle);
    return send(message, ...more);
  };
  child.on("internalMessage", ({ ack }: Handed) => ack !== undefined && untaken.delete(ack));
  child.once("exit", () => {
    for (const handle of untaken.values()) handle.close();
  });
}

/** Whether this very process serves requests. */
export function doesServe(child: ChildProcess, patienceMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (answer: boolean) => {
      clearTimeout(late);
      child.off("message", hear);
      resolve(answer);
    };
    const hear = (message: unknown) => {
      const { standby, serves } = message as { standby?: string; serves?: boolean };
      if (standby === "answer") settle(serves === true);
    };
    const late = setTimeout(() => settle(false), patienceMs);
    child.on("message", hear);
    child.send({ standby: "ask" }, (error) => error && settle(false));
  });
}
