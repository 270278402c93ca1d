import { gzipSync } from "node:zlib";
import { getWallchart } from "@/lib/absences/wallchart/queries";
import { WallchartInput } from "@/lib/absences/wallchart/schema";
import { asManager, getPerson } from "@/lib/auth/person";
import { readFeed } from "@/lib/calendars/queries-feeds";
import { makeFeed } from "@/lib/calendars/service";
import { listStandIns } from "@/lib/coverage/candidates/queries-stand-ins";
import { StandInsInput } from "@/lib/coverage/candidates/schema-stand-ins";
import { createDb } from "@/lib/db";
import { importOffice } from "@/lib/imports/service";
import { comparePlacements, listCandidatePlacements } from "@/lib/matching/placements/queries";
import { day } from "@/lib/time/day";
import { migrate } from "@/prisma/tooling/migrate";
import { startScratchDatabase } from "@/prisma/tooling/scratch";
import { makeOfficeCsv } from "../support/office-csv";

const ROUNDS = 5;
const NOW = new Date("2026-08-17T07:00:00Z");

async function measure(what: string, work: () => Promise<string>): Promise<void> {
  const times: number[] = [];
  let said = "";
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    said = await work();
    times.push(performance.now() - start);
  }
  const [first = 0, ...rest] = times;
  const best = Math.min(...rest);
  console.log(`${what}: first ${first.toFixed(0)} ms, then ${best.toFixed(0)} ms, ${said}`);
}

function sizeOf(text: string): string {
  const kilobytes = (bytes: number) => `${Math.round(bytes / 1024)} kB`;
  return `${kilobytes(Buffer.byteLength(text))}, ${kilobytes(gzipSync(text).length)} packed`;
}

// 1,000 assistants with eight absences a year each and 2,500 executives, all in one pool.
const database = await startScratchDatabase();
try {
  await migrate(database);
  const db = createDb(database.appUrl);
  const { id } = await db.user.create({ data: { email: "manager@office.example", name: "Manager" } });
  const pool = await db.pool.create({
    data: {
      name: "Stockholm",
      timeZone: "Europe/Stockholm",
      holidayRegion: "SE",
      managers: { create: { userId: id } },
    },
  });
  const person = await getPerson(db, id, new Date());
  const actor = person && asManager(person);
  if (!actor) throw new Error("the bench has no manager");
  const ctx = { actor, db, now: NOW };
  const { assistants, executives, support } = makeOfficeCsv({ assistants: 1_000, executives: 2_500 });
  const poolDefaults = { timeZone: "Europe/Stockholm", holidayRegion: "SE" };
  const answer = await importOffice(ctx, {
    files: { assistants, executives, support },
    dryRun: false,
    poolDefaults,
  });
  if (!answer.ok || !answer.value.applied) throw new Error("the office was not imported");
  await db.$executeRaw`UPDATE assistants SET pool_id = ${pool.id}::uuid`;
  await db.$executeRaw`UPDATE executives SET pool_id = ${pool.id}::uuid`;
  await db.$executeRaw`
    INSERT INTO absences (id, assistant_id, leave_type_id, start_on, start_part, end_on, end_part, status)
    SELECT gen_random_uuid(), a.id, 'vacation', DATE '2026-01-05' + (n * 45 + a.place % 40)::int,
      CASE WHEN n % 3 = 0 THEN 'pm' ELSE 'am' END::day_part, DATE '2026-01-05' + (n * 45 + a.place % 40 + n % 5)::int, 'pm',
      CASE WHEN n % 4 = 0 THEN 'requested' ELSE 'approved' END::absence_status
    FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM assistants) a, generate_series(0, 7) n`;
  console.log(`${await db.assistant.count()} assistants, ${await db.absence.count()} absences`);
  for (const asked of [{ month: "2026-08" }, { year: "2026" }, { year: "2026", group: "executive" }]) {
    const input = WallchartInput.parse(asked);
    await measure(`wallchart ${Object.values(asked).join(" ")}`, async () => {
      const view = await getWallchart(ctx, input);
      return `${view.people.length} people, ${sizeOf(JSON.stringify(view))}`;
    });
  }
  const feed = await makeFeed(ctx, { kind: "pool", poolId: pool.id });
  if (!feed.ok) throw new Error("the pool has no feed");
  await measure("pool feed", async () => {
    const read = await readFeed({ db, now: NOW }, feed.value.token);
    if (!read.ok) throw new Error(read.reason);
    return `${read.value.ics.split("BEGIN:VEVENT").length - 1} events, ${sizeOf(read.value.ics)}`;
  });
  await measure("who could step in", async () => {
    const view = await listStandIns(ctx, StandInsInput.parse({ poolId: pool.id }));
    return `${view.total} executives, ${view.without} without anybody, ${view.withOne} with one`;
  });
  const { id: executiveId } = await db.executive.findFirstOrThrow({ select: { id: true } });
  const from = day("2026-09-07");
  await measure("who could support an executive", async () => {
    const list = await listCandidatePlacements(ctx, { executiveId, from, page: 1 }, "sv");
    return `${Object.values(list.counts).join(" + ")} people, ${sizeOf(JSON.stringify(list))}`;
  });
  const four = await db.assistant.findMany({ select: { id: true }, take: 4 });
  await measure("four side by side", async () => {
    const assistantIds = four.map((one) => one.id);
    const compared = await comparePlacements(ctx, { executiveId, assistantIds, from }, "sv");
    return sizeOf(JSON.stringify(compared));
  });
  await db.$disconnect();
} finally {
  await database.stop();
}
process.exit();
