import { describe, expect, it } from "vitest";
import type { KnownMember } from "@/lib/imports/plan/rules-office";
import { ANNA, codes, makeOffice, NOVA, planOf } from "@/tests/support/import-plans";

const EVA: KnownMember = {
  file: "assistants",
  name: "Eva Berg",
  email: "eva@x.se",
  pool: "Stockholm",
  site: "Malmö",
};
const office = makeOffice({ members: [EVA, { ...EVA, name: "Anna Ek", email: "anna@x.se", site: "HQ" }] });
const assistants = (...rows: string[]) => planOf({ assistants: rows }, office);

describe("the people of a pool", () => {
  it("who are not in its file are reported and stay", () => {
    expect(assistants(ANNA).warnings).toMatchObject([
      {
        file: "assistants",
        code: "people_missing",
        values: { count: 1, pool: "Stockholm", names: "Eva Berg" },
      },
    ]);
    expect(planOf({ executives: ["Erik Al,erik@x.se,Stockholm,,,,,,,"] }, office).warnings).toEqual([]);
  });

  it("who have another address are asked about, in any case and spacing", () => {
    const moved = NOVA.replace("Nova Lind", "eva  berg");
    expect(codes(assistants(ANNA, moved))).toEqual([[3, "email", "email_changed"]]);
    expect(assistants(ANNA, moved).faults).toMatchObject([{ values: { email: "eva@x.se" } }]);
    const both = assistants(ANNA, moved, NOVA.replace("Nova Lind,nova@", "Eva Berg,eva@"));
    expect(codes(both)).toEqual([]);
  });
});

describe("a name that differs by a slip", () => {
  it.each([
    ["Stokholm", "Stockholm"],
    ["stockhlom", "Stockholm"],
    ["Stockholm 2", null],
    ["S", null],
    ["Göteborg", null],
  ])("of a pool: %s", (pool, closest) => {
    const plan = assistants(ANNA, NOVA.replace("Stockholm", pool));
    const fault = { line: 3, column: "pool", code: "pool_close_to", values: { closest } };
    expect(plan.faults).toMatchObject(closest ? [fault] : []);
    expect(plan.newPools).toEqual(closest ? [] : [pool]);
  });

  it("of a site is asked about once", () => {
    const rows = [NOVA.replace("HQ", "Malmo"), NOVA.replace("nova@", "n@").replace("HQ", "Malmo")];
    const asked = assistants(ANNA, ...rows).warnings.filter((one) => one.code === "site_close_to");
    expect(asked).toMatchObject([{ line: 3, value: "Malmo", values: { closest: "Malmö" } }]);
  });

  it("of two new pools in one file is asked about at the second", () => {
    const plan = planOf({
      assistants: [
        NOVA.replace("Stockholm", "Uppsala"),
        NOVA.replace("nova@", "n@").replace("Stockholm", "Upsala"),
      ],
    });
    expect(codes(plan)).toEqual([[3, "pool", "pool_close_to"]]);
  });
});
