import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { DatabaseAddress } from "./postgres";
import { withClient } from "./roles";
import { PRISMA_FOLDER } from "./schema-files";
import type { Mode, Settings } from "./settings";

/** Fills an empty database with the demo office; running it again changes nothing. */
export type SeedDemo = (
  databaseUrl: string,
  report: (line: string) => void,
  now?: Date,
  signal?: AbortSignal,
) => Promise<void>;

const DEMO_PASSWORD = "standby-demo";
const DEMO_ACCOUNTS = ["manager", "assistant", "executive", "admin"].map((name) => `${name}@standby.example`);

/** Seeds the demo office into a database without people. */
export async function seedWhenEmpty(
  database: DatabaseAddress,
  report: (line: string) => void,
  signal?: AbortSignal,
): Promise<void> {
  const people = await countPeople(database.appUrl);
  if (people > 0) return report(`The database holds ${people} accounts already; they are kept as they are.`);
  const path = join(PRISMA_FOLDER, "seed", "demo.ts");
  if (!existsSync(path)) return report("There is no demo office to seed (prisma/seed/demo.ts is missing).");
  report("Creating the demo office in the empty database.");
  const { seedDemo } = (await import(pathToFileURL(path).href)) as { seedDemo: SeedDemo };
  await seedDemo(database.appUrl, report, new Date(), signal);
}

async function countPeople(databaseUrl: string, email?: string): Promise<number> {
  return withClient(databaseUrl, async (client) => {
    const { rows: table } = await client.query("SELECT to_regclass('users') AS found");
    if (!table[0]?.found) return 0;
    const { rows } = await client.query(
      "SELECT count(*)::int AS n FROM users WHERE $1::text IS NULL OR email = $1",
      [email ?? null],
    );
    return Number(rows[0]?.n);
  });
}

/** Says so when the demo office lies in the data folder of a production start. */
export async function warnAboutDemoData(
  database: DatabaseAddress,
  report: (line: string) => void,
): Promise<void> {
  if ((await countPeople(database.appUrl, DEMO_ACCOUNTS[0])) > 0)
    report(
      "This database holds the demo office, whose accounts can sign in only under npm run demo. For real work choose another DATA_DIR.",
    );
}

/** Says where Standby is, how the first person gets in and, in the demo, who can sign in. */
export function greet(
  mode: Mode,
  settings: Settings,
  { setUpLink, mailbox }: { setUpLink: string | null; mailbox: string | null },
): void {
  const lines = [`Standby is ready: ${settings.publicUrl}`];
  if (setUpLink)
    lines.push(
      "",
      "No accounts yet. Set up Standby with this link; it works once, for 24 hours:",
      `  ${setUpLink}`,
    );
  if (mode === "demo")
    lines.push(
      "",
      "Sign in with one of",
      ...DEMO_ACCOUNTS.map((email) => `  ${email}`),
      `password  ${DEMO_PASSWORD}`,
    );
  if (mailbox) lines.push("", `Mail goes to nobody; what Standby sends is shown at ${mailbox}`);
  console.log(`\n${lines.join("\n")}\n\nCtrl-C stops it.`);
}
