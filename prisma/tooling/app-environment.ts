import { join } from "node:path";
import { makeSecret, readOrMakeSecrets } from "./credentials";
import type { Settings } from "./settings";

/** How Standby is being run. */
export type Mode = "production" | "demo" | "development";

const SHORTEST_SECRET = 32;

/** Names every reason not to start with these settings, all at once. */
export function refuseUnsafeSettings(
  settings: Settings,
  mode: Mode,
  env: NodeJS.ProcessEnv = process.env,
): void {
  const faults: string[] = [];
  const secret = env.NEXTAUTH_SECRET;
  if (secret !== undefined && secret.length < SHORTEST_SECRET)
    faults.push(
      `NEXTAUTH_SECRET has ${secret.length} characters; it needs at least ${SHORTEST_SECRET} random ones.`,
    );
  if (mode === "production" && settings.databaseUrl && !secret)
    faults.push(
      "NEXTAUTH_SECRET is missing. With a database of your own every node needs the same secret of at least 32 random characters, for example from: openssl rand -base64 48",
    );
  if (mode === "production" && settings.publicUrl.startsWith("http://") && !isLoopback(settings.publicUrl))
    faults.push(
      `PUBLIC_URL is ${settings.publicUrl}; people would send passwords readable by others. It must begin with https://.`,
    );
  if (faults.length) throw new Error(`Standby doesn't start with these settings:\n- ${faults.join("\n- ")}`);
}

function isLoopback(address: string): boolean {
  const { hostname } = new URL(address);
  return hostname === "localhost" || hostname === "[::1]" || hostname.startsWith("127.");
}

/** The environment of the web server: its database, secrets and address. */
export async function appEnvironment(
  settings: Settings,
  mode: Mode,
  databaseUrl: string,
): Promise<NodeJS.ProcessEnv> {
  const secret =
    process.env.NEXTAUTH_SECRET ??
    (
      await readOrMakeSecrets(join(settings.dataDir, "secrets.json"), () => ({
        nextAuthSecret: makeSecret(),
      }))
    ).nextAuthSecret;
  return {
    ...process.env,
    NODE_ENV: mode === "development" ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: databaseUrl,
    NEXTAUTH_SECRET: secret,
    NEXTAUTH_URL: settings.publicUrl,
    STANDBY_DEMO: mode === "demo" ? "1" : "0",
  };
}
