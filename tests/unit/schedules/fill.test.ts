import { describe, expect, it } from "vitest";
import { factsOfQuestion } from "@/lib/schedules/fills/rules-facts";
import { looseKey } from "@/lib/schedules/fills/rules-planned";
import { fillDocument } from "@/lib/schedules/fills/rules-problem";
import { readFillProblem } from "@/lib/schedules/fills/rules-read";
import { shapesOf, sharedDays } from "@/lib/schedules/fills/rules-shapes";
import type { DemandWindow } from "@/lib/schedules/week/rules-demand";
import type { Roster, RosterMember } from "@/lib/schedules/week/rules-roster";
import { addDays, type Day, day } from "@/lib/time/day";
import { isoWeekOf } from "@/lib/time/iso-week";
import {
  makeRosterPerson,
  makeRosterRules,
  makeShift,
  PHONES,
  SUPPORT,
} from "@/tests/support/factories/schedules";

const OFFICE_HOURS = { startMinute: 480, endMinute: 1_020 };
const need = (on: Day, startMinute: number, endMinute: number) => ({
  ...{ roleId: PHONES, on, startMinute, endMinute, needed: 1, there: 0, published: 0 },
});

function makeRoster(monday: Day, overrides: Partial<Roster> = {}): Roster {
  const usualHours = new Map([0, 1, 2, 3, 4].map((after) => [addDays(monday, after), OFFICE_HOURS]));
  const person: RosterMember = {
    ...makeRosterPerson({ skills: new Map([["calendar", 5]]) }),
    ...{ userId: "u", name: "Ana", ftePercent: 100, site: "", usualHours },
  };
  const window: DemandWindow = {
    ...{ roleId: PHONES, weekday: 1, on: null, startMinute: 540, endMinute: 720, headcount: 1 },
    ...{ validFrom: day("2000-01-01"), validTo: null },
  };
  const role = { dutyId: null, minProficiency: 1, isUnloved: false, isRetired: false, version: 1 };
  return {
    pool: { id: "pool", name: "Stockholm", timeZone: "Europe/Stockholm" },
    week: isoWeekOf(monday),
    monday,
    version: 1,
    people: [person],
    shifts: [],
    overrides: [],
    roles: [
      { ...role, id: SUPPORT, nameEn: "Support", nameSv: "Stöd", isWithExecutives: true },
      {
        ...role,
        id: PHONES,
        nameEn: "Phones",
        nameSv: "Telefon",
        isWithExecutives: false,
        dutyId: "calendar",
      },
    ],
    demand: [window],
    rules: makeRosterRules(),
    ...overrides,
  };
}

const ask = (weeks: readonly Roster[]) => ({
  weeks,
  from: weeks[0]?.monday as Day,
  to: addDays(weeks.at(-1)?.monday as Day, 6),
  templates: [],
  turns: new Map<string, number>(),
});

describe("the question of a fill", () => {
  it("counts minutes that really elapse, over a change of clocks too", () => {
    const [first, second] = [day("2026-10-19"), day("2026-10-26")];
    const { document } = fillDocument(ask([makeRoster(first), makeRoster(second)]));
    expect(document.demand.map(({ from }) => from)).toEqual([540, 7 * 1_440 + 60 + 540]);
  });

  it("is the same whatever comes after it, and another once anything else is", () => {
    const monday = day("2026-08-17");
    const facts = (overrides: Partial<Roster>) =>
      JSON.stringify(factsOfQuestion(ask([makeRoster(monday, overrides)])));
    const shift = makeShift({ id: "d", ...OFFICE_HOURS });
    const before = facts({ shifts: [shift] });
    expect(
      facts({
        version: 9,
        shifts: [
          { ...shift, version: 2 },
          { ...shift, id: "e", on: addDays(monday, 7) },
        ],
      }),
    ).toBe(before);
    expect(facts({ shifts: [{ ...shift, endMinute: 960 }] })).not.toBe(before);
    expect(
      facts({ shifts: [shift], rules: makeRosterRules({ daysOff: new Map([[monday, "Monday"]]) }) }),
    ).not.toBe(before);
  });

  it("keeps a published shift where it is, and lets a drafted day with executives be shared", () => {
    const monday = day("2026-08-17");
    const draft = makeShift({ id: "d", ...OFFICE_HOURS });
    const published = fillDocument(
      ask([makeRoster(monday, { shifts: [{ ...draft, status: "published" }] })]),
    );
    expect(published.document.pinned).toHaveLength(1);
    const drafted = fillDocument(ask([makeRoster(monday, { shifts: [draft] })]));
    expect(drafted.document.pinned).toEqual([]);
    expect(drafted.loose.get(looseKey("ana", monday))).toEqual(draft);
    const options = drafted.document.people[0]?.options?.filter(({ shift }) => shift.includes(monday)) ?? [];
    expect(options.length).toBeGreaterThan(1);
  });

  it("leaves alone whoever works what no rule allows", () => {
    const monday = day("2026-08-17");
    const late = {
      ...makeShift({ id: "l", startMinute: 900, endMinute: 1_380 }),
      status: "published" as const,
    };
    const early = { ...late, id: "e", on: addDays(monday, 1), startMinute: 360, endMinute: 600 };
    const { document } = fillDocument(ask([makeRoster(monday, { shifts: [late, early] })]));
    const [person] = readFillProblem(document).people;
    expect(person).toMatchObject({
      rest: 0,
      options: [{ shift: "kept ana 2026-08-17" }, { shift: "kept ana 2026-08-18" }],
    });
  });
});

describe("the shifts worth trying", () => {
  const on = day("2026-08-17");
  it("are whole days in a role, and what lies in the person's hours of a need", () => {
    const usual = { startMinute: 600, endMinute: 1_020 };
    const shapes = shapesOf({ on, usual, needs: [need(on, 540, 780)], templates: [], withExecutives: null });
    expect(shapes.map(({ startMinute, endMinute }) => [startMinute, endMinute])).toEqual([
      [600, 1_020],
      [600, 1_020],
      [600, 780],
      [600, 720],
      [720, 780],
    ]);
  });

  it("move the break of a shared day behind a part that lies over it", () => {
    const dayOff = {
      ...makeShift({ id: "d", ...OFFICE_HOURS }),
      work: [{ ...OFFICE_HOURS, roleId: SUPPORT }],
    };
    const [shared] = sharedDays(dayOff, [need(on, 720, 780)]);
    expect(shared).toMatchObject({
      breakStartMinute: 780,
      work: [
        { roleId: SUPPORT, startMinute: 480, endMinute: 720 },
        { roleId: PHONES, startMinute: 720, endMinute: 780 },
        { roleId: SUPPORT, startMinute: 780, endMinute: 1_020 },
      ],
    });
  });
});
