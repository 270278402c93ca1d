import { describe, expect, it } from "vitest";
import { DEFAULT_POLICY } from "@/lib/schedules/setup/rules";
import type { PlannedShift } from "@/lib/schedules/week/rules";
import { findingsOf } from "@/lib/schedules/week/rules-findings";
import type { GivenOverride } from "@/lib/schedules/week/rules-findings-kinds";
import type { RosterPerson } from "@/lib/schedules/week/rules-person";
import { addDays, day } from "@/lib/time/day";
import { wholeHalves } from "@/lib/time/stretch";
import { makeRosterPerson, makeRosterRules, makeShift, PHONES } from "@/tests/support/factories/schedules";

const MONDAY = day("2026-08-17");

function found(shifts: PlannedShift[], person: Partial<RosterPerson> = {}, rules = makeRosterRules()) {
  return findingsOf(makeRosterPerson(person), shifts, MONDAY, rules).map(
    ({ rule, kind, shiftId }) => `${rule} ${kind} ${shiftId}`,
  );
}

const long = (id: string, on: string, startMinute: number, endMinute: number) =>
  makeShift({
    id,
    on: day(on),
    startMinute,
    endMinute,
    breakMinutes: 60,
    breakStartMinute: startMinute + 240,
  });

describe("what is found of shifts", () => {
  it("is nothing where shifts touch", () => {
    const shifts = [makeShift({ id: "a" }), makeShift({ id: "b", startMinute: 720, endMinute: 960 })];
    expect(found(shifts)).toEqual([]);
  });

  it("is an overlap of the last draft", () => {
    const shifts = [
      makeShift({ id: "a", status: "published" }),
      makeShift({ id: "b", startMinute: 700, endMinute: 900 }),
    ];
    expect(found(shifts)).toEqual(["overlap refused b"]);
  });

  it("is the third shift of a day too", () => {
    const shifts = [
      makeShift({ id: "a" }),
      makeShift({ id: "b", startMinute: 720, endMinute: 840 }),
      makeShift({ id: "c", startMinute: 600, endMinute: 660 }),
    ];
    expect(found(shifts)).toEqual(["overlap refused c"]);
  });

  it("is time that is off by approved leave, and a note for what is asked for", () => {
    const range = { from: MONDAY, fromPart: "am", to: MONDAY, toPart: "am" } as const;
    const away = { ...wholeHalves(range), isApproved: true };
    expect(found([makeShift({ id: "a" })], { absences: [away] })).toEqual(["away refused a"]);
    expect(found([makeShift({ id: "a" })], { absences: [{ ...away, isApproved: false }] })).toEqual([
      "leave_requested note a",
    ]);
  });

  it("is the third day in a row that ends late, where it is a draft", () => {
    const late = (id: string, on: string, status: "draft" | "published" = "draft") => ({
      ...long(id, on, 600, 1080),
      status,
    });
    const two = [late("a", "2026-08-17", "published"), late("b", "2026-08-18", "published")];
    expect(found([...two, late("c", "2026-08-19")])).toEqual(["late_again note c"]);
    expect(found([...two, late("c", "2026-08-19", "published")])).toEqual([]);
    expect(found([...two, long("c", "2026-08-19", 480, 1020)])).toEqual([]);
    expect(found([late("z", "2026-08-14"), late("a", "2026-08-17"), late("b", "2026-08-18")])).toEqual([
      "late_again note b",
    ]);
  });

  it("is a drafted week under the contract, where the published week replaces the pattern", () => {
    const rules = makeRosterRules({ policy: { ...DEFAULT_POLICY, replacesPattern: true } });
    const shifts = [makeShift({ id: "a" })];
    expect(found(shifts, { contractMinutes: 2400 }, rules)).toEqual(["under_contract note a"]);
    expect(found(shifts, { contractMinutes: 240 }, rules)).toEqual([]);
    expect(found([makeShift({ id: "a", status: "published" })], { contractMinutes: 2400 }, rules)).toEqual(
      [],
    );
    expect(found(shifts, { contractMinutes: 2400 })).toEqual([]);
  });

  it("is a day before hiring or after leaving", () => {
    expect(found([makeShift({ id: "a" })], { hiredOn: day("2026-08-18") })).toEqual([
      "not_employed refused a",
    ]);
    expect(found([makeShift({ id: "a" })], { leavesOn: day("2026-08-16") })).toEqual([
      "not_employed refused a",
    ]);
  });

  it("is rest too short, with its minutes", () => {
    const shifts = [long("late", "2026-08-17", 780, 1290), long("early", "2026-08-18", 420, 930)];
    const [finding] = findingsOf(makeRosterPerson(), shifts, MONDAY, makeRosterRules());
    expect(finding).toMatchObject({ rule: "rest", shiftId: "early", details: { is: 570, limit: 660 } });
  });

  it("is rest that only seems long enough when clocks go forward", () => {
    const monday = day("2026-03-23");
    const shifts = [long("late", "2026-03-28", 780, 1290), long("early", "2026-03-29", 510, 900)];
    const rules = findingsOf(makeRosterPerson(), shifts, monday, makeRosterRules()).map(({ rule }) => rule);
    expect(rules).toEqual(["rest"]);
    const week = findingsOf(
      makeRosterPerson(),
      shifts.map((s) => ({ ...s, on: addDays(s.on, -7) })),
      addDays(monday, -7),
      makeRosterRules(),
    );
    expect(week).toEqual([]);
  });

  it("is a missing break, a long day and too long from first to last", () => {
    expect(found([makeShift({ id: "a", endMinute: 840 })])).toEqual(["break override a"]);
    const day = [
      makeShift({ id: "a", startMinute: 360, endMinute: 660 }),
      makeShift({ id: "b", startMinute: 660, endMinute: 960 }),
      makeShift({ id: "c", startMinute: 1080, endMinute: 1200 }),
    ];
    expect(found(day)).toEqual(["day_span override c", "day_hours override c"]);
  });

  it("is a skill below the role's", () => {
    const work = [{ roleId: PHONES, startMinute: 480, endMinute: 720 }];
    expect(found([makeShift({ id: "a", work })])).toEqual(["skill override a"]);
    expect(found([makeShift({ id: "a", work })], { skills: new Map([["calendar", 5]]) })).toEqual([]);
  });

  it("is a week beyond contract, a run of days and no free 36 hours", () => {
    const week = [0, 1, 2, 3, 4, 5, 6].map((i) => long(`${i}`, addDays(MONDAY, i), 480, 960));
    expect(found(week)).toEqual([
      "week_hours override 6",
      "over_contract override 6",
      "days_in_row override 6",
      "weekly_rest override 6",
    ]);
  });

  it("counts days in a row across the week's edge", () => {
    const shifts = [-4, -3, -2, -1, 0, 1].map((i) => makeShift({ id: `${i}`, on: addDays(MONDAY, i) }));
    expect(found(shifts)).toEqual([]);
    const seventh = makeShift({ id: "2", on: addDays(MONDAY, 2) });
    expect(found([...shifts, seventh])).toEqual(["days_in_row override 2"]);
  });

  it("is a public holiday", () => {
    const rules = makeRosterRules({ daysOff: new Map([[MONDAY, "Holiday"]]) });
    expect(found([makeShift({ id: "a" })], {}, rules)).toEqual(["holiday override a"]);
  });

  it("keeps a reason only for the shift as it was", () => {
    const shift = makeShift({ id: "a", endMinute: 840 });
    const given: GivenOverride = {
      shiftId: "a",
      rule: "break",
      reason: "Asked for it",
      assistantId: "ana",
      on: MONDAY,
      startMinute: 480,
      endMinute: 840,
    };
    const reasonOf = (of: PlannedShift) =>
      findingsOf(makeRosterPerson(), [of], MONDAY, makeRosterRules(), [given])[0]?.reason;
    expect(reasonOf(shift)).toBe("Asked for it");
    expect(reasonOf({ ...shift, endMinute: 855 })).toBeNull();
    expect(reasonOf({ ...shift, on: addDays(MONDAY, 1) })).toBeNull();
  });
});
