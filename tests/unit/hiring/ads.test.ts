import { describe, expect, it } from "vitest";
import { adStateOn, blocksOf, languagesOf, seemsPrivate, slugOf } from "@/lib/hiring/ads/rules";
import { postingOf, scriptSafeJson } from "@/lib/hiring/ads/rules-posting";
import { day } from "@/lib/time/day";
import { adText } from "@/tests/support/factories/hiring";

const PUBLISHED = {
  publishedAt: new Date("2026-08-01"),
  closedAt: null,
  opensOn: null,
  closesOn: day("2026-08-20"),
  isWanted: true,
};

describe("an ad", () => {
  it("is open to the end of its last day, and closed from the next", () => {
    expect(adStateOn(day("2026-08-20"), PUBLISHED)).toBe("open");
    expect(adStateOn(day("2026-08-21"), PUBLISHED)).toBe("closed");
  });

  it("is closed while its requisition is not open, and waits for its first day", () => {
    expect(adStateOn(day("2026-08-10"), { ...PUBLISHED, isWanted: false })).toBe("closed");
    expect(adStateOn(day("2026-08-10"), { ...PUBLISHED, opensOn: day("2026-08-11") })).toBe("waiting");
    expect(adStateOn(day("2026-08-10"), { ...PUBLISHED, publishedAt: null })).toBe("draft");
  });

  it("can be read in the languages it is complete in", () => {
    expect(languagesOf({ en: adText("Assistant"), sv: { ...adText("Assistent"), offer: "" } })).toEqual([
      "en",
    ]);
  });

  it("has an address of plain letters", () => {
    expect(slugOf("Chefsassistent, Försäljning & Åre", "019ab3a0-0000-7000-8000-00000000abcd")).toBe(
      "chefsassistent-forsaljning-are-00abcd",
    );
  });

  it.each([
    ["What is your current salary?", true],
    ["Hur gammal är du?", true],
    ["Do you have children?", true],
    ["When could you start?", false],
    ["How do you manage a full calendar?", false],
    ["Tell us about a day that went differently", false],
  ])("warns of a question that asks too much: %s", (question, expected) => {
    expect(seemsPrivate(question)).toBe(expected);
  });

  it("shows lines with a dash as a list", () => {
    expect(blocksOf("First.\n- one\n- two\nLast.")).toEqual([
      { paragraph: "First." },
      { list: ["one", "two"] },
      { paragraph: "Last." },
    ]);
  });
});

describe("a job posting", () => {
  const posting = postingOf({
    ...{
      id: "42",
      text: { ...adText("Assistant"), work: "</script><b>" },
      locale: "en",
      employer: "Norrvik",
    },
    headings: { work: "Work", who: "Who", bring: "Bring", offer: "Offer", how: "How" },
    ...{ place: "London", country: "GB", isFullTime: true, url: "https://standby.example/careers/a" },
    ...{ publishedAt: "2026-08-01T08:00:00.000Z", closesAt: "2026-12-18T23:59:59.000Z" },
    pay: { from: 38_000, to: 44_000, currency: "GBP", unit: "year" },
  });

  it("says pay, place and end as schema.org names them", () => {
    expect(posting).toMatchObject({
      ...{ "@type": "JobPosting", employmentType: "FULL_TIME", validThrough: "2026-12-18T23:59:59.000Z" },
      baseSalary: { currency: "GBP", value: { minValue: 38_000, maxValue: 44_000, unitText: "YEAR" } },
    });
  });

  it("ends no element, whatever was written", () => {
    const json = scriptSafeJson(posting);
    expect(json).not.toContain("<");
    expect(JSON.parse(json)).toEqual(posting);
  });
});
