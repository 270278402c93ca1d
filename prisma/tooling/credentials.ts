import { randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename } from "node:fs/promises";
import { dirname } from "node:path";

/** Reads a file of secrets only its owner may read, making it first when there is none. */
export async function readOrMakeSecrets<T extends object>(path: string, make: () => T): Promise<T> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT")
      throw new Error(`${path} can't be read: ${error}`);
  }
  const secrets = make();
  await writeSecrets(path, secrets);
  return secrets;
}

/** Replaces a file of secrets in one step, readable by its owner only. */
export async function writeSecrets(path: string, secrets: object): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(`${path}.new`, "w", 0o600);
  await file.writeFile(`${JSON.stringify(secrets, null, 2)}\n`);
  await file.sync();
  await file.close();
  await rename(`${path}.new`, path);
}

/** A random secret of 256 bits that needs no escaping in an address. */
export function makeSecret(): string {
  return randomBytes(32).toString("base64url");
}
