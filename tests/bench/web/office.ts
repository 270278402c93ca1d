import { asManager, getPerson } from "@/lib/auth/person";
import { makeFeed } from "@/lib/calendars/service";
import { createDb, type Db } from "@/lib/db";
import { importOffice } from "@/lib/imports/service";
import { addDays, type Day, dayToDate } from "@/lib/time/day";
import { isoWeekOf, mondayOf } from "@/lib/time/iso-week";
import { makeOfficeCsv } from "../../support/office-csv";

export type OfficeOptions = { assistants: number; executives: number; years: number; seed: number };

/** Whom the bench signs in as, and what they look at. */
export type BenchOffice = {
  monday: Day;
  small: PoolFacts;
  large: PoolFacts;
  people: { assistants: number; executives: number; absences: number; covers: number; requests: number };
};

type PoolFacts = {
  id: string;
  manager: string;
  assistant: string;
  assistantId: string;
  executive: string;
  executiveId: string;
  feed: string;
};

const POOL = { timeZone: "Europe/Stockholm", holidayRegion: "SE" };
const SMALL = "Kista";
const LARGE = "Stockholm";

/** Fills an empty, migrated database with two pools, a sixth of the office in the small one, and years of history up to today. */
export async function fillOffice(
  appUrl: string,
  ownerUrl: string,
  superuserUrl: string,
  { assistants, executives, years, seed }: OfficeOptions,
): Promise<BenchOffice> {
  const now = new Date();
  const monday = mondayOf(isoWeekOf(now.toISOString().slice(0, 10) as Day));
  const owner = createDb(ownerUrl);
  if ((await owner.user.count()) === 0) {
    await importPeople(appUrl, { assistants, executives, years, seed }, monday);
    // Ten years take longer to write than a person waits, and no trigger need look at them.
    const superuser = createDb(superuserUrl);
    await superuser.$transaction(
      async (tx) => {
        await tx.$executeRaw`SET LOCAL statement_timeout = 0`;
        await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
        await addHistory(tx, monday, years, seed);
      },
      { timeout: 900_000 },
    );
    await superuser.$disconnect();
  }
  const office = {
    monday,
    small: await factsOf(owner, SMALL, monday),
    large: await factsOf(owner, LARGE, monday),
    people: {
      assistants: await owner.assistant.count(),
      executives: await owner.executive.count(),
      absences: await owner.absence.count(),
      covers: await owner.coverageAssignment.count(),
      requests: await owner.supportRequest.count(),
    },
  };
  await owner.$disconnect();
  return office;
}

async function importPeople(
  appUrl: string,
  { assistants, executives, years, seed }: OfficeOptions,
  monday: Day,
): Promise<void> {
  const db = createDb(appUrl);
  const now = new Date();
  const managers = await Promise.all(
    [SMALL, LARGE].map(async (name) => {
      const { id } = await db.user.create({
        data: { email: `${name.toLowerCase()}@office.example`, name: `${name} Manager` },
      });
      await db.pool.create({ data: { name, ...POOL, managers: { create: { userId: id } } } });
      return id;
    }),
  );
  // One person manages both while the office is brought in.
  await db.poolManager.createMany({
    data: (await db.pool.findMany()).map((pool) => ({ poolId: pool.id, userId: managers[0] ?? "" })),
    skipDuplicates: true,
  });
  const files = makeOfficeCsv({
    assistants,
    executives,
    seed,
    from: addDays(monday, -366 * years),
    poolOf: (place) => (place % 6 === 5 ? SMALL : LARGE),
  });
  const { absences: _, ...people } = files;
  const actor = asManager((await getPerson(db, managers[0] ?? "", now)) as never);
  if (!actor) throw new Error("the bench has no manager");
  const answer = await importOffice({ actor, db, now }, { files: people, dryRun: false, poolDefaults: POOL });
  if (!answer.ok || !answer.value.applied) throw new Error("the bench's office was not imported");
  await db.poolManager.deleteMany({ where: { userId: managers[0] ?? "", pool: { name: LARGE } } });
  await db.$disconnect();
}

/**
 * Nine absences a person and year, one of them in the coming weeks; the backup covers them where there is one. Four
 * requests an executive and year, and twenty notices a person and year.
 */
