import { describe, expect, it } from "vitest";
import { harmlessName, savedAs } from "@/lib/files/rules";
import { kindOf } from "@/lib/files/rules-kinds";

const bytes = (text: string) => new TextEncoder().encode(text);
const binary = (...values: number[]) => new Uint8Array(values);

/** A zip with these names in its directory, as a program writes it that doesn't know sizes before. */
function zipOf(...names: string[]): Uint8Array {
  const entries = names.map((name) => {
    const entry = new Uint8Array(46 + name.length);
    const view = new DataView(entry.buffer);
    view.setUint32(0, 0x02014b50, true);
    view.setUint16(28, name.length, true);
    entry.set(bytes(name), 46);
    return entry;
  });
  const first = binary(0x50, 0x4b, 3, 4, 20, 0, 8, 0);
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(10, names.length, true);
  view.setUint32(16, first.length, true);
  return new Uint8Array([first, ...entries, end].flatMap((part) => [...part]));
}

describe("what a file holds", () => {
  it.each([
    ["pdf", bytes("%PDF-1.7\n%âãÏÓ")],
    ["png", binary(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0)],
    ["jpeg", binary(0xff, 0xd8, 0xff, 0xe0)],
    ["webp", bytes("RIFF0000WEBPVP8 ")],
    ["heic", bytes("0000ftypheic")],
    ["docx", zipOf("[Content_Types].xml", "word/document.xml")],
    ["xlsx", zipOf("[Content_Types].xml", "xl/workbook.xml")],
    ["text", bytes("Åsa;08-123\r\n<script>alert(1)</script>")],
  ])("is told by its content: %s", (kind, content) => {
    expect(kindOf(content)).toBe(kind);
  });

  it.each([
    ["a program", bytes("MZ\u0000\u0001")],
    ["an archive", zipOf("word/document.xml", "run.exe")],
    ["macros", zipOf("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")],
    ["an old Office file", binary(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
    ["a cut archive", zipOf("[Content_Types].xml", "word/document.xml").slice(0, 60)],
    [
      "a directory that points nowhere",
      binary(0x50, 0x4b, 3, 4, ...zipOf("x").slice(-22).fill(0xff, 10, 20)),
    ],
    ["no text", binary(0xff, 0xfe, 0x41)],
  ])("isn't taken where it is %s", (_, content) => {
    expect(kindOf(content)).toBeNull();
  });
});

describe("the name of a file", () => {
  it.each([
    ["Biljett.pdf", "pdf", "Biljett.pdf"],
    ["..\\..\\C:\\secret.PDF", "pdf", "secret.pdf"],
    ["invoice.pdf.exe", "pdf", "invoice.pdf.exe.pdf"],
    ["page.html", "text", "page.html.txt"],
    ["annual\u202Efdp.png", "png", "annualfdp.png"],
    [".", "text", "file.txt"],
    ["foto.jpeg", "jpeg", "foto.jpeg"],
    [`${"å".repeat(300)}.docx`, "docx", `${"å".repeat(115)}.docx`],
  ] as const)("is harmless: %s", (name, kind, harmless) => {
    expect(harmlessName(name, kind)).toBe(harmless);
  });

  it("is said in a header that can't be broken out of", () => {
    expect(savedAs('Å "b"; c.pdf')).toBe(
      `attachment; filename="A b; c.pdf"; filename*=UTF-8''%C3%85%20%22b%22%3B%20c.pdf`,
    );
  });
});
