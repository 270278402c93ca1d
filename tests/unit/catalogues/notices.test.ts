import { existsSync } from "node:fs";
import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { NOTICES, type NoticeKind, readNotice } from "@/lib/catalogues/notices";
import { coverNotice } from "@/lib/covers/notices";
import { LOCALES } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import { namesOfParts } from "@/lib/notices/schema";
import { readSources } from "@/tests/support/architecture/source";
import { factsOf, isPlainFact, sampleOf } from "@/tests/support/facts";
import { argumentsIn } from "@/tests/support/messages";

const kinds = Object.keys(NOTICES) as NoticeKind[];
const sentencesOf = (kind: NoticeKind) => NOTICES[kind].sentenceKeys ?? [kind];
const wordsIn = (locale: (typeof LOCALES)[number]): Record<string, string> => messages[locale].notices;

/** What the page says besides sentences. */
const OTHER_WORDS = ["title", "empty", "markRead", "unread", "someDuties", "span", "settingsLink"];

/** Some of the pages lie in a folder that has no part in their address. */
const isPage = (address: string) => {
  const folder = `app${address.split("?")[0]}`.replace(/[0-9a-f]{8}-[0-9a-f-]+/, "[id]");
  return existsSync(`${folder}/page.tsx`) || existsSync(`${folder}/(list)/page.tsx`);
};

describe("the catalogue of notices", () => {
  it("holds what every domain declares, each kind once", () => {
    const declared = [...readSources(".")]
      .filter(([path]) => /^lib\/.*\/notices\.ts$/.test(path) && !path.startsWith("lib/catalogues/"))
      .flatMap(([, source]) =>
        [...source.matchAll(/^ {2}([a-z_]+): (?:declareNotice|for\w+)\(/gm)].map((match) => match[1]),
      );
    expect(declared.sort()).toEqual([...kinds].sort());
  });

  it.each(LOCALES)("has its sentences in %s, and no others", (locale) => {
    const known = [...kinds.flatMap(sentencesOf), "unknown", ...OTHER_WORDS];
    expect(Object.keys(wordsIn(locale)).sort()).toEqual(known.sort());
  });

  it.each(LOCALES)("has a name in %s for each kind that one may choose how to get", (locale) => {
    expect(Object.keys(messages[locale].noticeSettings.kind).sort()).toEqual([...kinds].sort());
  });

  it.each(kinds)("%s says exactly what it is given, in every language", (kind) => {
    const parts = namesOfParts(NOTICES[kind].params.shape).sort();
    for (const locale of LOCALES) {
      const said = sentencesOf(kind).map((key) => argumentsIn(wordsIn(locale)[key] ?? ""));
      expect([...new Set(said.flat())].sort(), locale).toEqual(parts);
    }
  });

  it.each(kinds)("%s keeps no private words", (kind) => {
    const leaks = factsOf(NOTICES[kind].params).filter((fact) => !isPlainFact(fact));
    expect(leaks.map((fact) => fact.path)).toEqual([]);
  });

  it.each(kinds)("%s leads everybody who is told to a page of theirs", (kind) => {
    const { links } = readNotice({ kind, params: sampleOf(NOTICES[kind].params) });
    expect(Object.keys(links)).toEqual(NOTICES[kind].areas);
    expect(Object.keys(links).length).toBeGreaterThan(0);
    for (const [area, address] of Object.entries(links)) {
      expect(address.startsWith(`/${area}`), address).toBe(true);
      expect(isPage(address), address).toBe(true);
    }
  });
});

const EXECUTIVE = "Sofia Rydell";
const RANGE = { from: "2026-08-17", fromPart: "am", to: "2026-08-18", toPart: "pm" };

describe("a notice that is read", () => {
  it("is read as it was written by earlier versions", () => {
    const written = { range: RANGE, assistant: null, dutyIds: ["travel"], duties: ["Travel"] };
    const { sentence, parts, links } = readNotice({ kind: "support_changed", params: written });
    expect(sentence).toBe("support_open");
    expect(parts.range).toEqual({ range: RANGE, dutyIds: ["travel"] });
    expect(links).toEqual({ executive: "/executive" });
  });

  it.each([
    ["of a kind that is not known", { kind: "pigeon_arrived", params: {} }],
    ["of a name that every object has", { kind: "constructor", params: {} }],
    ["without what its kind says", { kind: "cover_assigned", params: { executive: EXECUTIVE } }],
    [
      "with a day that is none",
      { kind: "cover_starts", params: { executive: "x", range: { ...RANGE, to: "x" } } },
    ],
    ["of nothing", { kind: "cover_assigned", params: null }],
  ])("%s is a neutral line", (_, row) => {
    expect(readNotice(row)).toEqual({ icon: "unknown", sentence: "unknown", parts: {}, links: {} });
  });

  it("says its status in the words of its sentence", () => {
    const t = createTranslator({ locale: "en-GB", messages: messages.en, namespace: "notices" });
    const status = "provisionally_approved";
    expect(t("absence_decided", { range: "today", status })).toBe(
      "Your absence today is given a first approval, a second decision follows.",
    );
  });
});

describe("a notice that is written", () => {
  it("is refused with a word too many", () => {
    const params = { executive: EXECUTIVE, range: RANGE, reason: "flu" };
    expect(() => coverNotice("cover_released", ["1"], params as never)).toThrow(/reason/);
  });
});
