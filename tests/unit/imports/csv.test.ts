import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IMPORT_FILES, LARGEST_FILE_BYTES, MOST_FAULTS, MOST_ROWS } from "@/lib/imports/schema";
import { readSheet } from "@/lib/imports/sheets/queries-csv";

const HEADER = "executive_email,assistant_email,role,from,to";
const ROW = "e@x.se,a@x.se,primary,2026-01-01,";

function faultsOf(content: string | Uint8Array) {
  return readSheet("support", content).faults.map(({ code, line, column }) => ({ code, line, column }));
}

describe("a file", () => {
  it("is read with a byte order mark, CRLF, any case and order of columns, and blank lines at its end", () => {
    const text =
      "\uFEFFRole, TO ,From,Assistant_Email,executive email\r\nprimary,,2026-01-01,a@x.se, e@x.se \r\n\r\n ,,,,\r\n";
    const { sheet, faults } = readSheet("support", text);
    expect(faults).toEqual([]);
    expect(sheet?.rows).toEqual([
      {
        line: 2,
        cells: {
          role: "primary",
          to: "",
          from: "2026-01-01",
          assistant_email: "a@x.se",
          executive_email: "e@x.se",
        },
      },
    ]);
  });

  it("may part its fields by semicolons, and quote what holds one", () => {
    const { sheet } = readSheet(
      "assistants",
      'name;email;pool;working_days;starts;ends;skills\n"Ek; Åsa";a@x.se;Pool;Mon,Tue;8:00;17:00;"calendar:4;travel:3"\n',
    );
    expect(sheet?.rows[0]?.cells).toMatchObject({
      name: "Ek; Åsa",
      skills: "calendar:4;travel:3",
      working_days: "Mon,Tue",
    });
  });

  it("counts lines as an editor does, through quoted newlines and blank lines", () => {
    const text = `\n${HEADER}\r\n"e@x.se\r\nmore",a@x.se,primary,2026-01-01,\r\n\r\n${ROW}\rone,two`;
    const { sheet, faults } = readSheet("support", text);
    expect(sheet?.rows.map((row) => row.line)).toEqual([3, 6]);
    expect(faults.map((fault) => fault.line)).toEqual([7]);
  });

  it.each([
    ["without a byte", "", "empty_file", null],
    ["of blank lines", " \r\n \n", "empty_file", null],
    ["that is a workbook", new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2]), "workbook", null],
    ["with a zero byte", new Uint8Array([65, 0, 66]), "not_text", null],
    ["in UTF-16", new Uint8Array([0xff, 0xfe, 65, 0]), "not_utf8", 1],
    ["in Latin-1", Buffer.from(`${HEADER}\nAsa\n\xc5sa`, "latin1"), "not_utf8", 3],
    ["over 20 MB", new Uint8Array(LARGEST_FILE_BYTES + 1).fill(65), "too_large", null],
    ["with a quote left open", `${HEADER}\n${ROW}\n"e@x.se,a@x.se\nmore`, "unclosed_quote", 3],
    [
      "with text after a quote",
      `${HEADER}\n${ROW}\n"e@x.se"x,a@x.se,primary,2026-01-01,`,
      "misplaced_quote",
      3,
    ],
    ["with a column twice", `${HEADER},to\n`, "duplicate_column", 1],
    ["with a column of its own", `${HEADER},colour\n`, "unknown_column", 1],
    ["without a column", `${HEADER.replace(",role", "")}\n`, "missing_column", 1],
    ["with a field too many", `${HEADER}\n${ROW},more\n`, "too_many_fields", 2],
    ["with fields too few", `${HEADER}\n${ROW}\none,two\n`, "too_few_fields", 3],
  ])("%s is refused", (_which, content, code, line) => {
    expect(faultsOf(content)[0]).toMatchObject({ code, line });
  });

  it("names the column that was probably meant", () => {
    const { faults } = readSheet("support", HEADER.replace("role", "roel"));
    expect(faults.map((fault) => [fault.code, fault.column])).toEqual([
      ["missing_column", "role"],
      ["unknown_column", "roel"],
    ]);
    expect(faults[1]?.values.closest).toBe("role");
  });

  it("may end its rows with empty fields more than its header has", () => {
    expect(faultsOf(`${HEADER},,\n${ROW},,\n`)).toEqual([]);
  });

  it("keeps what stands in spoiled rows, so that nobody named there is called unknown", () => {
    expect(readSheet("support", `${HEADER}\ne@x.se,a@x.se`).sheet?.spoiled).toContain("a@x.se");
  });

  it("never throws, whatever it holds", () => {
    const bytes = fc.uint8Array({ maxLength: 200 });
    const text = fc.string({ unit: fc.constantFrom('"', ",", ";", "\n", "\r", "a", "å", " ") });
    fc.assert(
      fc.property(fc.constantFrom(...IMPORT_FILES), fc.oneof(bytes, text), (file, content) => {
        const { sheet, faults } = readSheet(file, content);
        expect(sheet !== null || faults.length > 0).toBe(true);
      }),
    );
  });

  it("gives back any fields it was made of", () => {
    const cell = fc.string({ unit: fc.constantFrom('"', ",", ";", "\n", "x", "å") }).map((s) => `.${s}.`);
    const rows = fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom(",", ";"),
        fc.constantFrom("\n", "\r\n"),
        (cells, delimiter, newline) => {
          const lines = [HEADER.split(","), ...cells].map((row) =>
            row.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter),
          );
          const { sheet } = readSheet("support", lines.join(newline));
          expect(sheet?.rows.map((row) => Object.values(row.cells))).toEqual(cells);
        },
      ),
    );
  });
});

describe("a file made to stop the server", () => {
  const codesOf = (content: string) => {
    const { faults } = readSheet("support", content);
    expect(faults.length).toBeLessThanOrEqual(MOST_FAULTS + 1);
    return [...new Set(faults.map(({ code }) => code))];
  };

  it("has a header of a million columns", () => {
    const columns = Array.from({ length: 1_000_000 }, (_, i) => `column_${i}`).join(",");
    expect(codesOf(`${columns}\n${ROW}\n`)).toEqual(["too_many_columns"]);
  });

  it("has more rows than any office", () => {
    expect(codesOf(`${HEADER}\n${`${ROW}\n`.repeat(MOST_ROWS + 1)}`)).toEqual(["too_many_rows"]);
  });

  it("has a fault in every row, or a row of a million fields", () => {
    expect(codesOf(`${HEADER}\n${`${ROW},,extra\n`.repeat(140_000)}`)).toEqual(["too_many_fields"]);
    expect(codesOf(`${HEADER}\n${"x,".repeat(1_000_000)}x\n`)).toEqual(["too_many_fields"]);
    expect(codesOf(`${HEADER}\n${'"a"b,\n'.repeat(140_000)}`)).toEqual(["misplaced_quote"]);
  });
});
