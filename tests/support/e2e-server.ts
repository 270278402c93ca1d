import { rm } from "node:fs/promises";
import { appEnvironment } from "../../prisma/tooling/app-environment";
import { ensureBuild, ensureClient } from "../../prisma/tooling/build";
import { runCommand } from "../../prisma/tooling/command";
import { writeSecrets } from "../../prisma/tooling/credentials";
import { startMailbox } from "../../prisma/tooling/mailbox";
import { migrate } from "../../prisma/tooling/migrate";
import { startDatabase } from "../../prisma/tooling/postgres";
import { withClient } from "../../prisma/tooling/roles";
import { readSettings } from "../../prisma/tooling/settings";
import { serveUntil } from "../../prisma/tooling/web-server";
import { ADMINISTRATOR, type E2eRun, e2eDataDir, e2eNote } from "./e2e-run";

/** The one account there is at the start: it makes this a set-up installation, and no test changes it. */
function addAdministrator(databaseUrl: string): Promise<unknown> {
  const { email, name } = ADMINISTRATOR;
  return withClient(databaseUrl, (client) =>
    client.query(
      `INSERT INTO users (id, email, name, is_administrator, password_hash)
         VALUES (gen_random_uuid(), $1, $2, true, 'opens nothing')`,
      [email, name],
    ),
  );
}

// Serves the built application with an empty database of its own, until Playwright says stop.
await runCommand(async () => {
  const dataDir = e2eDataDir();
  const settings = readSettings({ NODE_ENV: "test", DATA_DIR: dataDir, PORT: process.env.E2E_PORT });
  const stopping = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => stopping.abort());
  const { signal } = stopping;
  const report = (line: string) => console.log(line);
  const database = await startDatabase({ dataDir, disposable: true });
  try {
    await migrate(database, report);
    await ensureClient({ report, signal });
    await addAdministrator(database.appUrl);
    const build = await ensureBuild({ report, signal });
    // Two, so that each journey holds where one request is answered by one process and the next by another.
    const share = { processes: 2, pool: 10 };
    const mailbox = await startMailbox(0);
    const env = await appEnvironment(settings, "demo", database.appUrl, share, mailbox.smtpUrl);
    const note: E2eRun = {
      databaseUrl: database.appUrl,
      secret: env.NEXTAUTH_SECRET ?? "",
      baseUrl: settings.publicUrl,
      mailbox: mailbox.address,
    };
    await writeSecrets(e2eNote(), note);
    const unused = async () => {};
    const { processes } = share;
    await serveUntil({ settings, processes, build, env, signal, report, onStart: unused, onReady: () => {} });
    await mailbox.stop();
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    await database.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
});
