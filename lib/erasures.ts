import "server-only";
import { appendFile, readFile } from "node:fs/promises";
import { z } from "zod";
import { logFailure } from "./log";

/** Somebody who was erased, and when; nothing else of them. */
const Erasure = z.strictObject({ userId: z.uuid(), at: z.iso.datetime() });
export type Erasure = z.infer<typeof Erasure>;

/**
 * Writes down outside the database that somebody was erased, so that a backup from before brings nobody back. Where the file can't be
 * written the erasure stands, and the log says so.
 */
export async function rememberErasure(userId: string, at: Date): Promise<void> {
  const file = process.env.ERASURES_FILE;
  if (!file) return;
  try {
    await appendFile(file, `${JSON.stringify({ userId, at: at.toISOString() })}\n`, { mode: 0o600 });
  } catch (error) {
    logFailure(error, { reference: userId, where: "erasures" });
  }
}

/** Whom a file says were erased; nobody where there is no file. Throws on a line that is none of ours. */
export async function readErasures(file: string): Promise<Erasure[]> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  const lines = text.split("\n").filter((line) => line !== "");
  return lines.map((line, place) => {
    const read = Erasure.safeParse(jsonOf(line));
    if (!read.success) throw new Error(`Line ${place + 1} of ${file} says nothing of an erasure.`);
    return read.data;
  });
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
