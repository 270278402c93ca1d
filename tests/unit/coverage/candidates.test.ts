import { describe, expect, it } from "vitest";
import { candidatesFor } from "@/lib/coverage/candidates/rules";
import { benchOf } from "@/lib/coverage/candidates/rules-bench";
import { freeAfterCovers, gridOf } from "@/lib/coverage/demand/rules-grid";
import type { OfficeAssistant } from "@/lib/coverage/office/rules";
import { type Day, day, weekdayOf } from "@/lib/time/day";
import {
  makeAssistant,
  makeAway,
  makeDuty,
  makeExecutive,
  makeHours,
  makeOffice,
  makeOfficeCover,
  makeStretch,
  makeSupport,
} from "@/tests/support/factories/coverage";

const WEEK = makeStretch("2026-08-17", "am", "2026-08-21", "pm");
const TUESDAY = makeStretch("2026-08-18", "am", "2026-08-18", "pm");

const ana = makeAssistant("ana", { absences: [makeAway("2026-08-17", "2026-08-21")] });
const zoe = makeExecutive("zoe", { supports: [makeSupport("ana")] });

function candidates(others: OfficeAssistant[], stretch = WEEK, more: Parameters<typeof makeOffice>[0] = {}) {
  const office = makeOffice({ assistants: [ana, ...others], executives: [zoe], ...more });
  return candidatesFor(gridOf(office), "zoe", stretch);
}

const stateOf = (rows: ReturnType<typeof candidates>, id: string) =>
  rows.find((row) => row.assistantId === id);

const isWeekday = (on: Day) => weekdayOf(on) <= 5;

describe("the people to choose from", () => {
  it("are ranked: who covers now, who is free by fit, then the others with the reason", () => {
    const rows = candidates(
      [
        makeAssistant("off", { hours: makeHours([6]) }),
        makeAssistant("unskilled", { skills: new Map() }),
        makeAssistant("free"),
        makeAssistant("expert", { skills: new Map([["calendar", 5]]) }),
        makeAssistant("full", { hours: makeHours([1, 2, 3, 4, 5], 480, 500) }),
        makeAssistant("covering"),
      ],
      TUESDAY,
      { covers: [makeOfficeCover("zoe", "covering", TUESDAY)] },
    );
    expect(rows.map((row) => `${row.assistantId}: ${row.state}`)).toEqual([
      "covering: covering",
      "expert: free",
      "free: free",
      "full: full",
      "off: not_at_work",
      "ana: away",
      "unskilled: ineligible",
    ]);
  });

  it("say how many of the needed half-days each could take", () => {
    const rows = candidates([makeAssistant("ben", { hours: makeHours([1, 2]) }), makeAssistant("cia")]);
    expect(stateOf(rows, "ben")).toMatchObject({ state: "not_at_work", freeHalfDays: 4, neededHalfDays: 10 });
    expect(stateOf(rows, "cia")).toMatchObject({ state: "free", freeHalfDays: 10, neededHalfDays: 10 });
  });

  it("leave out half-days the own assistant serves, and people of other pools", () => {
    const rows = candidates([makeAssistant("ben"), makeAssistant("sue", { poolId: "south" })], WEEK, {
      assistants: [{ ...ana, absences: [makeAway("2026-08-18")] }, makeAssistant("sue", { poolId: "south" })],
    });
    expect(rows.map((row) => [row.assistantId, row.neededHalfDays])).toEqual([["ana", 2]]);
  });

  it("count the time that own executives and other covers take", () => {
    const bo = makeExecutive("bo", {
      duties: [makeDuty({ minutesPerDay: 240 })],
      supports: [makeSupport("ben")],
    });
    const eva = makeExecutive("eva", { duties: [makeDuty({ minutesPerDay: 200 })] });
    const more = { executives: [zoe, bo, eva] };
    const covers = [makeOfficeCover("eva", "ben", TUESDAY)];
    expect(stateOf(candidates([makeAssistant("ben")], TUESDAY, more), "ben")?.state).toBe("free");
    expect(stateOf(candidates([makeAssistant("ben")], TUESDAY, { ...more, covers }), "ben")?.state).toBe(
      "full",
    );
  });

  it("are nobody for an executive who is not on the board", () => {
    expect(candidatesFor(gridOf(makeOffice({ assistants: [ana] })), "zoe", WEEK)).toEqual([]);
  });

  it("never say why somebody is away", () => {
    expect(JSON.stringify(candidates([]))).not.toMatch(/absence|vacation|sick/);
  });
});

describe("the bench", () => {
  it("shows the pool's people by free half-days, an hour or more each", () => {
    const bo = makeExecutive("bo", {
      duties: [makeDuty({ minutesPerDay: 360 })],
      supports: [makeSupport("ben")],
    });
    const eva = makeExecutive("eva", {
      duties: [makeDuty({ minutesPerDay: 362 })],
      supports: [makeSupport("eli")],
    });
    const office = makeOffice({
      assistants: [
        ana,
        makeAssistant("ben"),
        makeAssistant("eli"),
        makeAssistant("cia", { hours: makeHours([1], 480, 720) }),
        makeAssistant("sue", { poolId: "south" }),
      ],
      executives: [zoe, bo, eva],
    });
    const grid = gridOf(office);
    const bench = (today: string) =>
      benchOf(grid, "north", freeAfterCovers(grid), { today: day(today), isWorkingDay: isWeekday });
    const monday = bench("2026-08-17");
    expect(monday.people.map((person) => [person.id, person.freeHalfDays, person.isFreeToday])).toEqual([
      ["ben", 10, true],
      ["cia", 1, true],
    ]);
    expect(monday.people[1]?.halfDays.slice(0, 3)).toEqual(["free", "off", "off"]);
    const tuesday = bench("2026-08-18");
    expect(tuesday.people.map((person) => [person.id, person.freeHalfDays])).toEqual([["ben", 8]]);
    expect(tuesday.people[0]?.halfDays.slice(0, 3)).toEqual(["over", "over", "free"]);
  });

  it("names who is away from now on with the day they are back, and who could be lent", () => {
    const office = makeOffice({
      assistants: [
        makeAssistant("ana", { absences: [makeAway("2026-08-18", "2026-08-21")] }),
        makeAssistant("ben", { absences: [makeAway("2026-08-17", "2026-08-26")] }),
        makeAssistant("sue", { poolId: "south" }),
      ],
      executives: [],
      lending: new Map([["north", new Set(["south"])]]),
      poolNames: new Map([["south", "South"]]),
    });
    const grid = gridOf(office);
    const bench = (today: string) =>
      benchOf(grid, "north", freeAfterCovers(grid), { today: day(today), isWorkingDay: isWeekday });
    expect(bench("2026-08-17").away).toEqual([{ id: "ben", name: "ben", backOn: "2026-08-27" }]);
    expect(bench("2026-08-19").away.map(({ id, backOn }) => [id, backOn])).toEqual([
      ["ana", "2026-08-24"],
      ["ben", "2026-08-27"],
    ]);
    expect(bench("2026-08-19").lenders).toEqual([{ poolId: "south", name: "South", free: 1 }]);
  });
});
