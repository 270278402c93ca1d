import { access, constants, mkdir, stat } from "node:fs/promises";
import { userInfo } from "node:os";
import { dirname } from "node:path";

const REASONS: Record<string, string> = {
  EACCES: "the user may not write there",
  EPERM: "the user may not write there",
  EROFS: "the file system there can only be read",
  ENOSPC: "the disk is full",
  EDQUOT: "the user's share of the disk is used up",
  ENOTDIR: "a part of the path is a file",
  EEXIST: "it is a file",
  ENOENT: "no folder can be made there",
};

/** Why the system refused something with a file or folder, in plain words; null for any other error. */
export function reasonOf(error: unknown): string | null {
  return REASONS[(error as NodeJS.ErrnoException)?.code ?? ""] ?? null;
}

/** Makes the folder of the data where there is none, and says plainly why it can't be used; true when it is new. */
export async function makeDataFolder(path: string): Promise<boolean> {
  try {
    const isNew = await makeFolder(path);
    await access(path, constants.W_OK);
    return isNew;
  } catch (error) {
    throw new Error(
      `The data folder ${path} can't be used by ${userInfo().username}: ${reasonOf(error) ?? (error as Error).message}. Set DATA_DIR to a folder that this user may write in.`,
    );
  }
}

/** Step by step, because mkdir's own way of making parents goes on for ever under /proc. */
async function makeFolder(path: string): Promise<boolean> {
  if (await isFolder(path)) return false;
  const parent = dirname(path);
  if (!(await isFolder(parent))) await makeFolder(parent);
  await mkdir(path);
  return true;
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  return found?.isDirectory() ?? false;
}
