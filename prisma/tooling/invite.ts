import { parseArgs } from "node:util";
import { linkAddress } from "@/lib/accounts/rules";
import { takeFactor } from "@/lib/accounts/service-factor-administration";
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

type Order = { email: string; resetsFactor: boolean };

function readOrder(): Order {
  const options = {
    email: { type: "string" },
    "reset-two-step": { type: "boolean", default: false },
  } as const;
  try {
    const { email, "reset-two-step": resetsFactor } = parseArgs({ options }).values;
    if (email) return { email: email.trim().toLowerCase(), resetsFactor };
  } catch {
    // The usage below says what is expected.
  }
  throw new Error("Say who is invited: npm run invite -- --email anna@example.org [--reset-two-step]");
}

async function invite(db: ReturnType<typeof createDb>, { email, resetsFactor }: Order): Promise<string> {
  const user = await db.user.findUnique({ where: { email }, select: { id: true } });
  if (!user) throw new Error(`No account has the e-mail ${email}.`);
  const ctx = { actor: null, by: COMMAND_LINE, db, now: new Date() };
  if (resetsFactor) {
    const taken = await takeFactor(ctx, user.id);
    report(
      taken.ok ? `Two-step verification of ${email} is reset.` : `${email} has no two-step verification.`,
    );
  }
  const answer = await makePasswordLink(ctx, user.id);
  if (!answer.ok) throw new Error(`The account of ${email} is disabled, so no link was made.`);
  return answer.value.token;
}

await runCommand(async () => {
  const order = readOrder();
  const settings = readSettings();
  const database = await startDatabase({ ...settings, report });
  const db = createDb(database.appUrl);
  try {
    await migrate(database, report);
    const token = await invite(db, order);
    report(
      `A link for ${order.email} to choose a password. It works once, for 7 days; earlier ones no longer work.`,
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
