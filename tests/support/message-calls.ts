import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { withoutComments } from "./architecture/source";

/** A place where code asks for words: its keys as patterns, and the arguments it gives (null where they can't be read). */
export type MessageCall = { place: string; keys: KeyPattern[]; given: Given | null };

/** Literal text and gaps (null) that hold a value known only at run time. */
export type KeyPattern = (string | null)[];

type Given = { names: string[]; isOpen: boolean };

const FOLDERS = ["app", "components", "lib", "prisma/tooling"];
const FILES = ["proxy.ts"];

const TRANSLATOR =
  /(?:const|let)\s+(\w+)\s*=\s*(?:await\s+)?(?:useTranslations|getTranslations|createTranslator)\(/g;
const GIVEN = /\b(\w+): Translator<"([\w.]+)">/g;
const AT_ONCE = /\(await getTranslations\("([\w.]+)"\)\)\(|useTranslations\("([\w.]+)"\)\(/g;

/** The source files that people's words come from, without comments. */
export function readCallers(root: string): Map<string, string> {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
  return new Map(
    [...files, ...FILES].map((file) => [file, withoutComments(readFileSync(join(root, file), "utf8"))]),
  );
}

/** Every call of a translator in a file; a name means the translator declared last before the call. */
export function messageCalls(file: string, source: string): MessageCall[] {
  const declared = [...source.matchAll(TRANSLATOR)].map((match) => {
    const [first = "", ...more] = splitAt(source, match.index + match[0].length);
    const namespace = /^"([\w.]+)"$/.exec(first)?.[1] ?? /namespace: "([\w.]+)"/.exec(`${first}${more}`)?.[1];
    return { name: match[1] ?? "", at: match.index, namespace: namespace ?? "" };
  });
  for (const match of source.matchAll(GIVEN))
    declared.push({ name: match[1] ?? "", at: match.index, namespace: match[2] ?? "" });
  const byName = [...new Set(declared.map(({ name }) => name))].flatMap((name) =>
    [...source.matchAll(new RegExp(`(?<![\\w.$])${name}(?:\\.(rich|markup|has|raw))?\\(`, "g"))].flatMap(
      (match) => {
        const owner = declared.filter((one) => one.name === name && one.at < match.index).at(-1);
        const asks = match[1] !== "has" && match[1] !== "raw";
        return owner ? [callAt(file, source, match.index + match[0].length, owner.namespace, asks)] : [];
      },
    ),
  );
  const atOnce = [...source.matchAll(AT_ONCE)].map((match) =>
    callAt(file, source, match.index + match[0].length, match[1] ?? match[2] ?? "", true),
  );
  return [...byName, ...atOnce];
}

function callAt(file: string, source: string, at: number, namespace: string, asks: boolean): MessageCall {
  const [key = "", values] = splitAt(source, at);
  const place = `${file}:${source.slice(0, at).split("\n").length} t(${key})`;
  const prefix = namespace ? `${namespace}.` : "";
  return { place, keys: patternsOf(key, prefix), given: asks ? givenBy(values) : null };
}

/** What a key may be: a literal, a template, either side of a choice, or anything in the namespace. */
function patternsOf(expression: string, prefix: string): KeyPattern[] {
  const choice = /^[^`]*?\s\?\s([^`]+)$/.exec(expression)?.[1];
  const options = choice === undefined ? [expression] : choice.split(/\s(?:\?|:)\s/);
  return options
    .map((option) => option.replace(/\sas\s[^`]*$/, "").trim())
    .map((option) => {
      const literal = /^"([^"]*)"$/.exec(option)?.[1];
      if (literal !== undefined) return [prefix + literal];
      const template = /^`([^`]*)`$/.exec(option)?.[1];
      if (template === undefined) return [prefix, null];
      const parts = template.split(/\$\{[^}]*\}/);
      return parts.flatMap((part, i) => (i === 0 ? [prefix + part] : [null, part]));
    });
}

function givenBy(values: string | undefined): Given | null {
  if (values === undefined) return { names: [], isOpen: false };
  const inside = /^\{([\s\S]*)\}$/.exec(values)?.[1];
  if (inside === undefined) return null;
  const fields = splitAt(`${inside})`, 0);
  return {
    names: fields.flatMap((field) => /^"?(\w+)/.exec(field)?.[1] ?? []),
    isOpen: fields.some((field) => field.startsWith("...")),
  };
}

/** The comma-separated parts from a place up to the bracket that closes it. */
function splitAt(source: string, start: number): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = start;
  for (let at = start; at < source.length; at++) {
    const char = source[at] ?? "";
    if (char === '"' || char === "`") at = endOfText(source, at);
    else if ("([{".includes(char)) depth++;
    else if (")]}".includes(char) && depth-- === 0)
      return [...parts, source.slice(from, at)].flatMap(trimmed);
    else if (char === "," && depth === 0) {
      parts.push(source.slice(from, at));
      from = at + 1;
    }
  }
  return parts.flatMap(trimmed);
}

function endOfText(source: string, start: number): number {
  let at = start + 1;
  while (at < source.length && source[at] !== source[start]) at += source[at] === "\\" ? 2 : 1;
  return at;
}

function trimmed(part: string): string[] {
  return part.trim() ? [part.trim()] : [];
}

/** The words that code writes as text or as the name of a field: what a gap in a key can hold. */
export function wordsWritten(sources: Iterable<string>): Set<string> {
  const words = new Set<string>();
  for (const source of sources) {
    for (const [, text = ""] of source.matchAll(/"([\w.]+)"/g)) words.add(text);
    for (const [, name = ""] of source.matchAll(/\b(\w+)\??:/g)) words.add(name);
  }
  return words;
}

/** What says whether a key is one that a call may ask for; a gap takes whatever word is written somewhere, so it errs towards used. */
export function readerOf(pattern: KeyPattern, written: ReadonlySet<string>): (key: string) => boolean {
  const escaped = pattern.map((part) =>
    part === null ? "([\\w.]+)" : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"),
  );
  const expression = new RegExp(`^${escaped.join("")}$`);
  return (key) =>
    expression
      .exec(key)
      ?.slice(1)
      .every((held) => written.has(held) || /^\d+$/.test(held)) ?? false;
}
