import { listSessionPeople, openSession } from "@/lib/auth/session";
import type { LiveEvent, LiveMessage } from "@/lib/live/schema";
import { type Live, startLive } from "@/lib/live/service";
import { testDatabaseUrl, testDb } from "./database";

const QUICK = { look: 100, beat: 200 };
const LONGEST_WAIT_MS = 4_000;

/** What one open page was told, and whether its stream was ended. */
export type Heard = { messages: LiveMessage[]; isEnded: boolean; close: () => void };

/** A process that tells its pages, as far as the database is concerned. */
export function startNode(): Promise<Live> {
  return startLive({
    url: testDatabaseUrl,
    makeCtx: () => ({ db: testDb(), now: new Date() }),
    readPeople: (sessions) => listSessionPeople(testDb(), sessions, new Date()),
    pace: QUICK,
  });
}

/** Opens a page's stream for an account that has just signed in. */
export async function openPage(
  node: Live,
  userId: string,
  after: number | null = null,
): Promise<Heard & { session: string }> {
  const session = await openSession(testDb(), userId, new Date(), { byFactor: true });
  const person = (await listSessionPeople(testDb(), [session], new Date())).get(session);
  if (!person) throw new Error("this account can't sign in");
  const heard = { messages: [] as LiveMessage[], isEnded: false, session, close: () => {} };
  const sink = {
    send: (message: LiveMessage) => heard.messages.push(message) > 0,
    close: () => {
      heard.isEnded = true;
    },
  };
  heard.close = node.open({ person, session, sink }, after) ?? heard.close;
  return heard;
}

/** The changes a page was told. */
export function changesIn({ messages }: { messages: readonly LiveMessage[] }): LiveEvent[] {
  return messages.flatMap((message) => (message.type === "change" ? [message.event] : []));
}

/** Waits until something has come; the test fails when it does not. */
export async function until<T>(look: () => T | undefined | false): Promise<T> {
  for (const begun = performance.now(); ; ) {
    const found = look();
    if (found) return found;
    if (performance.now() - begun > LONGEST_WAIT_MS) throw new Error("it did not come");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
