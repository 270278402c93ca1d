import { readPostmaster } from "./postmaster";

const LOOK_EVERY_MS = 500;

/** Calls `revive` whenever the server of this cluster is gone, until the signal. */
export function watchPostmaster(folder: string, signal: AbortSignal, revive: () => Promise<void>): void {
  const look = async () => {
    if (signal.aborted) return;
    if (!(await readPostmaster(folder))) await revive().catch((error: Error) => console.error(error.message));
    setTimeout(look, LOOK_EVERY_MS).unref();
  };
  setTimeout(look, LOOK_EVERY_MS).unref();
}
