import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

/** The source files by their path in the repository. */
export type Sources = Map<string, string>;

/** What a file imports: a file of the repository, or a package. */
export type Import = { specifier: string; file: string | null };

const FOLDERS = ["app", "components", "lib"];

/** Reads every TypeScript file of the rooms. */
export function readSources(root: string): Sources {
  const sources: Sources = new Map();
  for (const folder of FOLDERS) {
    const entries = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
    for (const entry of entries.filter((name) => /\.tsx?$/.test(name)).sort())
      sources.set(posix.join(folder, entry), readFileSync(join(root, folder, entry), "utf8"));
  }
  return sources;
}

/** The source without comments. */
export function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");
}

const IMPORTS = [
  /^\s*(?:import|export)\s(?:[^"';]*?\sfrom\s*)?["']([^"']+)["']/gm,
  /\bimport\(\s*["']([^"']+)["']/g,
  /\bnew URL\(\s*["'](\.[^"']+)["'],\s*import\.meta\.url/g,
];

const TYPE_IMPORTS = /^\s*(?:import|export)\s+type\s[^"']*["'][^"']+["']/gm;

/** The imports of one file: static, dynamic, and of workers. */
export function importsOf(path: string, sources: Sources, kinds: "all" | "at run time" = "all"): Import[] {
  const whole = withoutComments(sources.get(path) ?? "");
  const source = kinds === "all" ? whole : whole.replace(TYPE_IMPORTS, "");
  const specifiers = IMPORTS.flatMap((pattern) =>
    [...source.matchAll(pattern)].map((match) => match[1] ?? ""),
  );
  return [...new Set(specifiers)].map((specifier) => ({
    specifier,
    file: resolve(path, specifier, sources),
  }));
}

function resolve(from: string, specifier: string, sources: Sources): string | null {
  const isLocal = specifier.startsWith("@/") || specifier.startsWith(".");
  if (!isLocal) return null;
  const path = specifier.startsWith("@/") ? specifier.slice(2) : posix.join(posix.dirname(from), specifier);
  const bare = path.replace(/\.(js|jsx)$/, "");
  const found = [path, `${bare}.ts`, `${bare}.tsx`, `${bare}/index.ts`].find((name) => sources.has(name));
  return found ?? (/\.\w+$/.test(path) ? path : `${path}.ts`);
}
