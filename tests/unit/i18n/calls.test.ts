import { describe, expect, it } from "vitest";
import { messages } from "../../../lib/i18n/messages";
import { mayBe, messageCalls, readCallers, wordsWritten } from "../../support/message-calls";
import { argumentsIn, flatMessages } from "../../support/messages";

/** Words that `lib/api/words.ts` finds by the code of an error or fault, so by a word that some code writes. */
const FOUND_BY_CODE = ["api.error.", "api.fault.", "errors.field."];

const files = readCallers(process.cwd());
const written = wordsWritten(files.values());
const calls = [...files].flatMap(([file, source]) => messageCalls(file, source));
const english = new Map(flatMessages(messages.en));
/** An argument's name; a tag's without its brackets. */
const nameOf = (argument: string) => argument.replace(/[<>]/g, "");

const keysOf = (call: (typeof calls)[number]) =>
  call.keys.map((pattern) =>
    pattern.length === 1
      ? [pattern[0] ?? ""]
      : [...english.keys()].filter((key) => mayBe(key, pattern, written)),
  );

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
    const unused = [...english.keys()].filter(
      (key) => !used.has(key) && !FOUND_BY_CODE.some((prefix) => mayBe(key, [prefix, null], written)),
    );
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
