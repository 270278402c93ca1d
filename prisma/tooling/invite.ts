import { parseArgs } from "node:util";
import { linkAddress } from "@/lib/accounts/rules";
import { makePasswordLink } from "@/lib/accounts/service-invitations";
import { COMMAND_LINE } from "@/lib/audit-catalogue";
import { createDb } from "@/lib/db";
import { runCommand } from "./command";
import { migrate } from "./migrate";
import { startDatabase } from "./postgres";
import { readSettings } from "./settings";

/** What goes to a person; the link alone goes to standard output, so that a script can take it. */
function report(line: string): void {
  console.error(line);
}

function readEmail(): string {
  try {
    const { email } = parseArgs({ options: { email: { type: "string" } } }).values;
    if (email) return email.trim().toLowerCase();
  } catch {
    // The usage below says what is expected.
  }
  throw new Error("Say who is invited: npm run invite -- --email anna@example.org");
}

async function invite(db: ReturnType<typeof createDb>, email: string): Promise<string> {
  const user = await db.user.findUnique({ where: { email }, select: { id: true } });
  if (!user) throw new Error(`No account has the e-mail ${email}.`);
  const answer = await makePasswordLink({ actor: null, by: COMMAND_LINE, db, now: new Date() }, user.id);
  if (!answer.ok) throw new Error(`The account of ${email} is disabled, so no link was made.`);
  return answer.value.token;
}

await runCommand(async () => {
  const email = readEmail();
  const settings = readSettings();
  const database = await startDatabase({ ...settings, report });
  const db = createDb(database.appUrl);
  try {
    await migrate(database, report);
    const token = await invite(db, email);
    report(
      `A link for ${email} to choose a password. It works once, for 7 days; earlier ones no longer work.`,
    );
    if (!settings.publicUrlGiven)
      report(
        `It leads to ${settings.publicUrl}; set PUBLIC_URL here as the server has it to name its address.`,
      );
    console.log(linkAddress(settings.publicUrl, "password", token));
  } finally {
    await db.$disconnect();
    await database.stop();
  }
});
