import { join } from "node:path";
import { parseArgs } from "node:util";
import { verifyAuditChain } from "@/lib/accounts/queries-audit-chain";
import { COMMAND_LINE } from "@/lib/audit-catalogue";
import { PERSONAL } from "@/lib/catalogues/personal";
import { createDb } from "@/lib/db";
import { type Erasure, readErasures } from "@/lib/erasures";
import { eraseAgain } from "@/lib/insight/personal/service";
import { ERASURES } from "./app-environment";
import { restoreBackup } from "./backup-restore";
import { runCommand } from "./command";
import { type RunningDatabase, startDatabase } from "./postgres";
import { startScratchDatabase } from "./scratch";
import { readSettings } from "./settings";

const USAGE = "npm run restore -- FILE [--verify] [--erasures FILE]";

type Order = { file: string; verify: boolean; erasures: string | undefined };

function readOrder(): Order {
  try {
    const options = {
      verify: { type: "boolean", default: false },
      erasures: { type: "string" },
    } as const;
    const { positionals, values } = parseArgs({ options, allowPositionals: true });
    const [file, ...more] = positionals;
    if (file && more.length === 0) return { file, verify: values.verify, erasures: values.erasures };
  } catch {
    // The usage below says what is expected.
  }
  throw new Error(
    `Say which file to read: ${USAGE}. With --verify it is only tried, in a database that is deleted again.`,
  );
}

async function restoreInto(
  database: RunningDatabase,
  file: string,
  erasures: readonly Erasure[],
): Promise<string> {
  const { tables } = await restoreBackup(database, file, console.error);
  const db = createDb(database.appUrl);
  try {
    const { rows, brokenAt } = await verifyAuditChain({ db, now: new Date() });
    if (brokenAt !== null) throw new Error(`The audit log in it is broken at row ${brokenAt}.`);
    const ctx = { db, now: new Date(), actor: null, by: COMMAND_LINE };
    const erased = await eraseAgain(
      ctx,
      erasures.map(({ userId }) => userId),
      PERSONAL,
    );
    const again = erased > 0 ? ` ${erased} erased after the backup were erased again.` : "";
    const count = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
    return `${count} rows of ${Object.keys(tables).length} tables; the audit log is verified: ${rows} rows.${again}`;
  } finally {
    await db.$disconnect();
  }
}

await runCommand(async () => {
  const { file, verify, erasures = join(readSettings().dataDir, ERASURES) } = readOrder();
  const erased = await readErasures(erasures);
  const database = verify
    ? await startScratchDatabase()
    : await startDatabase({ ...readSettings(), report: console.error });
  try {
    const found = await restoreInto(database, file, erased);
    console.log(verify ? `The backup is whole: ${found}` : `Restored: ${found} People sign in anew.`);
  } finally {
    await database.stop();
  }
});
