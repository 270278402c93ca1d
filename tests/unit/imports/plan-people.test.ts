import { describe, expect, it } from "vitest";
import { planOffice } from "@/lib/imports/plan/rules";
import { readFiles } from "@/lib/imports/sheets/queries";
import { ANNA, codes, makeAnna, makeOffice, NOVA, planOf } from "@/tests/support/import-plans";

describe("people", () => {
  it("who are known and the same are left as they are", () => {
    const plan = planOf({
      assistants: [ANNA.replace("Stockholm", " stockholm ")],
      executives: ["Erik Al,erik@x.se,Stockholm,,,,,,,"],
    });
    expect(plan.faults).toEqual([]);
    expect([...plan.assistants, ...plan.executives].map((one) => one.columns)).toEqual([[], []]);
    expect([plan.newAccounts, plan.renamed, plan.newPools]).toEqual([[], [], []]);
  });

  it("who are known and differ are changed in what differs", () => {
    const plan = planOf({
      assistants: ["Anna Ek-Berg,anna@x.se,Stockholm,HQ,lead,0.8,Mon:am,8:00,17:00,calendar:4,sv:C2"],
    });
    expect(plan.assistants[0]?.columns).toEqual(["name", "seniority", "fte", "working_days"]);
    expect(plan.renamed).toEqual([{ userId: "u1", email: "anna@x.se", name: "Anna Ek-Berg" }]);
  });

  it("keep what the file has no column for", () => {
    const { rows } = readFiles({
      assistants: "name,email,pool,working_days,starts,ends\nAnna Ek,anna@x.se,Stockholm,Mon,8:00,17:00",
    });
    const plan = planOffice(rows, makeOffice());
    expect(plan.assistants[0]?.columns).toEqual([]);
    expect(plan.assistants[0]?.wanted.record.skills).toEqual([{ dutyId: "calendar", proficiency: 4 }]);
  });

  it("who are new get accounts, and new pools are created once whatever their case", () => {
    const plan = planOf({
      assistants: [
        NOVA.replace("Stockholm", "Oslo"),
        NOVA.replace("Stockholm", "OSLO").replace("nova@", "n@"),
      ],
    });
    expect(plan.newAccounts.map((one) => one.email)).toEqual(["nova@x.se", "n@x.se"]);
    expect(plan.newPools).toEqual(["Oslo"]);
    expect(plan.assistants.map((one) => [one.known, one.wanted.record.pool])).toEqual([
      [null, "Oslo"],
      [null, "Oslo"],
    ]);
  });

  it("are refused twice in a file, under two names, in others' pools, and with a closed account", () => {
    expect(codes(planOf({ assistants: [NOVA, NOVA.replace("nova@x.se", "NOVA@x.se")] }))).toEqual([
      [3, "email", "email_twice"],
    ]);
    expect(codes(planOf({ assistants: [NOVA], executives: ["Nova Ek,nova@x.se,Stockholm,,,,,,,"] }))).toEqual(
      [[2, "name", "name_differs"]],
    );
    expect(codes(planOf({ assistants: [NOVA.replace("Stockholm", "paris")] }))).toEqual([
      [2, "pool", "pool_elsewhere"],
    ]);
    const closed = makeOffice({ people: new Map([["anna@x.se", makeAnna({ isDisabled: true })]]) });
    expect(codes(planOf({ assistants: [ANNA] }, closed))).toEqual([[2, "email", "account_disabled"]]);
    const elsewhere = makeAnna();
    if (elsewhere.assistant) elsewhere.assistant.isManaged = false;
    const office = makeOffice({ people: new Map([["anna@x.se", elsewhere]]) });
    expect(
      codes(
        planOf(
          { assistants: [ANNA], absences: ["anna@x.se,other,2026-08-17,,2026-08-17,,approved"] },
          office,
        ),
      ),
    ).toEqual([[2, "email", "person_elsewhere"]]);
  });

  it("whose name the importer may not change keep it, and the reader is told", () => {
    const office = makeOffice({ people: new Map([["anna@x.se", makeAnna({ canRename: false })]]) });
    const plan = planOf({ assistants: [ANNA.replace("Anna Ek", "Anna Berg")] }, office);
    expect([plan.renamed, plan.assistants[0]?.columns]).toEqual([[], []]);
    expect(plan.warnings.map((warning) => warning.code)).toEqual(["name_kept"]);
  });
});

describe("duties", () => {
  const skills = (list: string) =>
    planOf({ assistants: [NOVA.replace(",,\n", "").replace(/,,$/, `,"${list}",`)] });

  it("are known by key, spelling and name", () => {
    const plan = skills("Calendar:4;sales-support:3");
    expect(plan.newDuties).toEqual([]);
    expect(plan.assistants[0]?.wanted.record.skills.map((skill) => skill.dutyId)).toEqual([
      "calendar",
      "sales_support",
    ]);
    expect(skills("Säljstöd:2").assistants[0]?.wanted.record.skills).toEqual([
      { dutyId: "sales_support", proficiency: 2 },
    ]);
  });

  it("that are new are created, and one near a known duty is warned of", () => {
    const plan = skills("calender:4;board-papers:3");
    expect(plan.newDuties).toEqual([
      { id: "calender", name: "Calender" },
      { id: "board-papers", name: "Board papers" },
    ]);
    expect(plan.warnings).toMatchObject([
      { code: "duty_close_to", line: 2, values: { closest: "calendar" } },
    ]);
  });

  it("are refused twice under two spellings, and with a key that can't be one", () => {
    expect(codes(skills("calendar:4;kalender:3"))).toEqual([[2, "skills", "item_twice"]]);
    expect(codes(skills("frågor:3"))).toEqual([[2, "skills", "not_a_duty_key"]]);
  });
});

describe("hired and leaves", () => {
  const header = "name,email,pool,working_days,starts,ends,hired,leaves";
  const read = (days: string) => {
    const { rows, faults } = readFiles({
      assistants: `${header}\nAnna Ek,anna@x.se,Stockholm,Mon,8:00,17:00,${days}`,
    });
    const plan = planOffice(rows, makeOffice());
    return { plan, codes: [...faults, ...plan.faults].map(({ column, code }) => [column, code]) };
  };

  it("are the first and last day at work", () => {
    const { plan } = read("2020-03-01,2026-12-31");
    expect(plan.assistants[0]?.columns).toEqual(["hired", "leaves"]);
    expect(plan.assistants[0]?.wanted.record).toMatchObject({
      hiredOn: "2020-03-01",
      leavesOn: "2026-12-31",
    });
    expect(read(",").plan.assistants[0]?.columns).toEqual([]);
  });

  it("are refused in the wrong order, and when they are no days", () => {
    expect(read("2026-12-31,2020-03-01").codes).toEqual([["leaves", "leaves_before_hired"]]);
    expect(read("soon,").codes).toEqual([["hired", "not_a_date"]]);
  });
});
