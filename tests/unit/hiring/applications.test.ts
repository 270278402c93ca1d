import { describe, expect, it } from "vitest";
import { keptMonths, suspicionOf } from "@/lib/hiring/applications/rules";
import { resumeFault } from "@/lib/hiring/applications/rules-document";
import { resumePdf } from "@/prisma/seed/hiring-candidates";

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, "latin1"));

describe("a résumé", () => {
  it.each([
    ["a PDF, whatever its name", resumePdf("Åsa Ek", ["Äldre (2019)"]), null],
    ["nothing", bytes(""), "empty"],
    ["a picture", bytes("\x89PNG\r\n\x1a\n"), "picture"],
    ["old Word, or Word with a password", bytes("\xd0\xcf\x11\xe0\xa1\xb1"), "old_word"],
    ["a program", bytes("MZ\x90\x00\x03"), "kind"],
    ["text", bytes("my life"), "kind"],
    ["more than 10 MB", new Uint8Array(10 * 1_024 * 1_024 + 1), "large"],
  ])("is told by its content: %s", (_, content, fault) => {
    expect(resumeFault(content)).toBe(fault);
  });
});

describe("suspected spam", () => {
  const now = new Date("2026-08-17T07:00:00Z");
  const sent = { trap: "", startedAt: now.getTime() - 60_000, words: "Hello", now };

  it("is a filled trap, a form sent in a moment, or many links", () => {
    expect(suspicionOf(sent)).toBeNull();
    expect(suspicionOf({ ...sent, trap: "x" })).toBe("trap");
    expect(suspicionOf({ ...sent, startedAt: now.getTime() - 2_000 })).toBe("fast");
    expect(suspicionOf({ ...sent, words: "http://a ".repeat(5) })).toBe("links");
  });
});

describe("how long an application is kept", () => {
  it.each([
    ["SE", 24],
    ["GB-ENG", 12],
    ["DE-BY", 6],
  ])("follows the region: %s", (region, months) => {
    expect(keptMonths(region)).toBe(months);
  });
});
