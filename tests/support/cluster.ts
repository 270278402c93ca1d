import type { TestProject } from "vitest/node";
import { migrate } from "../../prisma/tooling/migrate";
import { startScratchDatabase } from "../../prisma/tooling/scratch";

/** What a test worker needs to make its own database. */
export type TestCluster = { adminUrl: string; ownerUrl: string; appUrl: string; template: string };

declare module "vitest" {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be merged with vitest's.
  export interface ProvidedContext {
    cluster: TestCluster;
  }
}

/** Starts one PostgreSQL for the run, with a migrated database that the workers copy. */
export default async function startCluster(project: TestProject): Promise<() => Promise<void>> {
  const database = await startScratchDatabase();
  await migrate(database);
  const { ownerUrl, appUrl, admin } = database;
  project.provide("cluster", { adminUrl: admin?.url ?? "", ownerUrl, appUrl, template: "standby" });
  return database.stop;
}
