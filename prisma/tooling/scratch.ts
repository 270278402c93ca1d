import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunningDatabase, startDatabase } from "./postgres";

/** A fresh embedded database in a folder of its own; stopping it deletes everything. */
export async function startScratchDatabase(): Promise<RunningDatabase> {
  const dataDir = join(tmpdir(), `standby-scratch-${randomBytes(6).toString("hex")}`);
  const remove = () => rm(dataDir, { recursive: true, force: true });
  try {
    const database = await startDatabase({ dataDir, disposable: true });
    return {
      ...database,
      stop: async () => {
        await database.stop();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
