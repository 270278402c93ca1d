import { rm } from "node:fs/promises";
import { appEnvironment } from "../../prisma/tooling/app-environment";
import { ensureBuild, ensureClient } from "../../prisma/tooling/build";
import { runCommand } from "../../prisma/tooling/command";
import { writeSecrets } from "../../prisma/tooling/credentials";
import { seedWhenEmpty } from "../../prisma/tooling/demo-office";
import { migrate } from "../../prisma/tooling/migrate";
import { startDatabase } from "../../prisma/tooling/postgres";
import { readSettings } from "../../prisma/tooling/settings";
import { serveUntil } from "../../prisma/tooling/web-server";
import { type E2eRun, e2eDataDir, e2eNote } from "./e2e-run";

// Serves the built application with the demo office in a database of its own, until Playwright says stop.
await runCommand(async () => {
  const dataDir = e2eDataDir();
  const settings = readSettings({ NODE_ENV: "test", DATA_DIR: dataDir, PORT: process.env.E2E_PORT });
  const stopping = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => stopping.abort());
  const { signal } = stopping;
  const report = (line: string) => console.log(line);
  const database = await startDatabase({ dataDir, disposable: true });
  try {
    await migrate(database.ownerUrl, report);
    await ensureClient({ report, signal });
    await seedWhenEmpty(database, report);
    await ensureBuild({ report, signal });
    const env = await appEnvironment(settings, "demo", database.appUrl);
    const note: E2eRun = {
      databaseUrl: database.appUrl,
      secret: env.NEXTAUTH_SECRET ?? "",
      baseUrl: settings.publicUrl,
    };
    await writeSecrets(e2eNote(), note);
    const unused = async () => {};
    await serveUntil({ settings, command: "start", env, signal, report, onStart: unused, onReady: () => {} });
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    await database.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
});
