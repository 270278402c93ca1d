import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isRunning, ownMark, type ProcessMark } from "./process-lock";

let uses = 0;

/** Notes that this process uses the server in this data folder; the returned function takes the note away. */
export async function registerUse(dataDir: string): Promise<() => Promise<void>> {
  const folder = join(dataDir, "users");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  uses += 1;
  const note = join(folder, `${process.pid}-${uses}`);
  await writeFile(note, JSON.stringify(ownMark()), { mode: 0o600 });
  return () => rm(note, { force: true });
}

/** The running processes that use the server; notes of ended ones are cleared away. */
export async function listUsers(dataDir: string): Promise<ProcessMark[]> {
  const folder = join(dataDir, "users");
  const marks: ProcessMark[] = [];
  for (const name of await readdir(folder).catch(() => [])) {
    const mark = await readMark(join(folder, name));
    if (mark && isRunning(mark)) marks.push(mark);
    else await rm(join(folder, name), { force: true });
  }
  return marks;
}

async function readMark(path: string): Promise<ProcessMark | null> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as ProcessMark;
  } catch {
    return null;
  }
}
