import { parseArgs } from "node:util";
import { verifyAuditChain } from "@/lib/accounts/queries-audit-chain";
import { createDb } from "@/lib/db";
import { restoreBackup } from "./backup-restore";
import { runCommand } from "./command";
import { type RunningDatabase, startDatabase } from "./postgres";
import { startScratchDatabase } from "./scratch";
import { readSettings } from "./settings";

const USAGE = "npm run restore -- FILE [--verify]";

function readOrder(): { file: string; verify: boolean } {
  try {
    const options = { verify: { type: "boolean", default: false } } as const;
    const { positionals, values } = parseArgs({ options, allowPositionals: true });
    const [file, ...more] = positionals;
    if (file && more.length === 0) return { file, verify: values.verify };
  } catch {
    // The usage below says what is expected.
  }
  throw new Error(
    `Say which file to read: ${USAGE}. With --verify it is only tried, in a database that is deleted again.`,
  );
}

async function restoreInto(database: RunningDatabase, file: string): Promise<string> {
  const { tables } = await restoreBackup(database, file, console.error);
  const db = createDb(database.appUrl);
  try {
    const { rows, brokenAt } = await verifyAuditChain({ db, now: new Date() });
    if (brokenAt !== null) throw new Error(`The audit log in it is broken at row ${brokenAt}.`);
    const count = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
    return `${count} rows of ${Object.keys(tables).length} tables; the audit log is verified: ${rows} rows.`;
  } finally {
    await db.$disconnect();
  }
}

await runCommand(async () => {
  const { file, verify } = readOrder();
  const database = verify
    ? await startScratchDatabase()
    : await startDatabase({ ...readSettings(), report: console.error });
  try {
    const found = await restoreInto(database, file);
    console.log(verify ? `The backup is whole: ${found}` : `Restored: ${found} People sign in anew.`);
  } finally {
    await database.stop();
  }
});
