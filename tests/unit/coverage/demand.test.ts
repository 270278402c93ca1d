import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SlotState } from "@/lib/coverage/demand/rules";
import { coverMinutes, ownMinutes } from "@/lib/coverage/demand/rules-duty-minutes";
import { freeAfterCovers, gridOf } from "@/lib/coverage/demand/rules-grid";
import { slotState } from "@/lib/coverage/demand/rules-states";
import type { Office } from "@/lib/coverage/office/rules";
import { day } from "@/lib/time/day";
import { halfDaysFrom } from "@/lib/time/half-day";
import { cases } from "@/tests/support/deep";
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
import { officeFacts, officeOf } from "@/tests/support/random-office";
import { recount, recountFree } from "@/tests/support/recount";

const SHORT = { own: "O", cover: "C", gap: "G", not_needed: "·" } as const;

/** The week of the first executive, morning and afternoon of each day: "OO GG …". */
function weekOf(office: Office): string {
  const states = gridOf(office).rows.get(office.executives[0]?.id ?? "") ?? [];
  return states
    .map(({ status }, i) => SHORT[status] + (i % 2 ? " " : ""))
    .join("")
    .trim();
}

function stateAt(office: Office, on: string, part: "am" | "pm"): SlotState {
  const [executive] = office.executives;
  if (!executive) throw new Error("no executive");
  return slotState(office, executive, { on: day(on), part });
}

const zoe = makeExecutive("zoe", { supports: [makeSupport("ana")] });

describe("who serves an executive", () => {
  it("is the own assistant, on the weekdays and nowhere else", () => {
    expect(weekOf(makeOffice({ assistants: [makeAssistant("ana")], executives: [zoe] }))).toBe(
      "OO OO OO OO OO ·· ··",
    );
  });

  it.each([
    ["a whole day", makeStretch("2026-08-18", "am", "2026-08-18", "pm"), "OO GG OO OO OO ·· ··"],
    ["a morning", makeStretch("2026-08-18", "am", "2026-08-18", "am"), "OO GO OO OO OO ·· ··"],
    ["an afternoon", makeStretch("2026-08-18", "pm", "2026-08-18", "pm"), "OO OG OO OO OO ·· ··"],
    [
      "Tuesday noon to Thursday noon",
      makeStretch("2026-08-18", "pm", "2026-08-20", "am"),
      "OO OG GG GO OO ·· ··",
    ],
    ["more than the week", makeStretch("2026-08-01", "am", "2026-09-01", "pm"), "GG GG GG GG GG ·· ··"],
  ])("is nobody during the own assistant's absence of %s", (_name, stretch, expected) => {
    const ana = makeAssistant("ana", { absences: [{ id: "away", ...stretch }] });
    expect(weekOf(makeOffice({ assistants: [ana], executives: [zoe] }))).toBe(expected);
  });

  it("is nobody on half-days a part-timer does not work", () => {
    const hours = [...makeHours([1, 2]), ...makeHours([3], 480, 720), ...makeHours([4], 780, 1020)];
    const ana = makeAssistant("ana", { hours });
    expect(weekOf(makeOffice({ assistants: [ana], executives: [zoe] }))).toBe("OO OO OG GO GG ·· ··");
    expect(stateAt(makeOffice({ assistants: [ana], executives: [zoe] }), "2026-08-21", "am")).toMatchObject({
      cause: { kind: "hours", assistantId: "ana" },
    });
  });

  it("follows hours that are in force from a day to a day", () => {
    const hours = makeHours().map((h) => ({
      ...h,
      validFrom: day("2026-08-18"),
      validTo: day("2026-08-20"),
    }));
    const ana = makeAssistant("ana", { hours });
    expect(weekOf(makeOffice({ assistants: [ana], executives: [zoe] }))).toBe("GG OO OO OO GG ·· ··");
  });

  it("needs nobody on a day off of the executive's pool, and misses who is off by another pool's calendar", () => {
    const off = new Map([[day("2026-08-19"), "a holiday"]]);
    const ana = makeAssistant("ana", { poolId: "south" });
    const parts = { assistants: [ana], executives: [zoe] };
    expect(weekOf(makeOffice({ ...parts, daysOff: new Map([["north", off]]) }))).toBe("OO OO ·· OO OO ·· ··");
    expect(weekOf(makeOffice({ ...parts, daysOff: new Map([["south", off]]) }))).toBe("OO OO GG OO OO ·· ··");
  });

  it("is nobody where no assistant is named, and the cause says so", () => {
    const office = makeOffice({ executives: [makeExecutive("zoe")] });
    expect(weekOf(office)).toBe("GG GG GG GG GG ·· ··");
    expect(stateAt(office, "2026-08-17", "am")).toMatchObject({
      status: "gap",
      cause: { kind: "unassigned" },
      minutes: 60,
    });
  });

  it("is nobody before the support begins and after it ends", () => {
    const supports = [makeSupport("ana", { from: day("2026-08-18"), to: day("2026-08-20") })];
    const office = makeOffice({
      assistants: [makeAssistant("ana")],
      executives: [makeExecutive("zoe", { supports })],
    });
    expect(weekOf(office)).toBe("GG OO OO OO GG ·· ··");
  });

  it("is the one who shares the executive while the primary is away", () => {
    const supports = [makeSupport("cia", { role: "shared" }), makeSupport("ana")];
    const office = makeOffice({
      assistants: [makeAssistant("ana", { absences: [makeAway("2026-08-18")] }), makeAssistant("cia")],
      executives: [makeExecutive("zoe", { supports })],
    });
    expect(stateAt(office, "2026-08-17", "am")).toMatchObject({ status: "own", assistantId: "ana" });
    expect(stateAt(office, "2026-08-18", "am")).toMatchObject({ status: "own", assistantId: "cia" });
  });

  it("is never a backup without a cover", () => {
    const supports = [makeSupport("ben", { role: "backup" })];
    const office = makeOffice({
      assistants: [makeAssistant("ben")],
      executives: [makeExecutive("zoe", { supports })],
    });
    expect(weekOf(office)).toBe("GG GG GG GG GG ·· ··");
  });

  it("is the own assistant up to and with the last day at work", () => {
    const ana = makeAssistant("ana", { hiredOn: day("2026-08-18"), leavesOn: day("2026-08-20") });
    const office = makeOffice({ assistants: [ana], executives: [zoe] });
    expect(weekOf(office)).toBe("GG OO OO OO GG ·· ··");
    expect(stateAt(office, "2026-08-21", "am")).toMatchObject({
      cause: { kind: "left", assistantId: "ana" },
    });
    expect(stateAt(office, "2026-08-17", "am")).toMatchObject({
      cause: { kind: "hours", assistantId: "ana" },
    });
  });

  it("needs nobody after the executive has left", () => {
    const executive = makeExecutive("zoe", { leavesOn: day("2026-08-19") });
    expect(weekOf(makeOffice({ executives: [executive] }))).toBe("GG GG GG ·· ·· ·· ··");
  });

  it("is the cover from its first half-day to its last, while the cover is at work", () => {
    const covers = [makeOfficeCover("zoe", "ben", makeStretch("2026-08-17", "pm", "2026-08-20", "am"))];
    const ben = makeAssistant("ben", { hours: makeHours([1, 2, 4, 5]) });
    const office = makeOffice({ assistants: [ben], executives: [makeExecutive("zoe")], covers });
    expect(weekOf(office)).toBe("GC CC GG CG GG ·· ··");
  });

  it("is the own assistant even where a cover still stands", () => {
    const covers = [makeOfficeCover("zoe", "ben")];
    const office = makeOffice({
      assistants: [makeAssistant("ana"), makeAssistant("ben")],
      executives: [zoe],
      covers,
    });
    expect(weekOf(office)).toBe("OO OO OO OO OO ·· ··");
  });

  it("needs nobody while all duties can wait, but keeps the own assistant", () => {
    const duties = [makeDuty({ coverLevel: "defer" })];
    const ana = makeAssistant("ana", { absences: [makeAway("2026-08-18")] });
    const office = makeOffice({
      assistants: [ana],
      executives: [makeExecutive("zoe", { duties, supports: [makeSupport("ana")] })],
    });
    expect(weekOf(office)).toBe("OO ·· OO OO OO ·· ··");
  });

  it("needs somebody only in the half of the day the support hours reach into", () => {
    const hours = [...makeHours([1], 480, 720), ...makeHours([2], 780, 1020), ...makeHours([3], 720, 780)];
    expect(weekOf(makeOffice({ executives: [makeExecutive("zoe", { hours })] }))).toBe(
      "G· ·G ·· ·· ·· ·· ··",
    );
  });

  it("agrees with a count made another way, in any office", () => {
    fc.assert(
      fc.property(officeFacts, (facts) => {
        const office = officeOf(facts);
        const halfDays = halfDaysFrom(office.from, office.to);
        const grid = gridOf(office);
        const facesOf = (id: string, i: number) => `${id} ${halfDays[i]?.on}${halfDays[i]?.part}`;
        const counted = [...grid.rows].flatMap(([id, states]) =>
          states.map((state, i) => {
            const open = state.status === "gap" ? state.minutes : 0;
            return [facesOf(id, i), `${state.status} ${open}`] as const;
          }),
        );
        const again = recount(facts);
        const recounted = [...again].map(([key, one]) => [key, `${one.status} ${one.open}`]);
        expect(Object.fromEntries(counted)).toEqual(Object.fromEntries(recounted));
        const free = [...freeAfterCovers(grid)].flatMap(([id, row]) =>
          row.map((minutes, i) => [facesOf(id, i), minutes] as const),
        );
        expect(Object.fromEntries(free)).toEqual(Object.fromEntries(recountFree(facts, again)));
      }),
      { numRuns: cases({ ordinary: 20, deep: 1000 }) },
    );
  });
});

