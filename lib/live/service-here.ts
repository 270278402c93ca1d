import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { logFailure } from "@/lib/log";
import { type Live, type LiveSettings, startLive } from "./service";

const TRY_AGAIN_MS = 5_000;

const shared = globalThis as { standbyLive?: { running: Live | null } };

/** Starts telling the pages of this process, once; where the database is away it is tried again and again. */
export async function startLiveHere(settings: LiveSettings): Promise<void> {
  if (shared.standbyLive) return;
  const here: { running: Live | null } = { running: null };
  shared.standbyLive = here;
  const stopping = new AbortController();
  process.once("SIGTERM", () => {
    stopping.abort();
    void here.running?.stop();
  });
  while (!here.running && !stopping.signal.aborted) {
    here.running = await startLive(settings).catch((error) => {
      logFailure(error, { reference: "live", where: "server start" });
      return null;
    });
    if (!here.running)
      await sleep(TRY_AGAIN_MS, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
  }
}

/** What tells the pages of this process; null while it could not start. */
export function liveHere(): Live | null {
  return shared.standbyLive?.running ?? null;
}
