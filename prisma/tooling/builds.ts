import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { listUsers, registerUse } from "./cluster-users";
import { PROJECT_FOLDER } from "./settings";

/** Where builds lie, each in a folder of its own, under the project's folder. */
export const BUILDS = ".builds";
/** Where the next build is made. */
export const UNFINISHED_BUILD = `${BUILDS}/new`;

/** The finished build that is served from now on, and a hash of the sources it was made from. */
type CurrentBuild = { folder: string; sources: string };

async function readCurrent(root: string): Promise<CurrentBuild | null> {
  try {
    const current = JSON.parse(await readFile(join(root, BUILDS, "current"), "utf8")) as CurrentBuild;
    await readFile(join(root, current.folder, "BUILD_ID"));
    return current;
  } catch {
    return null;
  }
}

/** The folder of the finished build of these sources, or null; it only reads. */
export async function findBuild(sources: string, root = PROJECT_FOLDER): Promise<string | null> {
  const current = await readCurrent(root);
  return current?.sources === sources ? current.folder : null;
}

/**
 * Makes what was just built the build that is served from the next start on, in one step. The build before it, and what a
 * running server uses, stay.
 */
export async function switchBuild(sources: string, root = PROJECT_FOLDER): Promise<string> {
  const before = await readCurrent(root);
  const id = (await readFile(join(root, UNFINISHED_BUILD, "BUILD_ID"), "utf8")).trim();
  const folder = `${BUILDS}/build-${id}`;
  await rename(join(root, UNFINISHED_BUILD), join(root, folder));
  const pointer = join(root, BUILDS, "current");
  await writeFile(`${pointer}.new`, JSON.stringify({ folder, sources } satisfies CurrentBuild));
  await rename(`${pointer}.new`, pointer);
  await clearBuilds(root, [folder, before?.folder ?? ""]);
  return folder;
}

async function clearBuilds(root: string, kept: readonly string[]): Promise<void> {
  for (const name of await readdir(join(root, BUILDS))) {
    const path = join(root, BUILDS, name);
    const isOld = name.startsWith("build-") && !kept.some((folder) => basename(folder) === name);
    if (isOld && (await listUsers(path)).length === 0) await rm(path, { recursive: true, force: true });
  }
}

/** Notes that this process serves a build, so that later builds leave it; not where the code may only be read. */
export async function markInUse(folder: string, root = PROJECT_FOLDER): Promise<() => Promise<void>> {
  return registerUse(join(root, folder)).catch(() => async () => {});
}
