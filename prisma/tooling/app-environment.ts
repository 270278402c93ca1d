import { join } from "node:path";
import type { Share } from "./connections";
import { makeSecret, readOrMakeSecrets } from "./credentials";
import type { Mode, Settings } from "./settings";

/** Whom was erased, kept outside the database: a restored backup erases them again. */
export const ERASURES = "erasures.jsonl";

/** The environment of the web server: its database, secrets and address. */
export async function appEnvironment(
  settings: Settings,
  mode: Mode,
  databaseUrl: string,
  { processes, pool }: Share,
  smtpUrl?: string,
): Promise<NodeJS.ProcessEnv> {
  const secret =
    process.env.NEXTAUTH_SECRET ||
    (
      await readOrMakeSecrets(join(settings.dataDir, "secrets.json"), () => ({
        nextAuthSecret: makeSecret(),
      }))
    ).nextAuthSecret;
  const caseKey = await caseKeyFor(settings, mode);
  return {
    ...process.env,
    ...(caseKey && { CASE_KEY: caseKey }),
    NODE_ENV: mode === "development" ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: databaseUrl,
    DATABASE_POOL: String(pool),
    WEB_PROCESSES: String(processes),
    NEXTAUTH_SECRET: secret,
    NEXTAUTH_URL: settings.publicUrl,
    ...(smtpUrl && { SMTP_URL: smtpUrl }),
    ...(mode === "demo" && {
      MAIL_IN_ADDRESS: process.env.MAIL_IN_ADDRESS || "requests@in.standby.example",
      MAIL_IN_SECRET: process.env.MAIL_IN_SECRET || (await mailInSecret(settings)),
      WEBHOOK_PRIVATE_HOSTS: process.env.WEBHOOK_PRIVATE_HOSTS || "127.0.0.1, localhost",
    }),
    ERASURES_FILE: process.env.ERASURES_FILE || join(settings.dataDir, ERASURES),
    STANDBY_DEMO: mode === "demo" ? "1" : "0",
  };
}

/** What a mail server of the demo would sign with, kept so that one can be tried. */
async function mailInSecret({ dataDir }: Settings): Promise<string> {
  const { secret } = await readOrMakeSecrets(join(dataDir, "mail-in.json"), () => ({ secret: makeSecret() }));
  return secret;
}

/**
 * What conversations are sealed with: as it was set, else in a file of the data folder, made at the first start. Beside a database of
 * one's own none is made, because every node needs the same.
 */
export async function caseKeyFor(
  { dataDir, databaseUrl }: Pick<Settings, "dataDir" | "databaseUrl">,
  mode: Mode,
): Promise<string | null> {
  if (process.env.CASE_KEY) return process.env.CASE_KEY;
  if (mode === "production" && databaseUrl) return null;
  const { caseKey } = await readOrMakeSecrets(join(dataDir, "case-key.json"), () => ({
    caseKey: makeSecret(),
  }));
  return caseKey;
}
