import "server-only";
import { accountAudit } from "@/lib/accounts/audit";
import type { Person } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { recordCoverLedger } from "@/lib/coverage/candidates/service-ledger";
import { createDb } from "@/lib/db";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "@/lib/demo";
import { hashPassword } from "@/lib/password";
import { isoWeekOf, mondayOf } from "@/lib/time/iso-week";
import { dayIn } from "@/lib/time/zone";
import { TIME_LIMITS } from "@/lib/time-limits";
import { writeAbsences } from "./absences";
import { writeConversations } from "./conversations";
import { writeCovers } from "./covers";
import { writeHandovers } from "./handovers";
import { writeHiring } from "./hiring";
import { writeInterviews } from "./hiring-interviews";
import { writeLeave } from "./leave";
import { writeLetters } from "./letters";
import { LONDON } from "./london";
import { writeMatching } from "./matching";
import { writeMeetings } from "./meetings";
import { writeNotices } from "./notices";
import { ADMINISTRATOR_ID, writePeople } from "./people";
import { writeProfiles } from "./profiles";
import { writeRequestHabits } from "./request-habits";
import { writeRequests } from "./requests";
import { draftNextWeek, writeSchedules } from "./schedules";
import { STOCKHOLM } from "./stockholm";
import { writeBackups, writeOwnSupport } from "./support";
import { writeTraining } from "./training";

const DEMO_POOLS = [STOCKHOLM, LONDON] as const;
const STEPS = 5;

/**
 * Fills a database with the demo office around the week it is now; a second run changes nothing. One transaction without a
 * limit: a slow machine takes its time, and a seed that was interrupted leaves nothing behind.
 */
export async function seedDemo(
  databaseUrl: string,
  report: (line: string) => void,
  now: Date = new Date(),
  signal?: AbortSignal,
): Promise<void> {
  const db = createDb(databaseUrl);
  try {
    const passwordHash = await hashPassword(DEMO_PASSWORD);
    const write = async (tx: Ctx) => {
      await waitForOthers(tx);
      if (await isSeeded(tx)) return report("The demo office is there already.");
      await writeOffice(tx, passwordHash, report, signal);
    };
    await inTransaction({ actor: seeder(), db, now }, write, TIME_LIMITS.none);
  } finally {
    await db.$disconnect();
  }
}

/** Lets one process seed at a time. */
async function waitForOthers({ db }: Ctx): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('standby demo office'))`;
}

async function isSeeded({ db }: Ctx): Promise<boolean> {
  const email = { in: DEMO_ACCOUNTS.map((account) => account.email) };
  return (await db.user.count({ where: { email } })) > 0;
}

async function writeOffice(
  tx: Ctx,
  passwordHash: string,
  report: (line: string) => void,
  signal?: AbortSignal,
): Promise<void> {
  const monday = mondayOf(isoWeekOf(dayIn(STOCKHOLM.timeZone, tx.now)));
  const begin = (step: number, what: string) => {
    signal?.throwIfAborted();
    report(`  ${step} of ${STEPS}: ${what}`);
  };
  begin(1, "people, executives and who supports whom");
  await writePeople(tx, DEMO_POOLS, monday, passwordHash);
  await writeOwnSupport(tx, DEMO_POOLS, monday);
  await writeBackups(tx, DEMO_POOLS, monday);
  begin(2, "the schedule, and a year of absences");
  await writeSchedules(tx, DEMO_POOLS, monday);
  await writeAbsences(tx, DEMO_POOLS, monday);
  await writeLeave(tx, DEMO_POOLS, monday);
  await draftNextWeek(tx, DEMO_POOLS, monday);
  begin(3, "a year of cover");
  const runs = await writeCovers(tx, DEMO_POOLS, monday);
  await recordCoverLedger({ db: tx.db, now: tx.now, actor: null });
  begin(4, "requests, notices and profiles");
  await writeRequests(tx, DEMO_POOLS, monday);
  await writeRequestHabits(tx, DEMO_POOLS, monday);
  await writeMeetings(tx, DEMO_POOLS);
  await writeLetters(tx, DEMO_POOLS);
  await writeNotices(tx, runs, monday);
  await writeProfiles(tx, DEMO_POOLS, monday);
  await writeMatching(tx, DEMO_POOLS, monday);
  begin(5, "handovers and training");
  await writeHandovers(tx, DEMO_POOLS, monday);
  await writeTraining(tx, DEMO_POOLS, monday);
  await writeHiring(tx, DEMO_POOLS, monday);
  await writeInterviews(tx, monday);
  await writeConversations(tx, DEMO_POOLS, monday);
  const pools = DEMO_POOLS.map(({ name, assistants }) => ({
    name,
    assistants: assistants.length,
    executives: assistants.reduce((sum, { executives }) => sum + executives.length, 0),
  }));
  await audit(tx, accountAudit("demo.seeded", "demo", { pools, monday }));
  for (const { name, assistants, executives } of pools)
    report(`${name}: ${assistants} assistants, ${executives} executives, and a year behind them.`);
}

function seeder(): Person {
  return {
    userId: ADMINISTRATOR_ID,
    name: "Standby",
    email: "admin@standby.example",
    locale: "en",
    isAdministrator: true,
    managedPoolIds: [],
    assistant: null,
    executive: null,
    hasFactor: false,
    mustHaveFactor: false,
    session: null,
  };
}
