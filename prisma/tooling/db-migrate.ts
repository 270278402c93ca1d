import { runCommand } from "./command";
import { migrate } from "./migrate";
import { startDatabase } from "./postgres";
import { readSettings } from "./settings";

await runCommand(async () => {
  const database = await startDatabase({ ...readSettings(), report: console.log });
  try {
    console.log(`Using ${database.description}.`);
    const applied = await migrate(database, console.log);
    console.log(applied.length ? `Applied ${applied.join(", ")}.` : "Every migration is applied already.");
  } finally {
    await database.stop();
  }
});
