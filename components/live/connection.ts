import type { LiveMessage } from "@/lib/live/schema";
import { leadWhenFree } from "./leader";

const ASK_AFTER_MS = 15_000;
const LOOK_EVERY_MS = 3_000;
/** A stream says something every ten seconds; one that is silent for so long is gone, as after sleep. */
const GONE_AFTER_MS = 25_000;
/** For tabs that come later: what has been told lately. */
const KEPT = 100;

type ConnectionSettings = {
  userId: string;
  /** Up to where all is known already. */
  after: number | null;
  onMessage: (message: LiveMessage) => void;
  /** The session has ended: nothing more will come. */
  onEnd: () => void;
};

/**
 * Hears what is done by others. Of all tabs of a browser one holds the stream and passes on what it hears; a tab in sight that
 * has heard nothing for 15 s, or comes back after sleep or without a network, asks for what it has missed. Answers how to stop.
 */
export function connect({ userId, after: first, onMessage, onEnd }: ConnectionSettings): () => void {
  const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(`live-${userId}`);
  const recent: LiveMessage[] = [];
  let after = first;
  let heardAt = Date.now();
  let isAsking = false;
  let isOver = false;
  const address = () => `/api/events?as=${userId}${after === null ? "" : `&after=${after}`}`;

  function take(message: LiveMessage): void {
    if (isOver) return;
    heardAt = Date.now();
    if (message.type === "beat") after = Math.max(after ?? 0, message.head);
    if (message.type === "change") {
      if (after !== null && message.event.seq <= after) return;
      after = message.event.seq;
    }
    onMessage(message);
  }

  function hear(message: LiveMessage): void {
    if (isOver) return;
    if (message.type !== "notices") recent.push(message);
    if (recent.length > KEPT) recent.shift();
    channel?.postMessage(message);
    take(message);
  }

  async function ask(): Promise<void> {
    if (isAsking || isOver) return;
    isAsking = true;
    heardAt = Date.now();
    try {
      const answer = await fetch(address(), { headers: { Accept: "application/json" } });
      if (answer.status === 204) return end();
      if (answer.ok) for (const message of (await answer.json()) as LiveMessage[]) take(message);
    } catch {
      // Without a network there is nothing to hear; it is asked again.
    } finally {
      isAsking = false;
    }
  }

  function end(): void {
    if (isOver) return;
    close();
    onEnd();
  }

  const leading = leadWhenFree(`live-${userId}`, { address, hear, onRefused: () => void ask() });
  if (channel) {
    channel.onmessage = ({ data }: MessageEvent<LiveMessage | "hello">) => {
      if (data !== "hello") take(data);
      else if (leading.isLeader()) for (const message of recent) channel.postMessage(message);
    };
    channel.postMessage("hello");
  }

  function look(): void {
    const silence = Date.now() - heardAt;
    if (silence > GONE_AFTER_MS) leading.reopen();
    if (silence > ASK_AFTER_MS && document.visibilityState === "visible") void ask();
  }
  const comeBack = () =>
    document.visibilityState === "visible" && Date.now() - heardAt > LOOK_EVERY_MS && void ask();
  const comeOnline = () => {
    leading.reopen();
    void ask();
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  document.addEventListener("visibilitychange", comeBack);
  window.addEventListener("online", comeOnline);

  function close(): void {
    isOver = true;
    clearInterval(timer);
    document.removeEventListener("visibilitychange", comeBack);
    window.removeEventListener("online", comeOnline);
    leading.stop();
    channel?.close();
  }

  return close;
}
