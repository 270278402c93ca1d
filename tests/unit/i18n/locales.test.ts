import { expect, it } from "vitest";
import { preferredLocale } from "../../../lib/i18n/locales";

it.each([
  [null, "en"],
  ["", "en"],
  ["sv", "sv"],
  ["sv-SE,sv;q=0.9,en;q=0.8", "sv"],
  ["en-US,en;q=0.9,sv;q=0.8", "en"],
  ["en;q=0.5, sv;q=0.7", "sv"],
  ["de-DE,sv;q=0.4", "sv"],
  ["sv;q=0,de", "en"],
  ["fr", "en"],
])("a browser that asks for %s is answered in %s", (header, locale) => {
  expect(preferredLocale(header)).toBe(locale);
});
