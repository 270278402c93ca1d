import { describe, expect, it } from "vitest";
import { planOffice } from "@/lib/imports/plan/rules";
import { readFiles } from "@/lib/imports/sheets/queries";
import { type Day, day } from "@/lib/time/day";
import {
  ASSISTANTS,
  codes,
  EXECUTIVES,
  makeAnna,
  makeErik,
  makeOffice,
  NOVA,
  planOf,
  SUPPORT,
} from "@/tests/support/import-plans";

describe("support", () => {
  const KNOWN = {
    id: "s1",
    version: 1,
    executiveEmail: "erik@x.se",
    assistantEmail: "anna@x.se",
    assistantName: "Anna Ek",
    role: "primary" as const,
    rank: 1,
    dutyIds: [],
    from: day("2026-01-01"),
    to: null,
  };
  const withSupport = makeOffice({ support: [KNOWN] });

  it("that is known is left, or its end is moved, so that a successor finds room", () => {
    expect(
      planOf({ support: ["erik@x.se,anna@x.se,primary,2026-01-01,"] }, withSupport).support[0]?.columns,
    ).toEqual([]);
    const plan = planOf(
      {
        assistants: [NOVA],
        support: [
          "erik@x.se,nova@x.se,primary,2026-07-01,",
          "erik@x.se,anna@x.se,primary,2026-01-01,2026-06-30",
        ],
      },
      withSupport,
    );
    expect(plan.faults).toEqual([]);
    expect(plan.support.map((one) => [one.known?.id, one.columns])).toEqual([
      [undefined, []],
      ["s1", ["to"]],
    ]);
  });

  it("names people somebody knows; a line with a fault of its own still names its person", () => {
    expect(codes(planOf({ support: ["who@x.se,anyone@x.se,primary,2026-01-01,"] }))).toEqual([
      [2, "executive_email", "unknown_executive"],
      [2, "assistant_email", "unknown_assistant"],
    ]);
    const broken = planOf({
      assistants: [NOVA.replace("8:00", "early")],
      support: ["erik@x.se,nova@x.se,primary,2026-01-01,"],
    });
    expect(codes(broken)).toEqual([[2, "starts", "not_a_time"]]);
  });

  it("has one primary at a time, and names a person once", () => {
    expect(
      codes(
        planOf({ assistants: [NOVA], support: ["erik@x.se,nova@x.se,primary,2026-07-01,"] }, withSupport),
      ),
    ).toEqual([[2, "role", "primary_overlaps_existing"]]);
    const twoPrimaries = [
      "erik@x.se,anna@x.se,primary,2026-01-01,2026-06-30",
      "erik@x.se,nova@x.se,primary,2026-06-30,",
    ];
    const plan = planOf({ assistants: [NOVA], support: twoPrimaries });
    expect(plan.faults).toMatchObject([
      { line: 3, column: "role", value: "primary", code: "primary_overlaps_line", values: { line: 2 } },
    ]);
    expect(codes(planOf({ support: ["erik@x.se,anna@x.se,backup,2026-07-01,"] }, withSupport))).toEqual([
      [2, "assistant_email", "named_twice_existing"],
    ]);
    const pair = [
      "erik@x.se,anna@x.se,shared,2026-01-01,",
      "erik@x.se,anna@x.se,backup,2025-01-01,2026-01-01",
    ];
    expect(planOf({ support: pair }).faults).toMatchObject([
      { line: 3, code: "named_twice_line", values: { line: 2 } },
    ]);
    expect(
      codes(
        planOf({
          support: ["erik@x.se,anna@x.se,shared,2026-01-01,", "erik@x.se,anna@x.se,shared,2026-01-01,"],
        }),
      ),
    ).toEqual([[3, "executive_email", "row_twice"]]);
  });

  describe("for some duties", () => {
    const withDuties = (rows: string[], office = makeOffice(), files: Record<string, string[]> = {}) => {
      const { rows: read, faults } = readFiles({
        ...Object.fromEntries(
          Object.entries({ assistants: [NOVA], ...files }).map(([file, lines]) => [
            file,
            [file === "executives" ? EXECUTIVES : ASSISTANTS, ...lines].join("\n"),
          ]),
        ),
        support: [`${SUPPORT},duties`, ...rows].join("\n"),
      });
      const plan = planOffice(read, office);
      return { ...plan, faults: [...faults, ...plan.faults] };
    };
    const ANNA_PRIMARY = "erik@x.se,anna@x.se,primary,2026-01-01,";
    const NOVA_PRIMARY = "erik@x.se,nova@x.se,primary,2026-07-01,";

    it("takes keys and names of the catalogue; empty is all of them", () => {
      const plan = withDuties([`${ANNA_PRIMARY},Säljstöd`, `${NOVA_PRIMARY},calendar`]);
      expect(plan.faults).toEqual([]);
      expect(plan.support.map((one) => one.wanted.dutyIds)).toEqual([["sales_support"], ["calendar"]]);
      expect(withDuties([`${ANNA_PRIMARY},`]).support[0]?.wanted.dutyIds).toEqual([]);
    });

    it("takes two primaries of different duties at once, and refuses them one they share", () => {
      const shared = withDuties([`${ANNA_PRIMARY},calendar;sales_support`, `${NOVA_PRIMARY},calendar`]);
      expect(codes(shared)).toEqual([[3, "role", "primary_overlaps_line"]]);
      const ofAll = withDuties([`${ANNA_PRIMARY},calendar;sales_support`, `${NOVA_PRIMARY},`]);
      expect(codes(ofAll)).toEqual([[3, "role", "primary_overlaps_line"]]);
      expect(codes(withDuties([`${NOVA_PRIMARY},calendar`], withSupport))).toEqual([
        [2, "role", "primary_overlaps_existing"],
      ]);
      const known = makeOffice({ support: [{ ...KNOWN, dutyIds: ["sales_support"] }] });
      expect(withDuties([`${NOVA_PRIMARY},calendar`], known).faults).toEqual([]);
    });

    it("changes what is known in its duties, and leaves them where the column is missing", () => {
      expect(withDuties([`${ANNA_PRIMARY},calendar`], withSupport).support[0]?.columns).toEqual(["duties"]);
      const known = makeOffice({ support: [{ ...KNOWN, dutyIds: ["calendar"] }] });
      const { support } = planOf({ support: [ANNA_PRIMARY] }, known);
      expect(support[0]).toMatchObject({ columns: [], wanted: { dutyIds: ["calendar"] } });
    });

    it("refuses a duty that is not there, with the closest, and one that stands twice", () => {
      expect(withDuties([`${ANNA_PRIMARY},calender`]).faults).toMatchObject([
        { column: "duties", code: "unknown_duty", values: { item: "calender", closest: "calendar" } },
      ]);
      expect(codes(withDuties([`${ANNA_PRIMARY},calendar;Kalender`]))).toEqual([[2, "duties", "item_twice"]]);
      expect(codes(withDuties([`${ANNA_PRIMARY},calendar:60:3`]))).toEqual([[2, "duties", "not_a_duty_key"]]);
    });

    it("knows a duty that another file brings", () => {
      const executives = ["Erik Al,erik@x.se,Stockholm,,,,,,juggling:60:3,"];
      const plan = withDuties([`${ANNA_PRIMARY},juggling`], makeOffice(), { executives });
      expect([plan.faults, plan.newDuties.map(({ id }) => id)]).toEqual([[], ["juggling"]]);
    });
  });

  it("never ends before it starts, nor starts after the assistant has left", () => {
    expect(codes(planOf({ support: ["erik@x.se,anna@x.se,shared,2026-01-02,2026-01-01"] }))).toEqual([
      [2, "to", "to_before_from"],
    ]);
    const leaver = makeAnna();
    if (leaver.assistant) leaver.assistant.record.leavesOn = day("2026-03-31");
    const office = makeOffice({ people: new Map([leaver, makeErik()].map((one) => [one.email, one])) });
    expect(codes(planOf({ support: ["erik@x.se,anna@x.se,shared,2026-04-01,"] }, office))).toEqual([
      [2, "from", "assistant_leaves_before"],
    ]);
  });

  it("refuses a pair that is kept apart, but for support that runs out", () => {
    const pair = { executiveEmail: "erik@x.se", assistantEmail: "anna@x.se" };
    const asked = { support: ["erik@x.se,anna@x.se,shared,2026-04-01,"] };
    const apartUntil = (until: Day | null) => makeOffice({ keptApart: [{ ...pair, until }] });
    expect(codes(planOf(asked, apartUntil(null)))).toEqual([
      [2, "assistant_email", "not_available_for_executive"],
    ]);
    expect(codes(planOf(asked, apartUntil(day("2026-03-31"))))).toEqual([]);
    const known = makeOffice({ support: [KNOWN], keptApart: [{ ...pair, until: null }] });
    expect(codes(planOf({ support: ["erik@x.se,anna@x.se,primary,2026-01-01,2026-12-31"] }, known))).toEqual(
      [],
    );
  });

  it("ranks backups in the order of the file, after those that are there", () => {
    const backup = { ...KNOWN, assistantEmail: "old@x.se", role: "backup" as const, rank: 2 };
    const rows = ["erik@x.se,nova@x.se,backup,2026-01-01,", "erik@x.se,anna@x.se,backup,2026-01-01,"];
    const plan = planOf({ assistants: [NOVA], support: rows }, makeOffice({ support: [backup] }));
    expect(plan.support.map((one) => one.wanted.rank)).toEqual([3, 4]);
  });
});
