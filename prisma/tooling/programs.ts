import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PROJECT_FOLDER } from "./settings";

/** How a program ended. */
export type Ending = { code: number | null; signal: NodeJS.Signals | null };

/** The script behind a command that an npm package brings, such as `next` of the package `next`. */
export function scriptOf(packageName: string, command: string): string {
  const require = createRequire(import.meta.url);
  const manifest = require.resolve(`${packageName}/package.json`);
  const { bin } = require(manifest) as { bin: string | Record<string, string> };
  const path = typeof bin === "string" ? bin : bin[command];
  if (!path) throw new Error(`The package ${packageName} has no command ${command}.`);
  return join(dirname(manifest), path);
}

/** Starts a Node program in the project folder; its words go to the terminal unless `quiet`. */
export function startProgram(
  args: string[],
  options: { env?: NodeJS.ProcessEnv; quiet?: boolean; detached?: boolean } = {},
): ChildProcess {
  const words = options.quiet ? "pipe" : "inherit";
  return spawn(process.execPath, args, {
    cwd: PROJECT_FOLDER,
    env: options.env ?? process.env,
    stdio: ["ignore", words, words, "ipc"],
    detached: options.detached ?? false,
  });
}

/** Waits for a program to end. */
export function ending(child: ChildProcess): Promise<Ending> {
  return new Promise((resolve, reject) => {
    // Later ones tell of a message or signal that came too late; its end follows.
    child.on("error", (error) => child.pid === undefined && reject(error));
    // What it said last is read before "close", which a channel that keeps nobody waiting may never come to.
    child.once(child.stdout ? "close" : "exit", (code, signal) => resolve({ code, signal }));
  });
}

/** Runs a Node program quietly and fails with what it said when it fails. */
export async function runProgram(
  name: string,
  args: string[],
  options: { env?: NodeJS.ProcessEnv; signal?: AbortSignal } = {},
): Promise<string> {
  const child = startProgram(args, { ...options, quiet: true });
  const stop = () => child.kill("SIGTERM");
  options.signal?.addEventListener("abort", stop, { once: true });
  let words = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => {
      words += chunk.toString();
    });
  const { code, signal } = await ending(child);
  options.signal?.removeEventListener("abort", stop);
  options.signal?.throwIfAborted();
  if (code !== 0) throw new Error(`${name} failed (${code ?? signal}):\n${words.trim()}`);
  return words;
}
