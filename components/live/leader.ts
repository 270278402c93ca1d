import type { LiveMessage } from "@/lib/live/schema";

type Stream = {
  /** Where the stream is, from where it goes on. */
  address: () => string;
  hear: (message: LiveMessage) => void;
  /** The server would not open it, or has ended it for good. */
  onRefused: () => void;
};

/** The part of one tab in holding the browser's stream. */
export type Leading = { isLeader: () => boolean; reopen: () => void; stop: () => void };

const TRY_AGAIN_MS = 15_000;

/**
 * Holds the stream when no other tab of the browser does: over HTTP/1.1 a browser has six connections to a server, so many tabs
 * with one each would leave none for pages. Where browsers know no locks, no tab holds it and each asks.
 */
export function leadWhenFree(name: string, { address, hear, onRefused }: Stream): Leading {
  const stopping = new AbortController();
  let source: EventSource | null = null;
  let isLeader = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function open(): void {
    clearTimeout(timer);
    source?.close();
    source = new EventSource(address());
    source.onmessage = ({ data }: MessageEvent<string>) => hear(JSON.parse(data) as LiveMessage);
    source.onerror = () => {
      // A lost line is opened again by the browser itself.
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, TRY_AGAIN_MS);
      onRefused();
    };
  }

  async function lead(): Promise<void> {
    if (stopping.signal.aborted) return;
    isLeader = true;
    open();
    return new Promise((resolve) => {
      stopping.signal.addEventListener("abort", () => {
        clearTimeout(timer);
        source?.close();
        isLeader = false;
        resolve();
      });
    });
  }

  navigator.locks?.request(name, { signal: stopping.signal }, lead).catch(() => undefined);
  return {
    isLeader: () => isLeader,
    reopen: () => {
      if (isLeader) open();
    },
    stop: () => stopping.abort(),
  };
}
