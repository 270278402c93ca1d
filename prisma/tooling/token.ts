import { parseArgs } from "node:util";
import { accountAudit } from "@/lib/accounts/audit";
import { audit } from "@/lib/audit";
import { issueApiToken } from "@/lib/auth/api-token";
import { getPerson } from "@/lib/auth/person";
import { inTransaction } from "@/lib/context";
import { createDb } from "@/lib/db";
import { runCommand } from "./command";
import { migrate } from "./migrate";
import { startDatabase } from "./postgres";
import { readSettings } from "./settings";

const USAGE = 'npm run token -- --email anna@example.org [--name "what it is for"]';
const LONGEST_NAME = 80;

/** What goes to a person; the token alone goes to standard output, so that a script can take it. */
function report(line: string): void {
  console.error(line);
}

function readOrder(): { email: string; name: string } {
  const options = { email: { type: "string" }, name: { type: "string", default: "npm run token" } } as const;
  try {
    const { email, name } = parseArgs({ options }).values;
    if (email && name.length <= LONGEST_NAME) return { email: email.trim().toLowerCase(), name };
  } catch {
    // The usage below says what is expected.
  }
  throw new Error(`Say whose token it is: ${USAGE}`);
}

async function issue(
  db: ReturnType<typeof createDb>,
  order: { email: string; name: string },
): Promise<string> {
  const user = await db.user.findUnique({ where: { email: order.email }, select: { id: true } });
  if (!user) throw new Error(`No account has the e-mail ${order.email}.`);
  const actor = await getPerson(db, user.id, new Date());
  if (!actor) throw new Error(`The account of ${order.email} is disabled, so no token was made.`);
  return inTransaction({ actor, db, now: new Date() }, async (tx) => {
    const token = await issueApiToken(tx.db, user.id, order.name);
    await audit(tx, accountAudit("api_token.issued", user.id, { name: order.name }));
    return token;
  });
}

await runCommand(async () => {
  const order = readOrder();
  const database = await startDatabase({ ...readSettings(), report });
  const db = createDb(database.appUrl);
  try {
    await migrate(database, report);
    const token = await issue(db, order);
    report(`A token for ${order.email}, shown this once. Send it as: Authorization: Bearer …`);
    console.log(token);
  } finally {
    await db.$disconnect();
    await database.stop();
  }
});
