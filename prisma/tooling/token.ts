import { parseArgs } from "node:util";
import { IssueTokenInput, TOKEN_ACCESS, TOKEN_DOMAINS } from "@/lib/accounts/schema-tokens";
import { writeToken } from "@/lib/accounts/service-tokens";
import { getPerson } from "@/lib/auth/person";
import { inTransaction } from "@/lib/context";
import { createDb } from "@/lib/db";
import { runCommand } from "./command";
import { migrate } from "./migrate";
import { startDatabase } from "./postgres";
import { readSettings } from "./settings";

const USAGE =
  'npm run token -- --email anna@example.org [--name "what it is for"] [--days 90] [--scopes "absences:read coverage:write"]';
const EVERYTHING = TOKEN_DOMAINS.map((domain) => `${domain}:write`).join(" ");

type Order = IssueTokenInput & { email: string };

/** What goes to a person; the token alone goes to standard output, so that a script can take it. */
function report(line: string): void {
  console.error(line);
}

function readOrder(): Order {
  const options = {
    email: { type: "string" },
    name: { type: "string", default: "npm run token" },
    days: { type: "string", default: "90" },
    scopes: { type: "string", default: EVERYTHING },
  } as const;
  try {
    const { email, scopes, ...rest } = parseArgs({ options }).values;
    const access = Object.fromEntries(scopes.split(/[\s,]+/).map((scope) => scope.split(":")));
    const input = IssueTokenInput.safeParse({ ...rest, access });
    if (email && input.success) return { email: email.trim().toLowerCase(), ...input.data };
  } catch {
    // The usage below says what is expected.
  }
  const scopes = `A scope is one of ${TOKEN_DOMAINS.join(", ")} with :${TOKEN_ACCESS.join(" or :")}.`;
  throw new Error(`Say whose token it is: ${USAGE}\n${scopes}`);
}

async function issue(db: ReturnType<typeof createDb>, { email, ...input }: Order): Promise<string> {
  const user = await db.user.findUnique({ where: { email }, select: { id: true } });
  if (!user) throw new Error(`No account has the e-mail ${email}.`);
  const actor = await getPerson(db, user.id, new Date());
  if (!actor) throw new Error(`The account of ${email} is disabled, so no token was made.`);
  return inTransaction({ actor, db, now: new Date() }, async (tx) => {
    const { token } = await writeToken(tx, user.id, input);
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
