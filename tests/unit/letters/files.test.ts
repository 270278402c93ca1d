import { strFromU8, unzipSync } from "fflate";
import PostalMime from "postal-mime";
import { describe, expect, it } from "vitest";
import { letterText } from "@/lib/letters/rules-text";
import { runLetterFileJob } from "@/lib/letters/worker/letter-file-task";
import type { LetterOrder } from "@/lib/letters/worker/order";

const NAMES = "Łukasz Žižka, Ångström, Straße, Ğüneş, Ωμέγα, Ђорђе 👩‍💻 漢";
const BODY = `Dear {{recipient}},\n\n${`${NAMES} and more words. `.repeat(40)}\n\n- **one**\n\nYours,\n\n{{executive}}`;

function order(overrides: Partial<LetterOrder> = {}): LetterOrder {
  const values = { recipient: NAMES, executive: "Helena Bergqvist" };
  return {
    ...{ as: "pdf", language: "sv", title: "Ämne", mark: null, missing: {} },
    text: letterText("Ämne", BODY, values),
    from: { name: "Helena", email: "helena@standby.example" },
    to: { name: "Karin", email: "karin@example.com" },
    writtenAt: new Date("2026-08-17T07:00:00Z"),
    ...overrides,
  };
}

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");

describe("a letter as PDF", () => {
  it("is tagged, in its language, with its fonts, and breaks into as many pages as it needs", async () => {
    const short = await runLetterFileJob(order({ text: letterText("A", "Dear you,\n\nBye", {}) }));
    expect(short.pages).toBe(1);
    const { bytes, pages } = await runLetterFileJob(order({ text: letterText("A", BODY.repeat(3), {}) }));
    expect(pages).toBeGreaterThan(2);
    const pdf = textOf(bytes);
    for (const part of ["/Lang (sv-SE)", "/MarkInfo", "/StructTreeRoot", "/FontFile2"])
      expect(pdf).toContain(part);
  });

  it("keeps closing and signature together, whatever stands before them", async () => {
    for (const lines of [41, 42, 43, 44, 45, 46]) {
      const body = `${Array.from({ length: lines }, (_, i) => `Line ${i}`).join("\n")}\n\nYours,\n\nHelena`;
      const { pages } = await runLetterFileJob(order({ text: letterText("A", body, {}) }));
      expect(pages, `${lines} lines`).toBe(lines <= 41 ? 1 : 2);
    }
  });
});

describe("a letter as a Word document", () => {
  it("says the same words, and Draft in the head of each page while it is not approved", async () => {
    const { bytes } = await runLetterFileJob(order({ as: "docx", mark: "Utkast" }));
    const files = unzipSync(bytes);
    const document = strFromU8(files["word/document.xml"] ?? new Uint8Array());
    expect(document).toContain("Žižka");
    expect(document).toContain("Helena Bergqvist");
    expect(Object.keys(files).some((name) => /header\d*\.xml/.test(name))).toBe(true);
    const approved = unzipSync((await runLetterFileJob(order({ as: "docx" }))).bytes);
    expect(Object.keys(approved).some((name) => /header\d*\.xml/.test(name))).toBe(false);
  });
});

describe("a letter as a mail", () => {
  it("says the same words, and lets nothing that was typed make a header", async () => {
    const evil = "x\r\nBcc: thief@example.com";
    const { bytes } = await runLetterFileJob(
      order({
        as: "eml",
        title: evil,
        from: { name: evil, email: "helena@standby.example" },
        to: { name: evil, email: "karin@example.com" },
      }),
    );
    const mail = await PostalMime.parse(bytes);
    expect(mail.headers.map(({ key }) => key)).not.toContain("bcc");
    expect(mail.subject).toBe("x Bcc: thief@example.com");
    expect(mail.to).toMatchObject([{ address: "karin@example.com" }]);
    expect(mail.text).toContain("Ωμέγα");
  });
});
