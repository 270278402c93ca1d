import { describe, expect, it } from "vitest";
import { messages } from "../../../lib/i18n/messages";
import {
  type KeyPattern,
  messageCalls,
  readCallers,
  readerOf,
  wordsWritten,
} from "../../support/message-calls";
import { argumentsIn, flatMessages } from "../../support/messages";

/** Words that `lib/api/words.ts` finds by the code of an error or fault, so by a word that some code writes. */
const FOUND_BY_CODE = ["api.error.", "api.fault.", "errors.field."];

const files = readCallers(process.cwd());
const written = wordsWritten(files.values());
const calls = [...files].flatMap(([file, source]) => messageCalls(file, source));
const english = new Map(flatMessages(messages.en));
/** An argument's name; a tag's without its brackets. */
const nameOf = (argument: string) => argument.replace(/[<>]/g, "");

/** The keys that each pattern stands for: many calls share one. */
const matching = new Map<string, string[]>();

function keysMatching(pattern: KeyPattern): string[] {
  const [only = ""] = pattern;
  if (pattern.length === 1) return [only ?? ""];
  const name = JSON.stringify(pattern);
  const known = matching.get(name) ?? [...english.keys()].filter(readerOf(pattern, written));
  matching.set(name, known);
  return known;
}

const keysOf = (call: (typeof calls)[number]) => call.keys.map(keysMatching);

describe("calls for words", () => {
  it("find many calls, in each way they are written", () => {
    expect(calls.length).toBeGreaterThan(1000);
  });

  it("name words that exist", () => {
    const missing = calls.flatMap((call) =>
      keysOf(call).flatMap((keys) => (keys.some((key) => english.has(key)) ? [] : [call.place])),
    );
    expect(missing).toEqual([]);
  });

  it("use every word", () => {
    const used = new Set(calls.flatMap((call) => keysOf(call).flat()));
    for (const prefix of FOUND_BY_CODE) for (const key of keysMatching([prefix, null])) used.add(key);
    const unused = [...english.keys()].filter((key) => !used.has(key));
    expect(unused).toEqual([]);
  });

  it("give the arguments that the words take, and no others", () => {
    const wrong = calls.flatMap((call) => {
      const { place, keys, given } = call;
      if (!given) return [];
      const asked = keysOf(call).flat();
      const taken = asked.map((key) => argumentsIn(english.get(key) ?? "").map(nameOf));
      const isExact = keys.every((pattern) => pattern.length === 1);
      const lacksIn = (names: string[]) =>
        names.filter((name) => !given.isOpen && !given.names.includes(name));
      const isEnough = isExact
        ? taken.every((names) => lacksIn(names).length === 0)
        : taken.some((names) => lacksIn(names).length === 0);
      const extra = given.names.filter((name) => !taken.flat().includes(name));
      return isEnough && extra.length === 0
        ? []
        : [`${place} gives ${given.names} for ${taken.join(" or ")}`];
    });
    expect(wrong).toEqual([]);
  });
});
