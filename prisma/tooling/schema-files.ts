import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** One file of the Prisma schema, its path counted from the schema folder. */
export type SchemaFile = { path: string; content: string };

/** One migration as it lies in the repository. */
export type Migration = { name: string; script: string; checksum: string };

/** The folder that holds the schema and its migrations. */
export const PRISMA_FOLDER = fileURLToPath(new URL("../", import.meta.url));
/** The folder that holds the migrations, one folder each. */
export const MIGRATIONS_FOLDER = join(PRISMA_FOLDER, "migrations");

/** Reads `schema.prisma` and `models/*.prisma`. */
export async function readSchema(): Promise<SchemaFile[]> {
  const models = (await readdir(join(PRISMA_FOLDER, "models")).catch(() => []))
    .filter((name) => name.endsWith(".prisma"))
    .sort();
  const paths = ["schema.prisma", ...models.map((name) => `models/${name}`)];
  return Promise.all(
    paths.map(async (path) => ({ path, content: await readFile(join(PRISMA_FOLDER, path), "utf8") })),
  );
}

/** Reads the migrations in the order they apply. */
export async function readMigrations(): Promise<Migration[]> {
  const entries = await readdir(MIGRATIONS_FOLDER, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const script = await readFile(join(MIGRATIONS_FOLDER, name, "migration.sql"), "utf8");
      return { name, script, checksum: createHash("sha256").update(script).digest("hex") };
    }),
  );
}
