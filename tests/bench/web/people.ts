import { setTimeout as sleep } from "node:timers/promises";
import { randomStream } from "@/lib/solver/random";
import { addDays } from "@/lib/time/day";
import { isoWeekOf } from "@/lib/time/iso-week";
import type { PrismaClient } from "@/prisma/generated/client/client";
import type { BenchOffice } from "./office";
import { bearer, signIn } from "./session";

type Asked = { what: string; path: string; init: RequestInit };
type Person = { next: (die: () => number) => Asked };

/** What people met while they worked together. */
export type Met = {
  times: Map<string, number[]>;
  errors: string[];
  /** How long the sign of life of the server took, asked four times a second. */
  lives: number[];
};

const SHORTEST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 3_000;
/** What a write may be answered that another was faster with, or that the rules don't allow. */
const REFUSED = new Set([409, 422]);

/** Lets so many people work at the same time: one in five leads a pool, half are assistants, the others executives. */
export async function workTogether(
  db: PrismaClient,
  office: BenchOffice,
  { url, secret, people, minutes }: { url: string; secret: string; people: number; minutes: number },
): Promise<Met> {
  const met: Met = { times: new Map(), errors: [], lives: [] };
  const all = await Promise.all(Array.from({ length: people }, (_, i) => personOf(db, office, secret, i)));
  const until = performance.now() + minutes * 60_000;
  const isOver = () => performance.now() > until;
  await Promise.all([
    ...all.map((person, i) => work(person, randomStream(i + 1), url, met, isOver)),
    probe(url, met, isOver),
  ]);
  return met;
}

async function work(
  person: Person,
  die: () => number,
  url: string,
  met: Met,
  isOver: () => boolean,
): Promise<void> {
  await sleep(die() * LONGEST_PAUSE_MS);
  while (!isOver()) {
    const { what, path, init } = person.next(die);
    const start = performance.now();
    const status = await fetch(`${url}${path}`, { ...init, redirect: "manual" }).then(
      (response) => response.text().then(() => response.status),
      (error) => String(error.cause ?? error),
    );
    met.times.set(what, [...(met.times.get(what) ?? []), performance.now() - start]);
    const isAnswer = typeof status === "number" && (status < 300 || (init.method && REFUSED.has(status)));
    if (!isAnswer) met.errors.push(`${what}: ${status}`);
    await sleep(SHORTEST_PAUSE_MS + die() * (LONGEST_PAUSE_MS - SHORTEST_PAUSE_MS));
  }
}

async function probe(url: string, met: Met, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const start = performance.now();
    await fetch(`${url}/api/health/live`).then(
      (response) => response.text(),
      (error) => met.errors.push(`sign of life: ${error}`),
    );
    met.lives.push(performance.now() - start);
    await sleep(250);
  }
}

async function personOf(
  db: PrismaClient,
  office: BenchOffice,
  secret: string,
  place: number,
): Promise<Person> {
  const kind = place % 10 < 2 ? "manager" : place % 10 < 7 ? "assistant" : "executive";
  if (kind === "manager") return managerOf(db, office, secret, place);
  const { email } = await db.user.findFirstOrThrow({
    where: kind === "assistant" ? { assistant: { isNot: null } } : { executive: { isNot: null } },
    orderBy: { id: "asc" },
    skip: place * 7,
  });
  const [cookie, token] = [await signIn(db, email, secret), await bearer(db, email)];
  return kind === "assistant" ? assistantOf(office, cookie, token) : executiveOf(cookie, token);
}

type Headers = Record<string, string>;

const page = (path: string, headers: Headers): Asked => ({
  what: path.split("?")[0] ?? path,
  path,
  init: { headers },
});

function write(what: string, path: string, token: Headers, body: object): Asked {
  const headers = { ...token, "content-type": "application/json" };
  return { what, path, init: { method: "POST", headers, body: JSON.stringify(body) } };
}

async function managerOf(
  db: PrismaClient,
  { small, large, monday }: BenchOffice,
  secret: string,
  place: number,
): Promise<Person> {
  const pool = place % 20 < 2 ? large : small;
  const [cookie, token] = [await signIn(db, pool.manager, secret), await bearer(db, pool.manager)];
  const pairs = await db.supportAssignment.findMany({
    where: { role: "primary", executive: { poolId: pool.id } },
    select: { executiveId: true, assistantId: true },
    take: 400,
  });
  const onWeek = (die: () => number) => isoWeekOf(addDays(monday, 7 * Math.floor(die() * 6)));
  return {
    next(die) {
      const one = die();
      if (one < 0.4) return page(`/manager/coverage?week=${onWeek(die)}&pool=${pool.id}`, cookie);
      if (one < 0.5) return page("/manager/wallchart", cookie);
      if (one < 0.65) return page("/manager/absences", cookie);
      if (one < 0.75) return page("/manager/requests", cookie);
      if (one < 0.85) return page("/manager/assistants", cookie);
      const [executive, assistant] = [pairs, pairs].map((all) => all[Math.floor(die() * all.length)]);
      const on = addDays(monday, Math.floor(die() * 5) + 7 * Math.floor(die() * 5));
      return write("assigning cover", "/api/v1/coverage/assignments", token, {
        executiveId: executive?.executiveId,
        assistantId: assistant?.assistantId,
        from: on,
        fromPart: "am",
        to: on,
        toPart: "pm",
        replace: true,
        overrideReason: "the bench",
      });
    },
  };
}

function assistantOf({ monday }: BenchOffice, cookie: Headers, token: Headers): Person {
  return {
    next(die) {
      const one = die();
      if (one < 0.55) return page("/assistant/week", cookie);
      if (one < 0.7) return page("/assistant/absences", cookie);
      if (one < 0.8) return page("/assistant/requests", cookie);
      if (one < 0.9) return page("/assistant/wallchart", cookie);
      const on = addDays(monday, 100 + Math.floor(die() * 300));
      return write("asking for leave", "/api/v1/absences", token, { type: "unpaid", from: on, to: on });
    },
  };
}

function executiveOf(cookie: Headers, token: Headers): Person {
  return {
    next(die) {
      const one = die();
      if (one < 0.6) return page("/executive", cookie);
      if (one < 0.8) return page("/executive/requests", cookie);
      return write("filing a request", "/api/v1/support-requests", token, {
        summary: `Please book a table for ${2 + Math.floor(die() * 8)}`,
      });
    },
  };
}
