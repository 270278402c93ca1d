import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** The most that the scripts of a page may weigh when a browser first comes to it, in bytes as they are sent. */
export const SCRIPT_BUDGETS: Record<string, number> = {
  "/sign-in": 165_000,
  "/executive": 200_000,
  "/assistant/week": 200_000,
  "/manager/coverage": 200_000,
};

/** A page whose scripts weigh more than they may. */
export type TooHeavy = { page: string; bytes: number; most: number };

/** The pages of a build that are past their budget. */
export async function findHeavyPages(folder: string, budgets = SCRIPT_BUDGETS): Promise<TooHeavy[]> {
  const sizes = await Promise.all(
    Object.entries(budgets).map(async ([page, most]) => ({
      page,
      most,
      bytes: await scriptBytes(folder, page),
    })),
  );
  return sizes.filter(({ bytes, most }) => bytes > most);
}

/** What the scripts weigh, packed, that a page of a build names: those of every page, of its layouts and its own. */
export async function scriptBytes(folder: string, page: string): Promise<number> {
  const { rootMainFiles } = JSON.parse(await readFile(join(folder, "build-manifest.json"), "utf8"));
  const files = new Set<string>([...rootMainFiles, ...(await entryFiles(folder, page))]);
  const sizes = [...files].map(async (file) => gzipSync(await readFile(join(folder, file))).length);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** Next writes which scripts belong to a page as a script of its own, by the file of each layout and page. */
async function entryFiles(folder: string, page: string): Promise<string[]> {
  const paths = JSON.parse(await readFile(join(folder, "app-path-routes-manifest.json"), "utf8"));
  const [route] =
    Object.entries(paths).find(([path, address]) => address === page && path.endsWith("/page")) ?? [];
  if (!route) throw new Error(`The build has no page ${page}.`);
  const text = await readFile(join(folder, "server/app", `${route}_client-reference-manifest.js`), "utf8");
  const written = /\] = (\{.*\});?\s*$/s.exec(text)?.[1];
  if (!written) throw new Error(`The build says nothing of the scripts of ${page}.`);
  const { entryJSFiles } = JSON.parse(written) as { entryJSFiles: Record<string, string[]> };
  return Object.values(entryJSFiles).flat();
}
