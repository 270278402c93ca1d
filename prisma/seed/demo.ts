import "server-only";
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
import { writeCovers } from "./covers";
import { writeHandovers } from "./handovers";
import { writeLeave } from "./leave";
import { LONDON } from "./london";
import { writeNotices } from "./notices";
import { ADMINISTRATOR_ID, writePeople } from "./people";
import { writeProfiles } from "./profiles";
import { writeRequests } from "./requests";
import { STOCKHOLM } from "./stockholm";
import { writeBackups, writeOwnSupport } from "./support";

const DEMO_POOLS = [STOCKHOLM, LONDON] as const;

/** Fills a database with the demo office around the week it is now, in one transaction; a second run changes nothing. */
export async function seedDemo(
  databaseUrl: string,
  report: (line: string) => void,
  now: Date = new Date(),
): Promise<void> {
  const db = createDb(databaseUrl);
  try {
    const emails = DEMO_ACCOUNTS.map((account) => account.email);
    if ((await db.user.count({ where: { email: { in: emails } } })) > 0)
      return report("The demo office is there already.");
    const passwordHash = await hashPassword(DEMO_PASSWORD);
    await inTransaction(
      { actor: seeder(), db, now },
      (tx) => writeOffice(tx, passwordHash, report),
      TIME_LIMITS.batch,
    );
  } finally {
    await db.$disconnect();
  }
}

async function writeOffice(tx: Ctx, passwordHash: string, report: (line: string) => void): Promise<void> {
  const monday = mondayOf(isoWeekOf(dayIn(STOCKHOLM.timeZone, tx.now)));
  await writePeople(tx, DEMO_POOLS, monday, passwordHash);
  await writeOwnSupport(tx, DEMO_POOLS, monday);
  await writeBackups(tx, DEMO_POOLS, monday);
  await writeAbsences(tx, DEMO_POOLS, monday);
  await writeLeave(tx, DEMO_POOLS, monday);
  const runs = await writeCovers(tx, DEMO_POOLS, monday);
  await recordCoverLedger({ db: tx.db, now: tx.now, actor: null });
  await writeRequests(tx, DEMO_POOLS, monday);
  await writeNotices(tx, runs, monday);
  await writeProfiles(tx, DEMO_POOLS, monday);
  await writeHandovers(tx, DEMO_POOLS, monday);
  const pools = DEMO_POOLS.map(({ name, assistants }) => ({
    name,
    assistants: assistants.length,
    executives: assistants.reduce((sum, { desks }) => sum + desks.length, 0),
  }));
  await audit(tx, {
    action: "demo.seeded",
    entityType: "installation",
    entityId: "demo",
    data: { pools, monday },
  });
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
  };
}