describe("the minutes of an executive", () => {
  it("puts the odd minute in the morning", () => {
    const duties = [makeDuty({ minutesPerDay: 15 }), makeDuty({ minutesPerDay: 1 })];
    expect([ownMinutes(duties, "am"), ownMinutes(duties, "pm")]).toEqual([9, 7]);
  });

  it("asks of a cover the whole, the half, a quarter or nothing of a duty, rounded up", () => {
    const share = (coverLevel: "full" | "core" | "monitor" | "defer") =>
      coverMinutes([makeDuty({ minutesPerDay: 61, coverLevel })], "am");
    expect([share("full"), share("core"), share("monitor"), share("defer")]).toEqual([31, 16, 8, 0]);
  });

  it("never asks more of a cover than of the own assistant, and something wherever anything must go on", () => {
    const duty = fc.record({
      minutesPerDay: fc.integer({ min: 0, max: 1440 }),
      coverLevel: fc.constantFrom("full" as const, "core" as const, "monitor" as const, "defer" as const),
    });
    fc.assert(
      fc.property(fc.array(duty), fc.constantFrom("am" as const, "pm" as const), (rows, part) => {
        const duties = rows.map(makeDuty);
        const minutes = coverMinutes(duties, part);
        expect(minutes).toBeLessThanOrEqual(ownMinutes(duties, part));
        const goesOn = duties.filter((d) => d.coverLevel !== "defer");
        expect(minutes > 0).toBe(ownMinutes(goesOn, part) > 0);
      }),
    );
  });
});
