import { describe, expect, it } from "vitest";
import { type OfficePlan, planOffice } from "@/lib/imports/plan/rules";
import type { KnownOffice, KnownPerson } from "@/lib/imports/plan/rules-office";
import type { OfficeFiles } from "@/lib/imports/schema";
import { readFiles } from "@/lib/imports/sheets/queries";
import { day } from "@/lib/time/day";
import { makeOfficeCsv } from "@/tests/support/office-csv";

const ASSISTANTS = "name,email,pool,site,seniority,fte,working_days,starts,ends,skills,languages";
const EXECUTIVES = "name,email,pool,title,department,tier,site,onsite,duties,languages";
const SUPPORT = "executive_email,assistant_email,role,from,to";
const ABSENCES = "assistant_email,type,from,from_part,to,to_part,status";

const CALENDAR = { id: "calendar", nameEn: "Calendar", nameSv: "Kalender" };
const SALES = { id: "sales_support", nameEn: "Sales support", nameSv: "Säljstöd" };

function makeOffice(overrides: Partial<KnownOffice> = {}): KnownOffice {
  return {
    pools: [
      { id: "p1", name: "Stockholm", isManaged: true },
      { id: "p2", name: "Paris", isManaged: false },
    ],
    duties: [CALENDAR, SALES],
    reportedTypes: new Set(["sick"]),
    people: new Map([makeAnna(), makeErik()].map((person) => [person.email, person])),
    support: [],
    absences: [],
    ...overrides,
  };
}

function makeAnna(overrides: Partial<KnownPerson> = {}): KnownPerson {
  return {
    userId: "u1",
    email: "anna@x.se",
    name: "Anna Ek",
    isDisabled: false,
    canRename: true,
    assistant: {
      id: "a1",
      version: 3,
      isManaged: true,
      leavesOn: null,
      record: {
        pool: "Stockholm",
        site: "HQ",
        seniority: "senior",
        ftePercent: 100,
        hours: [{ weekday: 1, startsAtMinute: 480, endsAtMinute: 1020 }],
        skills: [{ dutyId: "calendar", proficiency: 4 }],
        languages: [{ language: "sv", level: "C2" }],
      },
    },
    executive: null,
    ...overrides,
  };
}

function makeErik(): KnownPerson {
  const record = {
    pool: "Stockholm",
    title: "",
    department: "",
    tier: 1,
    site: "",
    onsite: false,
    duties: [],
    languages: [],
  };
  const executive = { id: "e1", version: 1, isManaged: true, record };
  return { ...makeAnna(), userId: "u2", email: "erik@x.se", name: "Erik Al", assistant: null, executive };
}

function planOf(files: Record<string, string[]>, office = makeOffice()): OfficePlan {
  const headers: Record<string, string> = {
    assistants: ASSISTANTS,
    executives: EXECUTIVES,
    support: SUPPORT,
    absences: ABSENCES,
  };
  const contents = Object.entries(files).map(([file, rows]) => [file, [headers[file], ...rows].join("\n")]);
  const { rows, faults } = readFiles(Object.fromEntries(contents) as OfficeFiles);
  const plan = planOffice(rows, office);
  return { ...plan, faults: [...faults, ...plan.faults] };
}

const codes = (plan: OfficePlan) => plan.faults.map(({ line, column, code }) => [line, column, code]);

const ANNA = "Anna Ek,anna@x.se,Stockholm,HQ,senior,1,Mon,8:00,17:00,calendar:4,sv:C2";
const NOVA = "Nova Lind,nova@x.se,Stockholm,HQ,,1,Mon-Fri,8:00,17:00,,";

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
    if (leaver.assistant) leaver.assistant.leavesOn = day("2026-03-31");
    const office = makeOffice({ people: new Map([leaver, makeErik()].map((one) => [one.email, one])) });
    expect(codes(planOf({ support: ["erik@x.se,anna@x.se,shared,2026-04-01,"] }, office))).toEqual([
      [2, "from", "assistant_leaves_before"],
    ]);
  });

  it("ranks backups in the order of the file, after those that are there", () => {
    const backup = { ...KNOWN, assistantEmail: "old@x.se", role: "backup" as const, rank: 2 };
    const rows = ["erik@x.se,nova@x.se,backup,2026-01-01,", "erik@x.se,anna@x.se,backup,2026-01-01,"];
    const plan = planOf({ assistants: [NOVA], support: rows }, makeOffice({ support: [backup] }));
    expect(plan.support.map((one) => one.wanted.rank)).toEqual([3, 4]);
  });
});

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
  };
  const away = (
    row: string,
    known: Partial<Omit<typeof KNOWN, "status">> & { status?: "requested" | "approved" } = {},
  ) => planOf({ absences: row.split("\n") }, makeOffice({ absences: [{ ...KNOWN, ...known }] }));

  it("that are known are left, moved or approved, and an approval is never taken back", () => {
    expect(away("anna@x.se,vacation,2026-08-17,,2026-08-21,,requested").absences[0]?.columns).toEqual([]);
    const moved = away("anna@x.se,vacation,2026-08-17,am,2026-08-24,am,approved").absences[0];
    expect([moved?.columns, moved?.wanted.approves]).toEqual([["to", "to_part", "status"], true]);
    const kept = away("anna@x.se,vacation,2026-08-17,,2026-08-21,,requested", { status: "approved" });
    expect([kept.absences[0]?.columns, kept.warnings[0]?.code]).toEqual([[], "already_approved"]);
  });

  it("that are reported start approved", () => {
    const plan = planOf({ absences: ["anna@x.se,sick,2026-08-17,pm,2026-08-17,,requested"] });
    expect(plan.absences[0]?.wanted).toMatchObject({
      status: "approved",
      approves: true,
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
