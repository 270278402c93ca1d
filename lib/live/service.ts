import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { Person } from "@/lib/actor";
import type { Ctx, PublicCtx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { logFailure } from "@/lib/log";
import { canManagePool } from "@/lib/pools/policy";
import { eventsFor, everything } from "./rules";
import type { LiveMessage, PresenceInput } from "./schema";
import { type Batch, type FactLog, openFactLog } from "./service-facts";
import { startListener } from "./service-listener";
import { openPresenceBook, type PresenceBook, presenceText } from "./service-presence";

/** How often is looked who has gone, and how often every stream is told that it stands, in milliseconds. */
type Pace = { look: number; beat: number };

const PACE: Pace = { look: 3_000, beat: 10_000 };
/** Where nothing can be listened to, what is new is read every ten seconds. */
const LISTENING_WITHIN_MS = 2_000;
const MOST_STREAMS = 5_000;
const MOST_STREAMS_OF_ONE = 12;

/** Where a stream's messages go; false says that its reader is too slow. */
export type Sink = { send: (message: LiveMessage) => boolean; close: () => void };

type Stream = { person: Person; session: string; after: number; sink: Sink };

export type LiveSettings = {
  url: string;
  makeCtx: () => PublicCtx;
  /** Who a session speaks for now, without counting as a sign of life; those that have ended are left out. */
  readPeople: (sessions: readonly string[]) => Promise<ReadonlyMap<string, Person>>;
  pace?: Pace;
};

/** What this process tells the pages that are open. */
export type Live = {
  /** Up to where all had been told at an instant: what a page read after it is not older. Null where that is not known. */
  headAt: (instant: Date) => number | null;
  /** Opens a stream from a number on; answers how to close it, or null where there are too many. */
  open: (stream: Omit<Stream, "after">, after: number | null) => (() => void) | null;
  /** The same for those who ask instead: what there was after a number, who is here, and up to where it is told. */
  ask: (person: Person, after: number | null) => Promise<LiveMessage[]>;
  stop: () => Promise<void>;
};

type State = {
  settings: LiveSettings;
  log: FactLog;
  presence: PresenceBook;
  streams: Set<Stream>;
  beatAt: number;
  isStopping: boolean;
  /** What reads and tells now, and what does so after it. */
  telling: Promise<void>;
  next: Promise<void> | null;
};

/** Starts to listen for what is done on any node, and to tell the streams of this process. */
export async function startLive(settings: LiveSettings): Promise<Live> {
  const log = await openFactLog(settings.makeCtx);
  const state: State = {
    settings,
    log,
    presence: openPresenceBook(),
    streams: new Set(),
    beatAt: 0,
    isStopping: false,
    telling: Promise.resolve(),
    next: null,
  };
  let isListening = () => {};
  const listening = new Promise<void>((resolve) => {
    isListening = resolve;
  });
  const listener = startListener({
    url: settings.url,
    channels: {
      standby_changes: () => void readAndTell(state),
      standby_notices: (text) => tellOfNotices(state, text.split(" ")),
      standby_presence: (text) => tellOfPresence(state, state.presence.note(text, Date.now())),
    },
    onListening: () => void readAndTell(state).then(isListening),
  });
  await Promise.race([listening, sleep(LISTENING_WITHIN_MS, undefined, { ref: false })]);
  const timer = setInterval(() => void lookAfter(state), (settings.pace ?? PACE).look);
  timer.unref();
  return {
    headAt: log.headAt,
    open: (stream, after) => openStream(state, { ...stream, after: after ?? log.head() }),
    ask: async (person, after) => {
      await readAndTell(state);
      return messagesFor(state, person, after ?? log.head());
    },
    stop: async () => {
      state.isStopping = true;
      clearInterval(timer);
      for (const stream of state.streams) close(state, stream);
      await listener.stop();
    },
  };
}

/** Tells all processes where a manager's tab is; a pool that is not theirs is not found. */
export async function announcePresence({ actor, db }: Ctx, input: PresenceInput): Promise<void> {
  if (!canManagePool(actor, input.poolId)) throw new NotFoundError("pool");
  await db.$executeRaw`SELECT pg_notify('standby_presence', ${presenceText(actor, input)})`;
}

function messagesFor({ log, presence }: State, person: Person, after: number): LiveMessage[] {
  const facts = log.after(after);
  const events = facts ? eventsFor(person, facts) : [everything(log.head())];
  const present = presence.othersFor(person);
  return [
    ...events.map((event) => ({ type: "change" as const, event })),
    ...(person.managedPoolIds.length > 0 ? [{ type: "present" as const, present }] : []),
    { type: "beat" as const, head: Math.max(after, log.head()) },
  ];
}

function openStream(state: State, stream: Stream): (() => void) | null {
  const own = [...state.streams].filter(({ person }) => person.userId === stream.person.userId);
  if (state.isStopping || state.streams.size >= MOST_STREAMS) return null;
  if (own[0] && own.length >= MOST_STREAMS_OF_ONE) close(state, own[0]);
  const messages = messagesFor(state, stream.person, stream.after);
  stream.after = Math.max(stream.after, state.log.head());
  state.streams.add(stream);
  for (const message of messages) send(state, stream, message);
  return () => void state.streams.delete(stream);
}

function close(state: State, stream: Stream): void {
  if (state.streams.delete(stream)) stream.sink.close();
}

/** A reader who does not keep up is let go: it comes back and says what it had last. */
function send(state: State, stream: Stream, message: LiveMessage): void {
  if (state.streams.has(stream) && !stream.sink.send(message)) close(state, stream);
}

/** Reads on and tells, one after another: batches are told in order. Those who ask meanwhile share the reading that follows. */
function readAndTell(state: State): Promise<void> {
  state.next ??= state.telling.then(() => {
    state.next = null;
    state.telling = readAndTellOnce(state);
    return state.telling;
  });
  return state.next;
}

async function readAndTellOnce(state: State): Promise<void> {
  try {
    const batch = await state.log.readOn();
    if (batch) await tell(state, batch);
  } catch (error) {
    logFailure(error, { reference: "live", where: "audit log" });
  }
}

async function tell(state: State, { facts, head, isWhole, isOfAccounts }: Batch): Promise<void> {
  if (isOfAccounts) await lookAtPeople(state);
  for (const stream of state.streams) {
    const news = facts.filter(({ seq }) => seq > stream.after);
    const events = isWhole ? [everything(head)] : eventsFor(stream.person, news);
    stream.after = Math.max(stream.after, head);
    for (const event of events) send(state, stream, { type: "change", event });
  }
}

function tellOfNotices(state: State, userIds: readonly string[]): void {
  const told = new Set(userIds);
  for (const stream of state.streams)
    if (told.has(stream.person.userId)) send(state, stream, { type: "notices" });
}

function tellOfPresence(state: State, poolIds: readonly string[]): void {
  if (poolIds.length === 0) return;
  for (const stream of state.streams) {
    if (!stream.person.managedPoolIds.some((id) => poolIds.includes(id))) continue;
    send(state, stream, { type: "present", present: state.presence.othersFor(stream.person) });
  }
}

/** Every few seconds: who has gone, whose session has ended, and, should PostgreSQL's word not come through, what is new. */
async function lookAfter(state: State): Promise<void> {
  tellOfPresence(state, state.presence.sweep(Date.now()));
  if (performance.now() - state.beatAt < (state.settings.pace ?? PACE).beat) return;
  state.beatAt = performance.now();
  if (state.streams.size === 0) return;
  await readAndTell(state);
  await lookAtPeople(state);
  for (const stream of state.streams) send(state, stream, { type: "beat", head: stream.after });
}

/** Ends the streams of sessions that have ended, and gives the others the rights they have now. */
async function lookAtPeople(state: State): Promise<void> {
  try {
    const sessions = new Set([...state.streams].map(({ session }) => session));
    const people = await state.settings.readPeople([...sessions]);
    for (const stream of state.streams) {
      if (!sessions.has(stream.session)) continue;
      const person = people.get(stream.session);
      if (person) stream.person = person;
      else close(state, stream);
    }
  } catch (error) {
    logFailure(error, { reference: "live", where: "sessions" });
  }
}
