import { migrate, NO_FILTERS } from "./migrate";
import { withSchemaEngine } from "./schema-engine";
import { readSchema } from "./schema-files";
import { startScratchDatabase } from "./scratch";

/** The SQL that leads from a database built by the migrations to the schema files; null when they agree. */
export async function findDrift(): Promise<string | null> {
  const database = await startScratchDatabase();
  try {
    const files = await readSchema();
    await migrate(database);
    return await withSchemaEngine(database.ownerUrl, files, async (engine) => {
      const { stdout } = await engine.diff({
        from: { tag: "schemaDatasource", files, configDir: "." },
        to: { tag: "schemaDatamodel", files },
        script: true,
        exitCode: null,
        filters: NO_FILTERS,
      });
      const sql = (stdout ?? "").trim();
      return sql === "" || sql === "-- This is an empty migration." ? null : `${sql}\n`;
    });
  } finally {
    await database.stop();
  }
}
