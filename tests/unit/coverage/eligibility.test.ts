import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ineligibilities, judgeFor } from "@/lib/coverage/candidates/rules-eligibility";
import type {
  Level,
  Office,
  OfficeAssistant,
  OfficeExecutive,
  OfficeRestriction,
} from "@/lib/coverage/office/rules";
import { day } from "@/lib/time/day";
import {
  makeAssistant,
  makeDuty,
  makeExecutive,
  makeOffice,
  makeSupport,
} from "@/tests/support/factories/coverage";
import { DUTIES, officeFacts, officeOf } from "@/tests/support/random-office";

const MONDAY = day("2026-08-17");

function rulesFor(
  assistant: OfficeAssistant,
  executive: OfficeExecutive,
  restrictions: OfficeRestriction[] = [],
) {
  return ineligibilities(makeOffice({ restrictions }), assistant, executive, MONDAY);
}

function misfitOf(office: Office, executive: OfficeExecutive): number {
  return judgeFor(office, executive, MONDAY).misfit(makeAssistant("ben"));
}

describe("who may cover an executive", () => {
  it("is everybody of the pool who can do what is asked", () => {
    expect(rulesFor(makeAssistant("ben"), makeExecutive("zoe"))).toEqual([]);
  });

  it.each([
    [2, [{ rule: "skill", dutyId: "calendar", needed: 3, held: 2 }]],
    [3, []],
    [5, []],
  ])("with proficiency %i where 3 is needed", (held, expected) => {
    const ben = makeAssistant("ben", { skills: new Map([["calendar", held]]) });
    expect(rulesFor(ben, makeExecutive("zoe"))).toEqual(expected);
  });

  it("names each missing skill, and holds none as 0", () => {
    const duties = [makeDuty({ dutyId: "travel", minProficiency: 1 }), makeDuty({ minProficiency: 5 })];
    expect(rulesFor(makeAssistant("ben"), makeExecutive("zoe", { duties }))).toEqual([
      { rule: "skill", dutyId: "travel", needed: 1, held: 0 },
      { rule: "skill", dutyId: "calendar", needed: 5, held: 4 },
    ]);
  });

  it("asks no skill for what can wait or takes no time", () => {
    const duties = [
      makeDuty({ dutyId: "travel", coverLevel: "defer" }),
      makeDuty({ dutyId: "research", minutesPerDay: 0 }),
    ];
    expect(rulesFor(makeAssistant("ben"), makeExecutive("zoe", { duties }))).toEqual([]);
  });

  it.each<[Level | null, Level | null, boolean]>([
    ["B2", "B2", true],
    ["C1", "B2", true],
    ["B1", "B2", false],
    ["A2", "B1", false],
    ["C2", "A1", true],
    [null, "A1", false],
    [null, null, false],
    ["A1", null, true],
  ])("with %s of a language where %s is needed: %s", (held, needed, isEligible) => {
    const ben = makeAssistant("ben", { languages: new Map(held ? [["de", held]] : []) });
    const zoe = makeExecutive("zoe", { languages: new Map([["de", needed]]) });
    expect(rulesFor(ben, zoe)).toEqual(
      isEligible ? [] : [{ rule: "language", language: "de", needed, held }],
    );
  });

  it("is at the executive's site only where presence is asked for", () => {
    const ben = makeAssistant("ben", { site: "Annex" });
    expect(rulesFor(ben, makeExecutive("zoe", { onsite: true }))).toEqual([{ rule: "site", site: "HQ" }]);
    expect(rulesFor(ben, makeExecutive("zoe", { onsite: false }))).toEqual([]);
  });

  it("is of the same pool", () => {
    expect(rulesFor(makeAssistant("ben", { poolId: "south" }), makeExecutive("zoe"))).toEqual([
      { rule: "other_pool" },
    ]);
  });

  it.each([
    ["without end", null, true],
    ["to that very day", MONDAY, true],
    ["that ended the day before", day("2026-08-16"), false],
  ])("is nobody under a restriction %s, and only 'not available' is said", (_name, expiresOn, isBarred) => {
    const hard = { assistantId: "ben", executiveId: "zoe", kind: "hard" as const, expiresOn };
    const rules = rulesFor(makeAssistant("ben"), makeExecutive("zoe"), [hard]);
    expect(rules).toEqual(isBarred ? [{ rule: "not_available" }] : []);
    expect(JSON.stringify(rules)).not.toMatch(/restrict|hard|expires/i);
  });

  it("is not touched by a restriction of another pair, or a soft one, which only costs", () => {
    const pair = { assistantId: "ben", executiveId: "zoe", expiresOn: null };
    const restrictions = [
      { ...pair, executiveId: "bo", kind: "hard" as const },
      { ...pair, assistantId: "cia", kind: "hard" as const },
      { ...pair, kind: "soft" as const },
    ];
    const [ben, zoe] = [makeAssistant("ben"), makeExecutive("zoe")];
    expect(rulesFor(ben, zoe, restrictions)).toEqual([]);
    const misfit = misfitOf(makeOffice(), zoe);
    expect(misfitOf(makeOffice({ restrictions }), zoe)).toBe(misfit + 300);
  });
});

describe("how well they fit", () => {
  it("counts a named backup only while the naming is in force", () => {
    const zoe = (to: string) =>
      makeExecutive("zoe", { supports: [makeSupport("ben", { role: "backup", to: day(to) })] });
    const stranger = misfitOf(makeOffice(), makeExecutive("zoe"));
    expect(misfitOf(makeOffice(), zoe("2026-08-17"))).toBeLessThan(stranger);
    expect(misfitOf(makeOffice(), zoe("2026-08-16"))).toBe(stranger);
  });

  it("prefers who covered the executive before", () => {
    const zoe = makeExecutive("zoe");
    const knows = makeOffice({ history: new Map([["ben zoe", 1]]) });
    expect(misfitOf(knows, zoe)).toBeLessThan(misfitOf(makeOffice(), zoe));
  });
});

describe("a judge of many people", () => {
  it("finds those eligible whom no rule keeps away, for any office, day and duties", () => {
    const asked = fc.record({
      facts: officeFacts,
      on: fc.constantFrom(day("2026-08-17"), day("2026-08-24"), day("2026-08-30")),
      dutyIds: fc.constantFrom([], [DUTIES[0]], [...DUTIES]),
    });
    fc.assert(
      fc.property(asked, ({ facts, on, dutyIds }) => {
        const office = officeOf(facts);
        for (const executive of office.executives) {
          const { isEligible } = judgeFor(office, executive, on, dutyIds);
          for (const assistant of office.assistants.values())
            expect(isEligible(assistant)).toBe(
              ineligibilities(office, assistant, executive, on, dutyIds).length === 0,
            );
        }
      }),
    );
  });
});
