import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

/** What was asked is not a document or not an order: the reason is for the person who typed it. */
export class Refusal extends Error {}

const REFUSED = 2;

/** The flags and the one file of a command; anything else is refused with the usage. */
export function readCommand<Flag extends string>(
  usage: string,
  names: readonly Flag[],
): { file: string; flags: Partial<Record<Flag, string>> } {
  try {
    const { values, positionals } = parseArgs({
      args: process.argv.slice(2),
      allowPositionals: true,
      options: Object.fromEntries(names.map((name) => [name, { type: "string" as const }])),
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Error("one document is needed");
    return { file, flags: values as Partial<Record<Flag, string>> };
  } catch (error) {
    throw new Refusal(`${error instanceof Error ? error.message : "unknown flags"}\n${usage}`);
  }
}

/** The whole number of a flag. */
export function wholeNumber(flag: string, text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > 4294967295)
    throw new Refusal(`${flag}: must be a whole number, not "${text}"`);
  return value;
}

/** What a JSON file says. */
export function readJson(file: string): unknown {
  const text = readText(file);
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(`${file}: is not valid JSON`);
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new Refusal(`${file}: can't be read (${(error as NodeJS.ErrnoException).code ?? "unknown"})`);
  }
}

/** Runs a command: a refusal ends with code 2 and its reason, any other failure with 1; never a stack trace. */
export function runCommand(command: () => Promise<void>) {
  command().catch((error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${error instanceof Refusal ? "refused" : "failed"}: ${message}\n`);
    process.exitCode = error instanceof Refusal ? REFUSED : 1;
  });
}
