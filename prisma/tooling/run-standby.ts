import { appEnvironment, caseKeyFor } from "./app-environment";
import { ensureBuild, ensureClient } from "./build";
import { fitProcesses } from "./connections";
import { greet, seedWhenEmpty, warnAboutDemoData } from "./demo-office";
import { startMailbox } from "./mailbox";
import { migrate } from "./migrate";
import { type RunningDatabase, startDatabase } from "./postgres";
import { refuseSuperuser } from "./postgres-outside";
import { claimPort, forgetServer, noteServer } from "./server-note";
import { makeSetUpLink } from "./set-up-link";
import { type Mode, readSettings, type Settings } from "./settings";
import { serveUntil } from "./web-server";

/** Runs Standby until Ctrl-C or SIGTERM: database, migrations, build when needed, web server. */
export async function runStandby(mode: Mode): Promise<void> {
  const report = (line: string) => console.log(line);
  const settings = readSettings(process.env, mode);
  const signal = stopSignal();
  await claimPort(settings, report);
  const database = await startDatabase({ ...settings, report, keepRunning: true });
  try {
    report(`Using ${database.description}.`);
    if (mode === "production" && settings.databaseUrl) await refuseSuperuser(settings.databaseUrl);
    process.env.CASE_KEY = (await caseKeyFor(settings, mode)) ?? "";
    const build = await prepare(mode, database, signal, report);
    const setUpLink = mode === "demo" ? null : await makeSetUpLink(database, settings);
    await serve(mode, settings, database, { build, signal, setUpLink });
    report("Standby has stopped.");
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    await forgetServer(settings);
    await database.stop();
  }
}

function stopSignal(): AbortSignal {
  const stopping = new AbortController();
  const stop = () => {
    if (!stopping.signal.aborted) console.log("\nStopping: finishing open requests.");
    stopping.abort();
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, stop);
  const parent = process.ppid;
  // npm may be killed without a word to us; its scripts set this variable.
  if (process.env.npm_lifecycle_event)
    setInterval(() => process.ppid !== parent && !stopping.signal.aborted && stop(), 500).unref();
  return stopping.signal;
}

async function prepare(
  mode: Mode,
  database: RunningDatabase,
  signal: AbortSignal,
  report: (line: string) => void,
): Promise<string | null> {
  await migrate(database, report);
  signal.throwIfAborted();
  await ensureClient({ report, signal });
  if (mode === "demo") await seedWhenEmpty(database, report, signal);
  if (mode === "production") await warnAboutDemoData(database, report);
  signal.throwIfAborted();
  return mode === "development" ? null : ensureBuild({ report, signal });
}

async function serve(
  mode: Mode,
  settings: Settings,
  database: RunningDatabase,
  { build, signal, setUpLink }: { build: string | null; signal: AbortSignal; setUpLink: string | null },
): Promise<void> {
  const wanted = mode === "development" ? 1 : settings.webProcesses;
  const mailbox = mode === "demo" && !process.env.SMTP_URL ? await startMailbox(settings.port + 1) : null;
  const share = await fitProcesses(database.appUrl, wanted, console.log);
  await serveUntil({
    settings,
    processes: share.processes,
    build,
    env: await appEnvironment(settings, mode, database.appUrl, share, mailbox?.smtpUrl),
    signal,
    report: console.log,
    onStart: (pids) => noteServer(settings, pids),
    onReady: () => greet(mode, settings, { setUpLink, mailbox: mailbox?.address ?? null }),
  }).finally(() => mailbox?.stop());
}
