import { strToU8, zipSync } from "fflate";
import PDFDocument from "pdfkit";
import { describe, expect, it } from "vitest";
import { plainResumeText } from "@/lib/hiring/resumes/rules";
import { readResume } from "@/lib/hiring/worker/read";

const MAIN =
  '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const docx = (xml: string) =>
  zipSync({ "[Content_Types].xml": strToU8(MAIN), "word/document.xml": strToU8(xml) });

function pdf(
  write: (doc: PDFKit.PDFDocument) => void,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Uint8Array> {
  const doc = new PDFDocument(options);
  const chunks: Uint8Array[] = [];
  doc.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  const done = new Promise<Uint8Array>((resolve) => doc.on("end", () => resolve(Buffer.concat(chunks))));
  write(doc);
  doc.end();
  return done;
}

describe("the text of a résumé", () => {
  it("has whole words, letters for ligatures, and no empty lines in a row", () => {
    const written =
      "Of\ufb01ce man-\nager 2014\u20132019\r\n\r\n\r\n\r\nCafe\u0301 \u00a0 Åland\u0007, e-\nMail";
    expect(plainResumeText(written)).toBe("Office manager 2014–2019\n\nCafé Åland, e-\nMail");
  });

  it("is read of PDF and Word, whatever else they hold, and nothing of them is run or fetched", async () => {
    const scripted = await pdf((doc) => {
      doc.text("Åsa Öberg, travel and calendars");
      // What a reader that runs scripts would run.
      const action = doc.ref({ S: "JavaScript", JS: new String("app.alert(1)") });
      action.end("");
      (doc as unknown as { _root: { data: Record<string, unknown> } })._root.data.OpenAction = action;
    });
    const word = docx(
      `<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="w"><w:p><w:r><w:t xml:space="preserve">Tom &amp; &#197;sa </w:t><w:tab/><w:t>&x;two</w:t></w:r></w:p><mc:Fallback><w:t>twice</w:t></mc:Fallback><w:p><w:t>three</w:t></w:p></w:document>`,
    );
    const [fromPdf, fromWord] = await Promise.all([readResume(scripted), readResume(word)]);
    expect(fromPdf).toEqual({ ok: true, text: "Åsa Öberg, travel and calendars" });
    expect(fromWord).toEqual({ ok: true, text: "Tom & Åsa &x;two\nthree" });
  });

  it("is no more than thirty pages, and none where the file is locked, empty, damaged or no such file", async () => {
    const pages = await pdf((doc) => {
      for (let n = 1; n <= 120; n++) doc.text(`page ${n} ends`).addPage();
    });
    const locked = await pdf((doc) => doc.text("secret"), { userPassword: "x" });
    const empty = await pdf((doc) => doc.rect(0, 0, 10, 10).fill());
    const [long, shut, blank, cut, sheet] = await Promise.all(
      [pages, locked, empty, pages.subarray(0, 400), zipSync({ "xl/workbook.xml": strToU8("<x/>") })].map(
        readResume,
      ),
    );
    expect(long?.ok && /page 30 ends/.test(long.text) && !/page 31 ends/.test(long.text)).toBe(true);
    expect(shut).toEqual({ ok: false, fault: "locked" });
    expect(blank).toEqual({ ok: false, fault: "empty" });
    expect(cut).toEqual({ ok: false, fault: "unreadable" });
    expect(sheet).toEqual({ ok: false, fault: "unreadable" });
  });

  it("is given up on where a small file says that it unfolds to more than any résumé holds", async () => {
    const word = docx(`<w:t>${" ".repeat(24 * 1024 * 1024)}</w:t>`);
    expect(word.length).toBeLessThan(100 * 1024);
    expect(await readResume(word)).toEqual({ ok: false, fault: "unreadable" });
  });
});
