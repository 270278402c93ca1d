import { describe, expect, it } from "vitest";
import { executivesOn, leadingDay, stateOn } from "@/app/assistant/week/_components/week-days";
import type { WeekDay, WeekExecutive, WeekPart } from "@/lib/coverage/serving/queries-week";
import { addDays, day, weekdayOf } from "@/lib/time/day";

const MONDAY = day("2026-08-17");
const HOURS = { startsAtMinute: 480, endsAtMinute: 1020 };

function executive(name: string, parts: Partial<WeekExecutive> = {}): WeekExecutive {
  const none = { coverFor: null, until: null, window: null, dutyIds: [] };
  return { executiveId: name, name, title: "", kind: "own", minutes: 60, ...none, ...parts };
}

function dayWith(on: number, parts: Partial<WeekDay> = {}, am: Partial<WeekPart> = {}, pm = am): WeekDay {
  const half = (part: "am" | "pm", some: Partial<WeekPart>): WeekPart => ({
    part,
    state: "work",
    awayHours: [],
    executives: [],
    coveredByOthers: [],
    ...some,
  });
  const date = addDays(MONDAY, on);
  const hours = weekdayOf(date) <= 5 ? HOURS : null;
  return {
    on: date,
    holiday: null,
    isRemote: false,
    hours,
    parts: [half("am", am), half("pm", pm)],
    ...parts,
  };
}

const WEEKS = Array.from({ length: 14 }, (_, on) => dayWith(on));
const mine = (today: number, days = WEEKS) => ({
  week: "2026-W34" as const,
  today: addDays(MONDAY, today),
  minute: 600,
  days,
  dutyNames: {},
});

describe("the day my week opens with", () => {
  it("is today, also when it is not worked", () => {
    expect(leadingDay(mine(2) as never)?.on).toBe(addDays(MONDAY, 2));
    const days = WEEKS.map((one, i) => (i === 2 ? { ...one, hours: null } : one));
    expect(leadingDay(mine(2, days) as never)?.on).toBe(addDays(MONDAY, 2));
  });

  it("is the coming Monday on a weekend that is free, and today on one that is worked", () => {
    expect(leadingDay(mine(5) as never)?.on).toBe(addDays(MONDAY, 7));
    const days = WEEKS.map((one, i) => (i === 6 ? { ...one, hours: HOURS } : one));
    expect(leadingDay(mine(6, days) as never)?.on).toBe(addDays(MONDAY, 6));
  });

  it("is none in a week without today", () => {
    expect(leadingDay(mine(-7) as never)).toBeNull();
  });
});

describe("the executives of a day", () => {
  it("are named once where both halves are alike, own ones first", () => {
    const own = executive("Bo");
    const cover = executive("Ada", { kind: "cover", coverFor: "Cia" });
    const found = executivesOn(dayWith(0, {}, { executives: [cover, own] }, { executives: [own] }));
    expect(found.map(({ name, part }) => [name, part])).toEqual([
      ["Bo", "all"],
      ["Ada", "am"],
    ]);
  });
});

describe("how a day is worked", () => {
  it.each([
    ["work", {}, {}, {}],
    ["away", {}, { state: "away" }, { state: "away" }],
    ["away", {}, { state: "away" }, { state: "off" }],
    ["partly_away", {}, { state: "away" }, {}],
    ["partly_away", {}, { awayHours: [{ startMinute: 600, endMinute: 660 }] }, {}],
    ["not_working", { hours: null }, { state: "off" }, { state: "off" }],
    ["day_off", { holiday: "Midsummer Eve", hours: null }, { state: "off" }, { state: "off" }],
  ] as const)("is %s", (state, parts, am, pm) => {
    expect(stateOn(dayWith(0, parts as never, am as never, pm as never))).toBe(state);
  });
});
