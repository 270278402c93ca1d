import { parse } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { LOCALES } from "../../../lib/i18n/locales";
import { messages } from "../../../lib/i18n/messages";
import { argumentsOf, flatMessages } from "../../support/messages";

const words = Object.fromEntries(LOCALES.map((locale) => [locale, new Map(flatMessages(messages[locale]))]));
const [en, sv] = [words.en ?? new Map(), words.sv ?? new Map()];

describe("messages", () => {
  it("have the same keys in both languages", () => {
    expect([...sv.keys()].sort()).toEqual([...en.keys()].sort());
  });

  it("take the same arguments in both languages", () => {
    const argumentsIn = (map: Map<string, string>) =>
      Object.fromEntries(
        [...map].map(([key, text]) => [key, [...new Set(argumentsOf(parse(text)))].sort()] as const),
      );
    expect(argumentsIn(sv)).toEqual(argumentsIn(en));
  });

  it("are never empty and never shout", () => {
    for (const [key, text] of [...en, ...sv]) {
      expect(text.trim(), key).not.toBe("");
      expect(text, key).not.toContain("!");
    }
  });

  it("end no sentence in a day or a range, which may end in an abbreviation", () => {
    for (const [key, text] of [...en, ...sv])
      expect(text, key).not.toMatch(/\{(range|dates|day|on|when|span|until|to)\}\}*\.(\s|$)/);
  });
});
