import { describe, expect, it } from "vitest";
import { faultOfSending, isGivenUp, MOST_ATTEMPTS, nextAttemptAt } from "@/lib/mail/rules";
import { partsOfMail } from "@/lib/mail/rules-template";
import type { MailContent } from "@/lib/mail/schema";

const NOON = new Date("2026-08-17T12:00:00Z");

describe("a mail that was not taken", () => {
  it("is tried again after 2, 4, 8 minutes, and every 12 hours at least, for some three days", () => {
    const waits = Array.from(
      { length: MOST_ATTEMPTS },
      (_, i) => (Number(nextAttemptAt(i + 1, NOON)) - Number(NOON)) / 60_000,
    );
    expect(waits.slice(0, 4)).toEqual([2, 4, 8, 16]);
    expect(Math.max(...waits)).toBe(720);
    const days = waits.reduce((sum, wait) => sum + wait, 0) / 1440;
    expect(days).toBeGreaterThan(2.5);
    expect(days).toBeLessThan(4);
  });

  it("is given up when its recipient is refused for good, and kept through everything else", () => {
    const refused = faultOfSending(Object.assign(new Error("no"), { responseCode: 550, code: "EENVELOPE" }));
    expect([refused, isGivenUp(refused, 1)]).toEqual([{ code: "550", isFinal: true }, true]);
    for (const passing of [
      { responseCode: 451, code: "EENVELOPE" },
      { responseCode: 535, code: "EAUTH" },
      { code: "ECONNREFUSED" },
    ])
      expect(isGivenUp(faultOfSending(Object.assign(new Error("no"), passing)), 1)).toBe(false);
    expect(isGivenUp(faultOfSending(new Error("no")), MOST_ATTEMPTS)).toBe(true);
  });
});

describe("the two parts of a mail", () => {
  const content: MailContent = {
    locale: "sv",
    subject: "Nytt <i>här</i>",
    greeting: "Hej Åsa & Örjan!",
    lines: [
      {
        text: "Bokningen “<script>” är klar, och den här raden är längre än de sjuttiosex tecken som får plats på en.",
      },
      { text: "En sak", link: { label: "Öppna", href: "https://s.example/a?b=1&c=2" } },
    ],
    action: { label: "Gör det", href: "https://s.example/x" },
    reason: "Därför.",
    settings: { label: "Ändra", href: "https://s.example/y" },
  };
  const { text, html } = partsOfMail(content);

  it("say the same and lead to the same places", () => {
    for (const part of ["En sak", "Öppna", "Gör det", "Därför.", "Ändra"].filter(
      (word) => word !== "Öppna",
    )) {
      expect(text).toContain(part);
      expect(html).toContain(part);
    }
    for (const href of ["https://s.example/x", "https://s.example/y"]) {
      expect(text).toContain(href);
      expect(html).toContain(`href="${href}"`);
    }
  });

  it("let nothing that somebody wrote become a part of the page", () => {
    expect(html).not.toContain("<script>");
    expect(html).toContain("Hej Åsa &amp; Örjan!");
    expect(html).toContain('href="https://s.example/a?b=1&amp;c=2"');
    expect(html).toContain('<html lang="sv-SE">');
  });

  it("keep plain lines short", () => {
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(76);
  });
});
