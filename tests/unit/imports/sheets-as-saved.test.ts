import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inLanguageOf } from "@/lib/imports/queries-language";
import type { ImportFile } from "@/lib/imports/schema";
import { readFiles } from "@/lib/imports/sheets/queries";
import { readSheet } from "@/lib/imports/sheets/queries-csv";
import { parseAbsences } from "@/lib/imports/sheets/rules-absences";
import { dateOf, tierOf } from "@/lib/imports/sheets/rules-cells";

const kept = (name: string) => readFileSync(new URL(`../../support/sheets/${name}`, import.meta.url));

function rowsOf(file: ImportFile, content: string | Uint8Array) {
  const { sheet, faults } = readSheet(file, content);
  expect(faults).toEqual([]);
  return sheet?.rows ?? [];
}

const ABSENCE = "assistant_email,type,from,to,status";

describe("a sheet as people save it", () => {
  it("begins with sep=", () => {
    expect(rowsOf("assistants", kept("28-sep-line.csv"))).toMatchObject([
      { line: 3, cells: { name: "Åsa", working_days: "Mon-Fri" } },
    ]);
    expect(rowsOf("absences", `"sep=|"\n${ABSENCE.replaceAll(",", "|")}\na|b|c|d|e`)).toMatchObject([
      { line: 3 },
    ]);
  });

  it("parts its fields by tabs", () => {
    const text = `${ABSENCE}\na@x.se,sick,2026-01-01,2026-01-02,approved`.replaceAll(",", "\t");
    expect(rowsOf("absences", text)).toMatchObject([
      { line: 2, cells: { type: "sick", status: "approved" } },
    ]);
  });

  it("has spaces between a comma and a quote", () => {
    const text = `"assistant_email", "type", "from", "to",   "status"\n"a@x.se", "b, c", "", "d ""e""", "f"\n`;
    expect(rowsOf("absences", text)).toEqual([
      { line: 2, cells: { assistant_email: "a@x.se", type: "b, c", from: "", to: 'd "e"', status: "f" } },
    ]);
  });

  it("has titles above its header, and faults keep the number of their line", () => {
    const text = `Absences, week 34\nMade by: HR, Anna\n\n${ABSENCE}\na@x.se,sick,2026-01-01,2026-01-02,approved`;
    expect(rowsOf("absences", text)).toMatchObject([{ line: 5, cells: { from: "2026-01-01" } }]);
    const { faults } = readSheet("absences", `${text}\nx`);
    expect(faults).toMatchObject([{ code: "too_few_fields", line: 6 }]);
  });

  it("says what is missing of a header that names too little", () => {
    const { faults } = readSheet("absences", "assistant_email;what\na;b\n");
    expect(faults.filter(({ code }) => code === "missing_column")).toHaveLength(4);
    expect(faults.every(({ line }) => line === 1)).toBe(true);
  });

  it.each([
    "2026-12-24 00:00",
    "2026-12-24 00:00:00",
    "2026-12-24T00:00:00.000",
    "2026-12-24 0:00",
    "2026-12-24",
  ])("writes a day as %s", (text) => expect(dateOf(text)).toMatchObject({ ok: true, value: "2026-12-24" }));

  it.each(["2026-12-24 08:00", "2026-12-24 00:01", "2026-02-30 00:00", "00:00"])("%s is no day", (text) =>
    expect(dateOf(text)).toMatchObject({ ok: false }),
  );

  it("writes whole numbers with a decimal of nothing", () => {
    expect(["3.0", "3,00", "3"].map((text) => tierOf(text))).toEqual(Array(3).fill({ ok: true, value: 3 }));
    expect(tierOf("3.5").ok).toBe(false);
  });

  it("says types and statuses in Swedish", () => {
    const lines = [
      "a@x.se,Semester,2026-01-01,2026-01-02,Godkänd",
      "b@x.se,sjuk,2026-01-01,2026-01-02,ansökt",
      "c@x.se,VAB,2026-01-01,2026-01-02,beviljad",
    ];
    const { sheet } = readSheet("absences", [ABSENCE, ...lines].join("\n"));
    const { records, faults } = sheet ? parseAbsences(sheet) : { records: [], faults: [] };
    expect(faults).toEqual([]);
    expect(records.map(({ type, status }) => [type, status])).toEqual([
      ["vacation", "approved"],
      ["sick", "requested"],
      ["childcare", "approved"],
    ]);
  });

  it("holds characters that can't be seen, which are left out", () => {
    const rows = rowsOf("assistants", kept("31-odd-names.csv"));
    expect(rows.map(({ cells }) => [cells.name, cells.pool])).toEqual([
      ["Anna Nbsp", "Stockholm"],
      ["ZeroWidth", "Stockholm"],
      ["evil Rtl", "Stockholm"],
      ["Stock holm is a pool", "Stockholm"],
    ]);
  });
});

describe("dates with day, month and year", () => {
  const read = readFiles({
    absences:
      "assistant_email,type,from,to,status\na@x.se,vacation,24/12/2026,3/1/2027 00:00,approved\nb@x.se,vacation,12/24/2026,2026-12-24,approved",
  });

  it("are read and shown in English", () => {
    const { rows, faults, warnings } = inLanguageOf("en", read);
    expect(rows.absences).toMatchObject([{ from: "2026-12-24", to: "2027-01-03" }]);
    expect(faults).toMatchObject([{ line: 3, column: "from", code: "not_a_date" }]);
    expect(warnings).toMatchObject([
      { line: 2, column: "from", code: "date_read", values: { value: "24/12/2026", on: "2026-12-24" } },
      { line: 2, column: "to", code: "date_read", values: { on: "2027-01-03" } },
    ]);
  });

  it("are none in Swedish", () => {
    const places = inLanguageOf("sv", read).faults.map(({ line, column }) => [line, column]);
    expect(places.sort()).toEqual([
      [2, "from"],
      [2, "to"],
      [3, "from"],
    ]);
  });
});
