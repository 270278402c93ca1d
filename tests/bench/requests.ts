import { parseArgs } from "node:util";
import { asAssistant, asExecutive, asManager, getPerson } from "@/lib/auth/person";
import { createDb, type Db } from "@/lib/db";
import {
  listOwnRequests,
  listPoolRequests,
  listServedRequests,
  listVisibleRequests,
} from "@/lib/requests/queries";
import { ListRequestsInput } from "@/lib/requests/schema";
import { listExcerpts } from "@/lib/requests/search/queries";
import { migrate } from "@/prisma/tooling/migrate";
import { startDatabase } from "@/prisma/tooling/postgres";
import { startScratchDatabase } from "@/prisma/tooling/scratch";

const { values } = parseArgs({
  options: {
    requests: { type: "string", default: "50000" },
    rounds: { type: "string", default: "40" },
    // A folder in which the requests are made once and used again by later runs; left out, they are thrown away.
    keep: { type: "string" },
  },
});
const rounds = Number(values.rounds);
const AT_A_TIME = 5_000;
const NOW = new Date("2026-08-17T07:00:00Z");

/** What is searched for: a frequent word, rare ones, a stem, a name, a number, nothing there is, and words of several places. */
const TYPED = [
  "möte",
  "resa oslo",
  "bokningen",
  "anna",
  "contract malmö",
  "070-123 45 67",
  "zzz",
  "travel",
  "m",
  "hotell stockholm",
];

const database = values.keep ? await startDatabase({ dataDir: values.keep }) : await startScratchDatabase();
try {
  await migrate(database);
  const db = createDb(database.ownerUrl);
  if ((await db.supportRequest.count()) === 0) await fillRequests(db, Number(values.requests));
  const people = await findReaders(db);
  console.log(`${await db.supportRequest.count()} requests\n\n| | p50 | p95 | longest |\n|---|---|---|---|`);
  const person = async (id: string) => {
    const found = await getPerson(db, id, NOW);
    if (!found) throw new Error("the bench lacks a person");
    return found;
  };
  const manager = asManager(await person(people.manager));
  const assistant = asAssistant(await person(people.assistant));
  const executive = asExecutive(await person(people.executive));
  if (!manager || !assistant || !executive) throw new Error("the bench lacks a role");
  const readers = {
    manager: { ctx: { db, now: NOW, actor: manager }, list: listPoolRequests },
    assistant: { ctx: { db, now: NOW, actor: assistant }, list: listServedRequests },
    executive: { ctx: { db, now: NOW, actor: executive }, list: listOwnRequests },
    anyRole: { ctx: { db, now: NOW, actor: manager }, list: listVisibleRequests },
  } as const;
  for (const [name, { ctx, list }] of Object.entries(readers)) {
    const read = list as (of: typeof ctx, input: ListRequestsInput) => ReturnType<typeof listVisibleRequests>;
    await measure(`${name} searches`, async (round) => {
      const q = TYPED[round % TYPED.length] ?? "";
      const { items } = await read(ctx, ListRequestsInput.parse({ q, limit: 30 }));
      await listExcerpts(ctx, items, q);
    });
    for (const show of ["open", "done", "all"] as const)
      await measure(`${name} lists ${show}`, async () => {
        await read(ctx, ListRequestsInput.parse({ show, limit: 30 }));
      });
  }
  await db.$disconnect();
} finally {
  await database.stop();
}
process.exit();

