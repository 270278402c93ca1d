import { noteBackup, writeBackup } from "./backup-write";
import { runCommand } from "./command";
import { migrate } from "./migrate";
import { startDatabase } from "./postgres";
import { readSettings } from "./settings";

await runCommand(async () => {
  const [file, ...more] = process.argv.slice(2);
  if (!file || more.length > 0) throw new Error("Say which file to write: npm run backup -- FILE");
  const database = await startDatabase({ ...readSettings(), report: console.error });
  try {
    await migrate(database, console.error);
    const { tables } = await writeBackup(database.ownerUrl, file);
    const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
    await noteBackup(database.ownerUrl, rows);
    console.log(
      `Written to ${file}: ${rows} rows of ${Object.keys(tables).length} tables, as of one moment.`,
    );
    console.log(
      "Keep NEXTAUTH_SECRET (secrets.json in the data folder) and CASE_KEY (case-key.json) apart from it: second factors and conversations are sealed with them.",
    );
  } finally {
    await database.stop();
  }
});
