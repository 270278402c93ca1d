import type { MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import { parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { _createCache, _createIntlFormatters } from "use-intl/core";
import formatParsed from "use-intl/format-message";
import formatPrecompiled from "use-intl/format-message/format-only";
import { describe, expect, it } from "vitest";
import { formats } from "../../../lib/i18n/formats";
import { LOCALES, localeTag } from "../../../lib/i18n/locales";
import { messages } from "../../../lib/i18n/messages";
import { argumentsIn, flatMessages, precompiled } from "../../support/messages";

type Values = Record<string, string | number | Date | ((chunks: unknown) => string)>;

const NUMBERS = [0, 1, 2, 5, 21, 1234.5];

/** Values that lead through every branch of a message. */
function valuesFor(elements: MessageFormatElement[], round: number, values: Values = {}): Values {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    values[element.value] ??= valueFor(element, round);
    if (element.type === TYPE.tag) valuesFor(element.children, round, values);
    if (element.type === TYPE.plural || element.type === TYPE.select)
      for (const { value } of Object.values(element.options)) valuesFor(value, round, values);
  }
  return values;
}

function valueFor(element: MessageFormatElement, round: number): Values[string] {
  if (element.type === TYPE.tag) return (chunks) => `<${[chunks].flat().join("")}>`;
  if (element.type === TYPE.date || element.type === TYPE.time) return new Date("2026-08-20T10:05:00Z");
  if (element.type === TYPE.plural || element.type === TYPE.number)
    return NUMBERS[round % NUMBERS.length] ?? 0;
  if (element.type === TYPE.select) {
    const options = Object.keys(element.options);
    return options[round % options.length] ?? "other";
  }
  return "Åsa {ett} <b>";
}

const formatters = _createIntlFormatters(_createCache());

function say(format: unknown, locale: "en" | "sv", message: unknown, values: Values): string {
  const written = (format as typeof formatParsed)("key", message as string, values as never, {
    cache: _createCache(),
    formatters,
    globalFormats: formats,
    locale: localeTag(locale),
    timeZone: "Europe/Stockholm",
  });
  return [written].flat().join("");
}

describe("messages taken apart by the build", () => {
  it.each(LOCALES)("read in %s as they do when they are taken apart at the page", async (locale) => {
    for (const [area, words] of Object.entries(messages[locale])) {
      const built = await precompiled(words);
      for (const [key, message] of flatMessages(words))
        for (const round of argumentsIn(message).length > 0 ? NUMBERS.keys() : [0]) {
          const values = valuesFor(parse(message), round);
          const told = `${area}.${key} with ${JSON.stringify(values)}`;
          expect(say(formatPrecompiled, locale, built.get(key), values), told).toBe(
            say(formatParsed, locale, message, values),
          );
        }
    }
  });
});
