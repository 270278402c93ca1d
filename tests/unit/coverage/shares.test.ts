import { describe, expect, it } from "vitest";
import { familiarityPercent, neededMinutes } from "@/lib/coverage/candidates/rules-familiarity";
import { isDifficultExecutive, workloadsOf } from "@/lib/coverage/candidates/rules-workload";
import { freeMinutes, gridOf } from "@/lib/coverage/demand/rules-grid";
import { bestSplit } from "@/lib/coverage/plans/rules-duty-groups";
import { problemOf } from "@/lib/coverage/plans/rules-problem";
import { halfDayAt } from "@/lib/time/half-day";
import {
  makeAssistant,
  makeAway,
  makeDuty,
  makeExecutive,
  makeHours,
  makeOffice,
  makeSupport,
} from "@/tests/support/factories/coverage";

const duty = (dutyId: string, minutesPerDay = 60) => makeDuty({ dutyId, minutesPerDay });
const knows = (id: string, ...duties: string[]) =>
  makeAssistant(id, { skills: new Map(duties.map((one) => [one, 4])) });

describe("how long a person needs", () => {
  const zoe = makeExecutive("zoe", { supports: [makeSupport("ben", { role: "backup" })] });
  const percentAfter = (halfDays: number, who = "cia", formerly: string[] = []) => {
    const history = new Map([[`${who} zoe`, halfDays]]);
    return familiarityPercent(
      makeOffice({ executives: [zoe], history, formerly: new Set(formerly) }),
      who,
      zoe,
    );
  };

  it("falls evenly from a quarter more to nothing more over ten half-days", () => {
    expect([0, 1, 2, 5, 9, 10, 40].map((n) => percentAfter(n))).toEqual([125, 123, 120, 113, 103, 100, 100]);
  });

  it("starts lower for backups and whoever was the executive's own, and ends as low", () => {
    expect([0, 7, 10].map((n) => percentAfter(n, "ben"))).toEqual([110, 108, 100]);
    expect(percentAfter(0, "cia", ["cia zoe"])).toBe(110);
  });

  it("is rounded up", () => {
    expect(neededMinutes(makeOffice({ executives: [zoe] }), "cia", zoe, 61)).toBe(77);
  });
});

describe("dividing duties between two", () => {
  const executive = makeExecutive("zoe", {
    duties: [duty("calendar", 120), duty("phones"), duty("travel")],
    supports: [makeSupport("ana")],
  });
  const ana = makeAssistant("ana", { absences: [makeAway("2026-08-18")] });

  function splitAmong(...people: ReturnType<typeof makeAssistant>[]) {
    const grid = gridOf(makeOffice({ assistants: [ana, ...people], executives: [executive] }));
    const needs = [2, 3].map((position) => ({
      position,
      at: grid.halfDays[position] ?? halfDayAt(0),
      window: null,
    }));
    return bestSplit(grid, executive, ["calendar", "phones", "travel"], needs, freeMinutes(grid));
  }

  it("happens only where nobody can do all, and two can", () => {
    expect(splitAmong(knows("ben", "calendar", "phones"), knows("cia", "travel"))).toEqual({
      groups: [["calendar", "phones"], ["travel"]],
      positions: [2, 3],
    });
    expect(splitAmong(knows("ben", "calendar", "phones", "travel"), knows("cia", "travel"))).toBeNull();
    expect(splitAmong(knows("ben", "calendar", "phones"), knows("cia", "phones"))).toBeNull();
  });

  it("prefers more half-days, then more candidates", () => {
    const morning = { hours: makeHours([1, 2, 3, 4, 5], 480, 720) };
    const early = { ...knows("cia", "phones", "travel"), ...morning };
    expect(splitAmong(knows("ben", "calendar", "phones"), early, knows("dan", "travel"))?.groups).toEqual([
      ["calendar", "phones"],
      ["travel"],
    ]);
    expect(
      splitAmong(knows("ben", "calendar"), knows("cia", "phones", "travel"), knows("dan", "calendar")),
    ).toMatchObject({ groups: [["calendar"], ["phones", "travel"]] });
  });

  it("is for two people, never for one twice", () => {
    const busy = makeExecutive("bo", { duties: [duty("filing", 300)], supports: [makeSupport("ben")] });
    const ben = knows("ben", "calendar", "phones", "travel", "filing");
    const split = (...others: ReturnType<typeof makeAssistant>[]) =>
      problemOf(
        gridOf(makeOffice({ assistants: [ana, ben, ...others], executives: [executive, busy] })),
        "north",
      ).problem.episodes.map((episode) => episode.id);
    expect(split()).toEqual(["zoe/away"]);
    expect(split(knows("cia", "travel"))).toEqual(["zoe/away"]);
    expect(split(knows("cia", "phones", "travel"))).toEqual(["zoe/away/calendar", "zoe/away/phones+travel"]);
  });
});

describe("who carried how much", () => {
  const carried = (minutes: number) => ({ minutes, halfDays: minutes / 60, fridays: 1, difficult: 0 });

  it("is compared by hours at work, most for one's hours first", () => {
    const workloads = workloadsOf([
      { id: "full", availableMinutes: 6000, carried: carried(240) },
      { id: "half", availableMinutes: 3000, carried: carried(180) },
      { id: "gone", availableMinutes: 0, carried: carried(0) },
    ]);
    expect(workloads.map(({ id, minutesPerHour }) => [id, minutesPerHour])).toEqual([
      ["half", 3.6],
      ["full", 2.4],
      ["gone", 0],
    ]);
    expect(workloads.map(({ average }) => average.minutes)).toEqual([140, 280, 0]);
    expect(workloads[0]?.average).toMatchObject({ halfDays: 2.3, fridays: 1 });
  });

  it("calls the executives of the two highest tiers difficult", () => {
    expect([3, 4, 5].map((tier) => isDifficultExecutive({ tier }))).toEqual([false, true, true]);
  });

  it("leaves less to expect of whoever carried more, and never less than nothing", () => {
    const zoe = makeExecutive("zoe", { supports: [makeSupport("ana")] });
    const expectedOf = (minutes: number) => {
      const office = makeOffice({
        assistants: [ana(), makeAssistant("ben"), makeAssistant("cia")],
        executives: [zoe],
        carried: new Map([["ben", minutes]]),
      });
      const { assistants } = problemOf(gridOf(office), "north").problem;
      return Object.fromEntries(assistants.map(({ id, expected }) => [id, expected]));
    };
    const ana = () => makeAssistant("ana", { absences: [makeAway("2026-08-18")] });
    expect(expectedOf(0)).toEqual({ ana: 42, ben: 70, cia: 70 });
    expect(expectedOf(100)).toMatchObject({ ben: 27, cia: 127 });
    expect(expectedOf(10_000).ben).toBe(0);
  });
});
