import { describe, expect, it } from "vitest";
import { planOffice } from "@/lib/imports/plan/rules";
import { readFiles } from "@/lib/imports/sheets/queries";
import { day } from "@/lib/time/day";
import { codes, makeOffice, planOf, SUPPORT } from "@/tests/support/import-plans";
import { makeOfficeCsv } from "@/tests/support/office-csv";

describe("absences", () => {
  const KNOWN = {
    id: "b1",
    version: 1,
    assistantEmail: "anna@x.se",
    type: "vacation",
    status: "requested" as const,
    from: day("2026-08-17"),
    fromPart: "am" as const,
    to: day("2026-08-21"),
    toPart: "pm" as const,
    startMinute: null,
    endMinute: null,
  };
  const away = (
    row: string,
    known: Partial<Omit<typeof KNOWN, "status">> & { status?: "requested" | "approved" } = {},
  ) => planOf({ absences: row.split("\n") }, makeOffice({ absences: [{ ...KNOWN, ...known }] }));

  it("that are known are left, moved or approved, and an approval is never taken back", () => {
    expect(away("anna@x.se,vacation,2026-08-17,,2026-08-21,,requested").absences[0]?.columns).toEqual([]);
    const moved = away("anna@x.se,vacation,2026-08-17,am,2026-08-24,am,approved").absences[0];
    expect([moved?.columns, moved?.wanted.status]).toEqual([["to", "to_part", "status"], "approved"]);
    const kept = away("anna@x.se,vacation,2026-08-17,,2026-08-21,,requested", { status: "approved" });
    expect([kept.absences[0]?.columns, kept.warnings[0]?.code]).toEqual([[], "already_approved"]);
  });

  it("that are reported start approved", () => {
    const plan = planOf({ absences: ["anna@x.se,sick,2026-08-17,pm,2026-08-17,,requested"] });
    expect(plan.absences[0]?.wanted).toMatchObject({
      status: "approved",
      fromPart: "pm",
      toPart: "pm",
    });
    expect(plan.warnings[0]?.code).toBe("starts_approved");
  });

  it("never overlap, but may meet at noon", () => {
    const halves = [
      "anna@x.se,sick,2026-08-17,,2026-08-17,am,approved",
      "anna@x.se,other,2026-08-17,pm,2026-08-18,,approved",
    ];
    expect(planOf({ absences: halves }).faults).toEqual([]);
    const overlap = [
      "anna@x.se,other,2026-08-10,,2026-08-20,,approved",
      "anna@x.se,sick,2026-08-12,,2026-08-12,,approved",
      "anna@x.se,sick,2026-08-19,,2026-08-22,,approved",
    ];
    expect(planOf({ absences: overlap }).faults).toMatchObject([
      { line: 3, code: "absence_overlaps_line", values: { line: 2 } },
      { line: 4, code: "absence_overlaps_line", values: { line: 2 } },
    ]);
    expect(codes(away("anna@x.se,sick,2026-08-21,pm,2026-08-21,,approved"))).toEqual([
      [2, "from", "absence_overlaps_existing"],
    ]);
    expect(codes(away("anna@x.se,sick,2026-08-22,,2026-08-22,,approved"))).toEqual([]);
  });

  it("end no earlier than they start, and are of people somebody knows", () => {
    expect(codes(planOf({ absences: ["anna@x.se,other,2026-08-17,pm,2026-08-17,am,approved"] }))).toEqual([
      [2, "to_part", "to_before_from"],
    ]);
    expect(codes(planOf({ absences: ["anna@x.se,other,2026-08-17,,2026-08-16,,approved"] }))).toEqual([
      [2, "to", "to_before_from"],
    ]);
    expect(codes(planOf({ absences: ["who@x.se,other,2026-08-17,,2026-08-17,,approved"] }))).toEqual([
      [2, "assistant_email", "unknown_assistant"],
    ]);
  });
});

it("an office of the generator has no faults, with commas and with semicolons", () => {
  for (const delimiter of [",", ";"] as const) {
    const { rows, faults } = readFiles(makeOfficeCsv({ assistants: 20, executives: 50, delimiter }));
    expect(faults).toEqual([]);
    const plan = planOffice(rows, makeOffice({ people: new Map(), pools: [] }));
    expect(plan.faults).toEqual([]);
    expect([plan.assistants.length, plan.executives.length, plan.newPools]).toEqual([
      20,
      50,
      ["Stockholm", "London"],
    ]);
  }
});

it("nobody is missed while the file they may stand in can't be read", () => {
  const { rows } = readFiles({
    assistants: "nothing",
    support: `${SUPPORT}\nerik@x.se,nova@x.se,primary,2026-01-01,`,
  });
  expect(planOffice(rows, makeOffice()).faults).toEqual([]);
});