async function addHistory(db: Db, monday: Day, years: number, seed: number) {
  const first = dayToDate(addDays(monday, -364 * years));
  await db.$executeRaw`
    INSERT INTO absences (id, assistant_id, leave_type_id, start_on, end_on, status, created_at)
    SELECT gen_random_uuid(), id, CASE WHEN die % 5 = 0 THEN 'sick' ELSE 'vacation' END,
      ${first}::date + n * 40 + die % 28, ${first}::date + n * 40 + die % 28 + die / 28 % 7,
      CASE WHEN ${first}::date + n * 40 > ${dayToDate(monday)}::date AND die % 6 = 0 THEN 'requested' ELSE 'approved' END::absence_status,
      ${first}::date + n * 40
    FROM (SELECT a.id, n, abs(hashtext(a.id::text || n || ${seed}::int)) AS die
      FROM assistants a, generate_series(0, ${Math.floor((364 * years + 70) / 40)}::int) n) drawn`;
  await db.$executeRaw`ANALYZE absences, support_assignments`;
  await db.$executeRaw`
    INSERT INTO coverage_assignments (id, executive_id, assistant_id, absence_id, start_on, start_part, end_on, end_part,
      status, created_at, updated_at)
    SELECT gen_random_uuid(), p.executive_id, b.assistant_id, a.id, a.start_on, 'am', a.end_on, 'pm',
      CASE WHEN a.end_on < ${dayToDate(monday)}::date THEN 'completed' ELSE 'confirmed' END::coverage_status,
      a.created_at, a.created_at
    FROM absences a JOIN support_assignments p ON p.assistant_id = a.assistant_id AND p.role = 'primary'
    JOIN support_assignments b ON b.executive_id = p.executive_id AND b.role = 'backup'
    WHERE a.status = 'approved' AND NOT EXISTS (SELECT FROM absences o WHERE o.assistant_id = b.assistant_id
      AND o.status = 'approved' AND o.start_on <= a.end_on AND o.end_on >= a.start_on)`;
  await db.$executeRaw`
    INSERT INTO cover_ledger_entries (assistant_id, executive_id, "on", part, coverage_assignment_id, minutes, is_friday, is_difficult)
    SELECT c.assistant_id, c.executive_id, d::date, 'am', c.id, 60, extract(isodow FROM d) = 5, false
    FROM coverage_assignments c, generate_series(c.start_on, c.end_on, interval '1 day') d
    WHERE c.status = 'completed' AND extract(isodow FROM d) < 6
    ON CONFLICT DO NOTHING`;
  await db.$executeRaw`
    INSERT INTO support_requests (id, executive_id, home_assistant_id, assignee_id, held_because, summary, status, resolved_at, created_by_id, created_at, updated_at)
    SELECT gen_random_uuid(), e.id, s.assistant_id, s.assistant_id, 'own', 'Please book a room for the meeting ' || n,
      CASE WHEN n = 0 THEN 'in_progress' ELSE 'closed' END::support_request_status,
      CASE WHEN n > 0 THEN ${dayToDate(monday)}::date - n * 90 END, e.user_id,
      ${dayToDate(monday)}::date - n * 90 - 1, ${dayToDate(monday)}::date - n * 90
    FROM executives e JOIN support_assignments s ON s.executive_id = e.id AND s.role = 'primary',
      generate_series(0, ${4 * years}::int - 1) n`;
  await db.$executeRaw`
    INSERT INTO notifications (id, user_id, kind, params, created_at, read_at)
    SELECT gen_random_uuid(), u.id, 'cover_given', '{}', ${dayToDate(monday)}::date - n * 18, ${dayToDate(monday)}::date
    FROM users u, generate_series(1, ${20 * years}::int) n`;
  await db.$executeRaw`ANALYZE`;
}

async function factsOf(db: Db, name: string, monday: Day): Promise<PoolFacts> {
  const pool = await db.pool.findFirstOrThrow({
    where: { name },
    include: { managers: { include: { user: true } } },
  });
  const support = await db.supportAssignment.findFirstOrThrow({
    where: {
      role: "primary",
      executive: { poolId: pool.id },
      assistant: {
        absences: {
          none: { endOn: { gte: dayToDate(monday) }, startOn: { lte: dayToDate(addDays(monday, 13)) } },
        },
      },
    },
    select: {
      assistant: { select: { id: true, user: { select: { email: true } } } },
      executive: { select: { id: true, user: { select: { email: true } } } },
    },
    orderBy: { executiveId: "asc" },
  });
  const manager = pool.managers[0]?.user;
  const actor = manager && asManager((await getPerson(db, manager.id, new Date())) as never);
  if (!manager || !actor) throw new Error(`${name} has no manager`);
  const feed = await makeFeed({ actor, db, now: new Date() }, { kind: "pool", poolId: pool.id });
  return {
    id: pool.id,
    manager: manager.email,
    assistant: support.assistant.user.email,
    assistantId: support.assistant.id,
    executive: support.executive.user.email,
    executiveId: support.executive.id,
    feed: feed.ok ? feed.value.token : "",
  };
}
