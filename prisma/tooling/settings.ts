import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { faultsOfSettings } from "@/lib/env";

const SHORTEST_SECRET = 32;
const MOST_PROCESSES = 64;
const MOST_PROCESSES_UNASKED = 4;

/** The folder that holds package.json. */
export const PROJECT_FOLDER = fileURLToPath(new URL("../../", import.meta.url));

/** How Standby is being run. */
export type Mode = "production" | "demo" | "development";

/** What the environment says about where Standby keeps its data and where it listens. */
export type Settings = {
  dataDir: string;
  databaseUrl: string | undefined;
  /** Reaches the same database as the owner of its tables, where the application's role is another. */
  ownerDatabaseUrl: string | undefined;
  host: string;
  port: number;
  publicUrl: string;
  publicUrlGiven: boolean;
  /** How many processes serve the port; development has one. */
  webProcesses: number;
};

/** Reads the settings from the environment and names every fault at once; with a mode, what is not safe to serve people with too. */
export function readSettings(env: NodeJS.ProcessEnv = process.env, mode?: Mode): Settings {
  const port = Number(env.PORT || 3000);
  const settings = {
    dataDir: resolve(PROJECT_FOLDER, env.DATA_DIR || ".data"),
    databaseUrl: env.DATABASE_URL || undefined,
    ownerDatabaseUrl: env.OWNER_DATABASE_URL || undefined,
    host: env.HOST || "127.0.0.1",
    port,
    publicUrl: (env.PUBLIC_URL || `http://127.0.0.1:${port}`).replace(/\/+$/, ""),
    publicUrlGiven: Boolean(env.PUBLIC_URL),
    webProcesses: Number(env.WEB_PROCESSES || Math.min(MOST_PROCESSES_UNASKED, availableParallelism())),
  };
  const faults = [
    ...faultsOfAddresses(settings, env),
    ...faultsOfProcesses(settings, env),
    ...(mode ? [...faultsOfSettings(env), ...unsafeSettings(settings, mode, env)] : []),
  ];
  if (faults.length) throw new Error(`The settings can't be used:\n- ${faults.join("\n- ")}`);
  return settings;
}

function faultsOfAddresses(
  { port, databaseUrl, ownerDatabaseUrl }: Settings,
  env: NodeJS.ProcessEnv,
): string[] {
  const faults: string[] = [];
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    faults.push(`PORT is "${env.PORT}"; it must be a number from 1 to 65535.`);
  for (const [name, url] of Object.entries({
    DATABASE_URL: databaseUrl,
    OWNER_DATABASE_URL: ownerDatabaseUrl,
  }))
    if (url && !/^postgres(ql)?:\/\//.test(url)) faults.push(`${name} must begin with postgresql://.`);
  if (ownerDatabaseUrl && !databaseUrl)
    faults.push("OWNER_DATABASE_URL is set without DATABASE_URL, the address the application works with.");
  if (env.PUBLIC_URL && !isWebAddress(env.PUBLIC_URL))
    faults.push(
      `PUBLIC_URL is "${env.PUBLIC_URL}"; it must be an address such as https://standby.example.org.`,
    );
  return faults;
}

function faultsOfProcesses(
  { webProcesses }: Settings,
  { WEB_PROCESSES: given }: NodeJS.ProcessEnv,
): string[] {
  if (Number.isInteger(webProcesses) && webProcesses >= 1 && webProcesses <= MOST_PROCESSES) return [];
  return [`WEB_PROCESSES is "${given}"; it must be a whole number from 1 to ${MOST_PROCESSES}.`];
}

function unsafeSettings(
  { databaseUrl, publicUrl }: Settings,
  mode: Mode,
  { NEXTAUTH_SECRET: secret }: NodeJS.ProcessEnv,
): string[] {
  const faults: string[] = [];
  if (secret && secret.length < SHORTEST_SECRET)
    faults.push(
      `NEXTAUTH_SECRET has ${secret.length} characters; it needs at least ${SHORTEST_SECRET} random ones.`,
    );
  if (mode === "production" && databaseUrl && !secret)
    faults.push(
      "NEXTAUTH_SECRET is missing. With a database of your own every node needs the same secret of at least 32 random characters, for example from: openssl rand -base64 48",
    );
  if (mode === "production" && publicUrl.startsWith("http://") && !isLoopback(publicUrl))
    faults.push(
      `PUBLIC_URL is ${publicUrl}; people would send passwords readable by others. It must begin with https://.`,
    );
  return faults;
}

function isLoopback(address: string): boolean {
  const hostname = URL.canParse(address) ? new URL(address).hostname : "";
  return hostname === "localhost" || hostname === "[::1]" || hostname.startsWith("127.");
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