async function measure(what: string, work: (round: number) => Promise<void>): Promise<void> {
  const times: number[] = [];
  for (let round = -TYPED.length; round < rounds; round++) {
    const start = performance.now();
    await work(round + TYPED.length);
    if (round >= 0) times.push(performance.now() - start);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  console.log(`| ${what} | ${[at(0.5), at(0.95), at(1)].map((ms) => `${ms.toFixed(0)} ms`).join(" | ")} |`);
}

/** Two pools of 500 executives, and requests of ten years in Swedish and English: one in a hundred is open, one in fifty confidential. */
async function fillRequests(db: Db, count: number) {
  const user = (name: string) => ({ name, email: `${name.toLowerCase().replace(/ /g, ".")}@office.example` });
  const manager = await db.user.create({ data: user("Bench Manager"), select: { id: true } });
  const pools = await Promise.all(
    ["Stockholm", "Kista"].map((name) =>
      db.pool.create({
        data: {
          name,
          timeZone: "Europe/Stockholm",
          holidayRegion: "SE",
          managers: { create: { userId: manager.id } },
        },
        select: { id: true },
      }),
    ),
  );
  const poolIds = pools.map(({ id }) => id);
  // Their words are worked out once, at the end.
  await db.$executeRaw`ALTER TABLE support_requests DISABLE TRIGGER support_requests_words_added`;
  await db.$executeRaw`ALTER TABLE request_comments DISABLE TRIGGER request_comments_words`;
  await db.$executeRaw`ALTER TABLE phone_messages DISABLE TRIGGER phone_messages_words`;
  await db.$executeRaw`
    INSERT INTO users (id, name, email) SELECT gen_random_uuid(),
      (ARRAY['Anna', 'Erik', 'Sofia', 'Lars', 'Åsa', 'John', 'Maria'])[1 + n % 7] || ' Bench' || n,
      'bench' || n || '@office.example' FROM generate_series(1, 1125) n`;
  await db.$executeRaw`
    INSERT INTO executives (id, user_id, pool_id) SELECT gen_random_uuid(), id, (${poolIds}::uuid[])[1 + place % 2]
    FROM (SELECT id, row_number() OVER (ORDER BY email) AS place FROM users WHERE email LIKE 'bench%' AND id <> ${manager.id}::uuid) u WHERE place <= 1000`;
  await db.$executeRaw`
    INSERT INTO assistants (id, user_id, pool_id) SELECT gen_random_uuid(), u.id, (${poolIds}::uuid[])[1 + (row_number() OVER (ORDER BY u.email))::int % 2]
    FROM users u WHERE u.email LIKE 'bench%' AND u.id <> ${manager.id}::uuid AND NOT EXISTS (SELECT FROM executives e WHERE e.user_id = u.id)`;
  await db.$executeRaw`
    INSERT INTO support_assignments (id, executive_id, assistant_id, role, from_on)
    SELECT gen_random_uuid(), e.id, a.id, 'primary', DATE '2016-01-04'
    FROM (SELECT id, pool_id, row_number() OVER (PARTITION BY pool_id ORDER BY id) - 1 AS place FROM executives) e
    JOIN (SELECT id, pool_id, row_number() OVER (PARTITION BY pool_id ORDER BY id) - 1 AS place FROM assistants) a
      ON a.pool_id = e.pool_id AND a.place = e.place / 9`;
  await db.$executeRaw`
    INSERT INTO support_requests (id, executive_id, home_assistant_id, assignee_id, held_because, summary, details, status,
      resolved_at, first_word_at, confidential, type_id, created_by_id, created_at, updated_at)
    SELECT gen_random_uuid(), e.id, e.assistant_id, e.assistant_id, 'own',
      (ARRAY['Boka möte med', 'Book the trip to', 'Resa till', 'Hotell i', 'Bokning av bord i', 'Print the contract for', 'Meeting notes from'])[1 + n % 7]
        || ' ' || (ARRAY['Oslo', 'Malmö', 'Göteborg', 'Stockholm', 'London', 'Köpenhamn'])[1 + n % 6] || ' ' || n,
      (ARRAY['Please keep the aisle seat and the earliest flight.', 'Tar helst tåget om det går.', 'Underlag finns i mappen.', ''])[1 + n % 4],
      CASE WHEN n % 100 = 0 THEN 'in_progress' ELSE 'closed' END::support_request_status,
      CASE WHEN n % 100 > 0 THEN at + interval '3 hours' END, at + interval '1 hour', n % 50 = 7,
      (ARRAY['travel', 'meeting', 'document', 'other'])[1 + n % 4], e.user_id, at, at
    FROM (SELECT n, ${NOW}::timestamptz - n * interval '100 minutes' AS at FROM generate_series(1, ${count}::int) n) made
    JOIN (SELECT e.id, e.user_id, s.assistant_id, row_number() OVER (ORDER BY e.id) - 1 AS place
      FROM executives e JOIN support_assignments s ON s.executive_id = e.id) e
      ON e.place = made.n % (SELECT count(*) FROM support_assignments)`;
  await db.$executeRaw`
    INSERT INTO request_comments (id, request_id, author_id, text, is_internal, created_at)
    SELECT gen_random_uuid(), id, created_by_id, CASE WHEN has_more THEN 'Kan vi flytta mötet till torsdag?' ELSE 'Tickets are ordered.' END,
      NOT has_more, created_at FROM (SELECT *, row_number() OVER (ORDER BY id) % 2 = 0 AS has_more FROM support_requests) r`;
  await db.$executeRaw`
    INSERT INTO phone_messages (request_id, caller, company, number_text, wish, taken_by_id, taken_at)
    SELECT id, 'Karin Berg', 'Volvo', '+46 70 ' || 100 + place % 800 || ' 45 67', 'call_back', created_by_id, created_at
    FROM (SELECT *, row_number() OVER (ORDER BY id) AS place FROM support_requests) r WHERE place % 10 = 0`;
  await db.$executeRaw`ALTER TABLE support_requests ENABLE TRIGGER support_requests_words_added`;
  await db.$executeRaw`ALTER TABLE request_comments ENABLE TRIGGER request_comments_words`;
  await db.$executeRaw`ALTER TABLE phone_messages ENABLE TRIGGER phone_messages_words`;
  const ids = await db.supportRequest.findMany({ select: { id: true } });
  for (let i = 0; i < ids.length; i += AT_A_TIME) {
    const some = ids.slice(i, i + AT_A_TIME).map(({ id }) => id);
    await db.$executeRaw`SELECT index_request_words(${some}::uuid[])`;
  }
  await db.$executeRaw`ANALYZE`;
}

async function findReaders(db: Db) {
  const manager = await db.user.findFirstOrThrow({ where: { name: "Bench Manager" }, select: { id: true } });
  const served = await db.supportAssignment.findFirstOrThrow({
    select: { assistant: { select: { userId: true } }, executive: { select: { userId: true } } },
    orderBy: { id: "asc" },
  });
  return { manager: manager.id, assistant: served.assistant.userId, executive: served.executive.userId };
}
