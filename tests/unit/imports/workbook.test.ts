import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import writeWorkbook from "write-excel-file/node";
import { readFiles } from "@/lib/imports/sheets/queries";
import { readSheet } from "@/lib/imports/sheets/queries-csv";
import { linesOfSheet } from "@/lib/imports/sheets/queries-workbook";

const HEADER = ["executive_email", "assistant_email", "role", "from", "to"];

function workbookOf(sheets: Record<string, string>, more: Record<string, string> = {}): Uint8Array {
  const names = Object.keys(sheets);
  const files = {
    "xl/workbook.xml": `<workbook>${names.map((name, i) => `<sheet name="${name}" sheetId="${i}" r:id="r${i}"/>`).join("")}</workbook>`,
    "xl/_rels/workbook.xml.rels": names
      .map((_, i) => `<Relationship Id="r${i}" Target="worksheets/s${i}.xml"/>`)
      .join(""),
    ...Object.fromEntries(names.map((name, i) => [`xl/worksheets/s${i}.xml`, sheets[name] ?? ""])),
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

describe("a workbook", () => {
  it("is read as another program writes it: text, days, times, numbers and yes", async () => {
    const date = new Date(Date.UTC(2026, 7, 17));
    const bytes = await writeWorkbook([
      [
        { value: "Åsa & <Ek>", type: String },
        { value: date, type: Date, format: "yyyy-mm-dd" },
      ],
      [],
      [
        { value: 0.8, type: Number },
        { value: true, type: Boolean },
      ],
    ]).toBuffer();
    expect(linesOfSheet(bytes, "assistants")).toEqual([
      { line: 1, fields: ["Åsa & <Ek>", "2026-08-17"] },
      { line: 3, fields: ["0.8", "yes"] },
    ]);
  });

  it("may have built-in formats, text in pieces, empty columns, and names before its tags", () => {
    const styles = `<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/></cellXfs>`;
    const shared = `<sst><si><r><t>An</t></r><r><t xml:space="preserve">na </t></r><rPh><t>x</t></rPh></si></sst>`;
    const sheet = `<x:sheetData><x:row r="2"><x:c r="A2" t="s"><x:v>0</x:v></x:c><x:c r="C2" s="1"><x:v>46251</x:v></x:c>
      <x:c r="D2" s="2"><x:v>0.33333333333333331</x:v></x:c><x:c r="E2"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData>`;
    const bytes = workbookOf({ any: sheet }, { "xl/styles.xml": styles, "xl/sharedStrings.xml": shared });
    expect(linesOfSheet(bytes, "assistants")).toEqual([
      { line: 2, fields: ["Anna", "", "2026-08-17", "08:00", "2"] },
    ]);
  });

  it("names the row of what is wrong, as Excel counts", async () => {
    const bytes = await writeWorkbook([
      HEADER.map((value) => ({ value, type: String })),
      ["e@x.se", "no address", "primary", "2026-01-01", ""].map((value) => ({ value, type: String })),
    ]).toBuffer();
    const { faults } = readFiles({ support: new Uint8Array(bytes) });
    expect(faults).toMatchObject([{ file: "support", line: 2, column: "assistant_email" }]);
  });

  it("that says it unpacks to more than a workbook may is not unpacked", () => {
    const bytes = workbookOf({ support: "<row/>" });
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < bytes.length - 4; i++)
      if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 24, 0x7fffffff, true);
    expect(readSheet("support", bytes).faults).toMatchObject([{ code: "workbook" }]);
  });

  it.each([
    ["of another program", zipSync({ "content.xml": strToU8("<x/>") })],
    ["that is cut off", workbookOf({ support: "<row/>" }).slice(0, 80)],
    ["without its sheet", zipSync({ "xl/workbook.xml": strToU8(`<sheet name="a" r:id="r9"/>`) })],
  ])("%s can't be read, and says so", (_, bytes) => {
    expect(readSheet("support", bytes).faults).toMatchObject([{ code: "workbook" }]);
  });
});
