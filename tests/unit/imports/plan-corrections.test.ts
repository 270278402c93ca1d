import { describe, expect, it } from "vitest";
import type { KnownAbsence } from "@/lib/imports/plan/rules-office";
import { day } from "@/lib/time/day";
import { codes, makeOffice, planOf } from "@/tests/support/import-plans";

const KNOWN: KnownAbsence = {
  id: "b1",
  version: 1,
  assistantEmail: "anna@x.se",
  type: "vacation",
  status: "approved",
  from: day("2026-08-17"),
  fromPart: "am",
  to: day("2026-08-21"),
  toPart: "pm",
  startMinute: null,
  endMinute: null,
};

const away = (rows: string[], ...known: Partial<KnownAbsence>[]) =>
  planOf({ absences: rows }, makeOffice({ absences: known.map((one) => ({ ...KNOWN, ...one })) }));

describe("a line that corrects what is known", () => {
  it.each([
    ["anna@x.se,vacation,2026-08-18,,2026-08-21,,approved", ["from"]],
    ["anna@x.se,vacation,2026-08-14,pm,2026-08-20,,approved", ["from", "from_part", "to"]],
    ["anna@x.se,training,2026-08-17,,2026-08-21,,approved", ["type"]],
    ["anna@x.se,vacation,2026-08-17,,2026-08-21,,cancelled", ["status"]],
    ["anna@x.se,Semester,2026-08-18,,2026-08-21,,Avbokad", ["status"]],
  ])("%s", (row, columns) => {
    const { absences, faults } = away([row], {});
    expect(faults).toEqual([]);
    expect(absences).toMatchObject([{ known: { id: "b1" }, columns }]);
  });

  it("is none where two lines could be it, nor is sickness within leave", () => {
    const halves = ["anna@x.se,vacation,2026-08-18,,2026-08-18,,approved"];
    expect(codes(away([...halves, "anna@x.se,vacation,2026-08-20,,2026-08-20,,approved"], {}))).toEqual([
      [2, "from", "absence_overlaps_existing"],
      [3, "from", "absence_overlaps_existing"],
    ]);
    expect(codes(away(["anna@x.se,sick,2026-08-17,,2026-08-18,,approved"], {}))).toEqual([
      [2, "from", "absence_overlaps_existing"],
    ]);
  });

  it("makes room for the next line", () => {
    const rows = [
      "anna@x.se,vacation,2026-08-20,,2026-08-21,,approved",
      "anna@x.se,sick,2026-08-17,,2026-08-19,,approved",
    ];
    const { absences, faults } = away(rows, {});
    expect(faults).toEqual([]);
    expect(absences.map(({ known, columns }) => [known?.id, columns])).toEqual([
      ["b1", ["from"]],
      [undefined, []],
    ]);
  });

  it("changes nothing when it cancels what isn't there", () => {
    const { absences, faults } = away(["anna@x.se,vacation,2026-08-17,,2026-08-21,,cancelled"]);
    expect([absences, faults]).toEqual([[], []]);
  });
});

describe("a type of leave", () => {
  it.each(["study_days", "Study days", "STUDIEDAGAR"])("of the office's own is known as %s", (type) => {
    const { absences, faults } = away([`anna@x.se,${type},2026-08-17,,2026-08-17,,requested`]);
    expect([absences[0]?.wanted.type, faults]).toEqual(["study_days", []]);
  });

  it.each([
    ["semester", "vacation"],
    ["VAB", "childcare"],
    ["föräldraledig", "parental"],
  ])("is read in Swedish: %s", (type, id) => {
    const { absences } = away([`anna@x.se,${type},2026-08-17,,2026-08-17,,ansökt`]);
    expect(absences[0]?.wanted).toMatchObject({ type: id });
  });

  it("that nobody knows is a fault with the closest one", () => {
    expect(away(["anna@x.se,studydays,2026-08-17,,2026-08-17,,approved"]).faults).toMatchObject([
      { line: 2, column: "type", code: "not_a_choice", values: { closest: "study_days" } },
    ]);
  });
});
