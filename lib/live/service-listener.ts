import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { logFailure } from "@/lib/log";

const ASK_EVERY_MS = 20_000;
const ASK_PATIENCE_MS = 5_000;
const END_PATIENCE_MS = 1_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;

type Listener = {
  url: string;
  /** What to do with the text that comes on each channel. */
  channels: Readonly<Record<string, (text: string) => void>>;
  /** It listens, for the first time or again: what was told meanwhile was not heard. */
  onListening: () => void;
};

/** Listens to PostgreSQL on a connection of its own, and connects again for as long as it takes when that is lost. */
export function startListener(listener: Listener): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  const done = keepListening(listener, stopping.signal);
  return {
    stop: () => {
      stopping.abort();
      return done;
    },
  };
}

async function keepListening(listener: Listener, signal: AbortSignal): Promise<void> {
  const stopped = new Promise<void>((resolve) =>
    signal.addEventListener("abort", () => resolve(), { once: true }),
  );
  let pause = FIRST_PAUSE_MS;
  const begin = () => {
    pause = FIRST_PAUSE_MS;
    listener.onListening();
  };
  while (!signal.aborted) {
    await listenOnce(listener, stopped, begin).catch((error) =>
      logFailure(error, { reference: "live", where: "listener" }),
    );
    if (!signal.aborted) await sleep(pause, undefined, { signal, ref: false }).catch(() => undefined);
    pause = Math.min(LONGEST_PAUSE_MS, 2 * pause);
  }
}

/** Ends when the connection is lost or the listener stops. */
async function listenOnce(
  { url, channels }: Listener,
  stopped: Promise<void>,
  begin: () => void,
): Promise<void> {
  const client = new pg.Client({ connectionString: url, keepAlive: true, application_name: "standby-live" });
  const lost = new Promise<void>((resolve) => {
    client.on("error", () => resolve());
    client.on("end", () => resolve());
    void stopped.then(resolve);
  });
  try {
    await client.connect();
    client.on("notification", ({ channel, payload = "" }) => channels[channel]?.(payload));
    for (const channel of Object.keys(channels)) await client.query(`LISTEN ${channel}`);
    begin();
    while (await isStillThere(client, lost));
  } finally {
    // One that is gone without a word would never say that it has ended.
    await Promise.race([
      client.end().catch(() => undefined),
      sleep(END_PATIENCE_MS, undefined, { ref: false }),
    ]);
  }
}

/** A connection may be gone without anybody saying so; a question now and then shows it. */
async function isStillThere(client: pg.Client, lost: Promise<void>): Promise<boolean> {
  const timers = new AbortController();
  const after = <T>(ms: number, value: T) =>
    sleep(ms, value, { signal: timers.signal, ref: false }).catch(() => value);
  const gone = lost.then(() => false);
  try {
    if (!(await Promise.race([after(ASK_EVERY_MS, true), gone]))) return false;
    const answer = client.query("SELECT 1").then(
      () => true,
      () => false,
    );
    return await Promise.race([answer, after(ASK_PATIENCE_MS, false), gone]);
  } finally {
    timers.abort();
  }
}
