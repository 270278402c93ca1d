import { describe, expect, it } from "vitest";
import { factsOfQuestion } from "@/lib/schedules/fills/rules-facts";
import { looseKey } from "@/lib/schedules/fills/rules-planned";
import { fillDocument } from "@/lib/schedules/fills/rules-problem";
import { readFillProblem } from "@/lib/schedules/fills/rules-read";
import { shapesOf, sharedDays } from "@/lib/schedules/fills/rules-shapes";
import type { Roster } from "@/lib/schedules/week/rules-roster";
import { addDays, type Day, day } from "@/lib/time/day";
import { makeRosterRules, makeShift, PHONES, SUPPORT } from "@/tests/support/factories/schedules";
import { makeFillQuestion, makeRoster } from "@/tests/support/fill-questions";

const OFFICE_HOURS = { startMinute: 480, endMinute: 1_020 };
const need = (on: Day, startMinute: number, endMinute: number) => ({
  ...{ roleId: PHONES, on, startMinute, endMinute, needed: 1, there: 0, published: 0 },
});

describe("the question of a fill", () => {
  it("counts minutes that really elapse, over a change of clocks too", () => {
    const [first, second] = [day("2026-10-19"), day("2026-10-26")];
    const { document } = fillDocument(makeFillQuestion([makeRoster(first), makeRoster(second)]));
    expect(document.demand.map(({ from }) => from)).toEqual([540, 7 * 1_440 + 60 + 540]);
  });

  it("is the same whatever comes after it, and another once anything else is", () => {
    const monday = day("2026-08-17");
    const facts = (overrides: Partial<Roster>) =>
      JSON.stringify(factsOfQuestion(makeFillQuestion([makeRoster(monday, overrides)])));
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
      makeFillQuestion([makeRoster(monday, { shifts: [{ ...draft, status: "published" }] })]),
    );
    expect(published.document.pinned).toHaveLength(1);
    const drafted = fillDocument(makeFillQuestion([makeRoster(monday, { shifts: [draft] })]));
    expect(drafted.document.pinned).toEqual([]);
    expect(drafted.loose.get(looseKey("ana", monday))).toEqual(draft);
    const options = drafted.document.people[0]?.options?.filter(({ shift }) => shift.includes(monday)) ?? [];
    expect(options.length).toBeGreaterThan(1);
    const locked = makeRoster(monday, { shifts: [{ ...draft, isLocked: true }] });
    expect(fillDocument(makeFillQuestion([locked])).document.pinned).toHaveLength(1);
  });

  it("leaves alone whoever works what no rule allows", () => {
    const monday = day("2026-08-17");
    const late = {
      ...makeShift({ id: "l", startMinute: 900, endMinute: 1_380 }),
      status: "published" as const,
    };
    const early = { ...late, id: "e", on: addDays(monday, 1), startMinute: 360, endMinute: 600 };
    const { document } = fillDocument(makeFillQuestion([makeRoster(monday, { shifts: [late, early] })]));
    const { problem, contradictions } = readFillProblem(document);
    const [person] = problem.people;
    expect(person).toMatchObject({
      rest: 0,
      options: [{ shift: "kept ana 2026-08-17" }, { shift: "kept ana 2026-08-18" }],
    });
    expect(contradictions).toEqual([{ personId: "ana", rule: "rest", days: [0, 1] }]);
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
