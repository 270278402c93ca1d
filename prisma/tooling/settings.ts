import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds package.json. */
export const PROJECT_FOLDER = fileURLToPath(new URL("../../", import.meta.url));

/** What the environment says about where Standby keeps its data and where it listens. */
export type Settings = {
  dataDir: string;
  databaseUrl: string | undefined;
  host: string;
  port: number;
  publicUrl: string;
  publicUrlGiven: boolean;
};

/** Reads the settings from the environment and names every fault at once. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const faults: string[] = [];
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    faults.push(`PORT is "${env.PORT}"; it must be a number from 1 to 65535.`);
  if (env.DATABASE_URL && !/^postgres(ql)?:\/\//.test(env.DATABASE_URL))
    faults.push("DATABASE_URL must begin with postgresql://.");
  if (env.PUBLIC_URL && !isWebAddress(env.PUBLIC_URL))
    faults.push(
      `PUBLIC_URL is "${env.PUBLIC_URL}"; it must be an address such as https://standby.example.org.`,
    );
  if (faults.length) throw new Error(`The settings can't be used:\n- ${faults.join("\n- ")}`);
  const publicUrl = (env.PUBLIC_URL || `http://127.0.0.1:${port}`).replace(/\/+$/, "");
  return {
    dataDir: resolve(PROJECT_FOLDER, env.DATA_DIR || ".data"),
    databaseUrl: env.DATABASE_URL || undefined,
    host: env.HOST || "127.0.0.1",
    port,
    publicUrl,
    publicUrlGiven: Boolean(env.PUBLIC_URL),
  };
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
