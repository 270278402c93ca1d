import { mkdir, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { runCommand } from "./command";
import { findDrift } from "./drift";
import { MIGRATIONS_FOLDER } from "./schema-files";

const LOCK_FILE = '# Prisma keeps this file under version control.\nprovider = "postgresql"\n';

await runCommand(async () => {
  const sentence = process.argv.slice(2).join(" ").trim();
  if (!sentence)
    throw new Error('Say what the migration does: npm run db:draft -- "Executives may have two pairs".');
  const sql = await findDrift();
  if (!sql) console.log("The schema asks for nothing new; the draft is empty, for SQL written by hand.");
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const name = sentence
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_|_$/g, "")
    .slice(0, 80);
  const folder = join(MIGRATIONS_FOLDER, `${stamp}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "migration.sql"), `-- ${sentence}\n\n${sql ?? ""}`);
  await writeFile(join(MIGRATIONS_FOLDER, "migration_lock.toml"), LOCK_FILE);
  console.log(
    `${sql ?? ""}\nWritten to ${relative(".", folder)}/migration.sql: say there why, and add constraints by hand.`,
  );
});
