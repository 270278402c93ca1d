import { runCommand } from "./command";
import { migrate } from "./migrate";
import { startDatabase } from "./postgres";
import { readSettings } from "./settings";

await runCommand(async () => {
  const { dataDir, databaseUrl } = readSettings();
  const database = await startDatabase({ dataDir, databaseUrl, report: console.log });
  try {
    console.log(`Using ${database.description}.`);
    const applied = await migrate(database.ownerUrl, console.log);
    console.log(applied.length ? `Applied ${applied.join(", ")}.` : "Every migration is applied already.");
  } finally {
    await database.stop();
  }
});
