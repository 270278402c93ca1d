import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { useAmountWords, useChangeWords } from "@/components/time/use-amount-words";
import { useDayWords } from "@/components/time/use-day-words";
import { useRangeWords } from "@/components/time/use-range-words";
import { type Locale, localeTag } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import type { ShownRange } from "@/lib/i18n/time-words";

function Words({ words }: { words: () => string }) {
  return words();
}

function read(locale: Locale, words: () => string): string {
  const html = renderToStaticMarkup(
    createElement(
      NextIntlClientProvider,
      {
        locale: localeTag(locale),
        messages: messages[locale],
        timeZone: "Europe/Stockholm",
        now: new Date("2026-08-20T10:00:00Z"),
      } as Parameters<typeof NextIntlClientProvider>[0],
      createElement(Words, { words }),
    ),
  );
  return html.replaceAll("\u00a0", " ");
}

function range(overrides: Partial<ShownRange>): ShownRange {
  return { from: "2026-08-17", fromPart: "am", to: "2026-08-17", toPart: "pm", ...overrides };
}

describe("the words of a stretch", () => {
  it.each<[Partial<ShownRange>, string, string]>([
    [{}, "Mon 17 Aug", "mån 17 aug."],
    [{ toPart: "am" }, "Mon 17 Aug, morning", "mån 17 aug., förmiddag"],
    [{ to: "2026-08-21" }, "Mon 17 Aug – Fri 21 Aug", "mån 17 aug. – fre 21 aug."],
    [
      { fromPart: "pm", to: "2026-08-21", toPart: "am" },
      "Mon 17 Aug, afternoon – Fri 21 Aug, morning",
      "mån 17 aug., eftermiddag – fre 21 aug., förmiddag",
    ],
    [{ startMinute: 545, endMinute: 720 }, "Mon 17 Aug, 09:05–12:00", "mån 17 aug., 09:05–12:00"],
    [{ window: { startMinute: 600, endMinute: 720 } }, "Mon 17 Aug, 10:00–12:00", "mån 17 aug., 10:00–12:00"],
    [{ to: "2027-01-04" }, "Mon 17 Aug – Mon 4 Jan 2027", "mån 17 aug. – mån 4 jan. 2027"],
  ])("%j reads the same in every list", (overrides, en, sv) => {
    const words = () => useRangeWords()(range(overrides));
    expect(read("en", words).replaceAll(",", "")).toBe(en.replaceAll(",", ""));
    expect(read("sv", words)).toBe(sv);
  });

  it("name the day in full where there is room, with its year where it isn't this one", () => {
    expect(read("en", () => useDayWords()("2026-08-19", "long"))).toMatch(/^Wednesday,? 19 August$/);
    expect(read("sv", () => useDayWords()("2027-08-19", "long"))).toBe("torsdag 19 augusti 2027");
  });

  it("say amounts with their unit", () => {
    expect(read("en", () => useAmountWords()(12.5, "days"))).toBe("12.5 days");
    expect(read("en", () => useAmountWords()(450, "minutes"))).toBe("7 h 30 min");
    expect(read("sv", () => useAmountWords()(-60, "minutes"))).toBe("−1 tim");
  });
});

describe("the words of a balance before and after leave", () => {
  it.each<[Locale, string]>([
    ["en", "12.5 → 7.5 days"],
    ["sv", "12,5 → 7,5 dagar"],
  ])("have the decimal sign of the reader: %s", (locale, words) => {
    const change = { before: 12.5, after: 7.5, measure: "days" } as const;
    expect(read(locale, () => useChangeWords()(change))).toBe(words);
  });
});
