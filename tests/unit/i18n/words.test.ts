import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LOCALES } from "../../../lib/i18n/locales";
import { messages } from "../../../lib/i18n/messages";
import { readSources } from "../../support/architecture/source";
import { ALLOWED, BANNED } from "../../support/banned-words";
import { flatMessages, readText } from "../../support/messages";

type Said = [where: string, text: string];

/** The messages as they are read, without the names of their arguments. */
const messagesRead = (locale: "en" | "sv") =>
  flatMessages(messages[locale]).map(([key, text]): Said => [key, readText(text)]);

/** What is said in words of `locale` that are banned, with what to say instead. */
function bannedIn(said: readonly Said[], locale: "en" | "sv"): string[] {
  return said.flatMap(([where, text]) =>
    BANNED[locale].flatMap(([pattern, instead]) => {
      const word = pattern.exec(text)?.[0].toLowerCase();
      const isAllowed = ALLOWED[locale].some(([key, allowed]) => key.test(where) && allowed.test(word ?? ""));
      return word && !isAllowed ? [`${where}: “${word}” → ${instead}`] : [];
    }),
  );
}

const DESCRIBED = /\b(?:summary|description):\s*"([^"]+)"/g;

describe("the words of the product", () => {
  it.each(LOCALES)("are those of the vocabulary, in %s", (locale) => {
    expect(bannedIn(messagesRead(locale), locale)).toEqual([]);
  });

  it("are those of the vocabulary in the API's descriptions", () => {
    const said = [...readSources(".")].flatMap(([file, source]) =>
      [...source.matchAll(DESCRIBED)].map(([, text = ""]): Said => [file, text]),
    );
    expect(said.length).toBeGreaterThan(200);
    expect(bannedIn(said, "en")).toEqual([]);
  });

  it("are those of the vocabulary in the README, before it measures the planner", () => {
    const [readme = ""] = readFileSync("README.md", "utf8").split("## The optimiser");
    expect(
      bannedIn(
        readme.split("\n").map((line, i): Said => [`README.md:${i + 1}`, line]),
        "en",
      ),
    ).toEqual([]);
  });

  it("call only the executive chef in Swedish, and a manager always poolansvarig", () => {
    const swedish = new Map(messagesRead("sv"));
    const wrong = messagesRead("en").filter(([key, text]) => {
      const other = swedish.get(key) ?? "";
      const isWrongChef = /chef/i.test(other) && !/executive/i.test(text);
      return isWrongChef || (/\bmanagers?\b/i.test(text) && !/poolansvarig/i.test(other));
    });
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it("allow an exception only where it is needed", () => {
    for (const locale of LOCALES)
      for (const [key, word] of ALLOWED[locale])
        expect(
          flatMessages(messages[locale]).some(
            ([path, text]) => key.test(path) && word.test(text.toLowerCase()),
          ),
          `${key} ${word}`,
        ).toBe(true);
  });
});
