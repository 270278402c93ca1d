import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  faultOfWork,
  hoursAtWork,
  minutesOfShift,
  plannedShifts,
  usualBreakMinutes,
  usualBreakStart,
  workOf,
} from "@/lib/schedules/week/rules";
import { typedShift } from "@/lib/schedules/week/rules-typed";
import { minutesOf } from "@/lib/time/hours";
import { makeShift, PHONES, SUPPORT } from "@/tests/support/factories/schedules";

const hours = (startMinute: number, endMinute: number) => ({ startMinute, endMinute });

describe("the break of a shift", () => {
  it("begins at noon where the shift spans it", () => {
    expect(usualBreakStart(hours(480, 1020), 60)).toBe(720);
    expect(usualBreakStart(hours(420, 930), 30)).toBe(720);
  });

  it("begins half-way to the quarter hour elsewhere", () => {
    expect(usualBreakStart(hours(780, 1290), 30)).toBe(1020);
    expect(usualBreakStart(hours(785, 1290), 30)).toBe(1020);
  });

  it("is an hour over noon, half an hour beyond five hours, else none", () => {
    expect(usualBreakMinutes(hours(480, 1020))).toBe(60);
    expect(usualBreakMinutes(hours(780, 1290))).toBe(30);
    expect(usualBreakMinutes(hours(480, 780))).toBe(0);
  });

  it("always lies within the shift", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1300 }), fc.integer({ min: 1, max: 1440 }), (start, length) => {
        const shift = hours(start, Math.min(1440, start + length));
        const breakMinutes = usualBreakMinutes(shift);
        const breakStartMinute = usualBreakStart(shift, breakMinutes);
        const times = { ...makeShift({ id: "a" }), ...shift, breakMinutes, breakStartMinute };
        expect(minutesOf(hoursAtWork(times))).toBe(minutesOfShift(times));
      }),
    );
  });
});

describe("the work of a shift", () => {
  const work = [
    { roleId: SUPPORT, ...hours(480, 720) },
    { roleId: PHONES, ...hours(720, 1020) },
  ];

  it("fills the shift, one role after the other", () => {
    expect(faultOfWork(hours(480, 1020), work)).toBeNull();
    expect(faultOfWork(hours(450, 1020), work)).toBe("work_outside_shift");
    const [first, second] = work;
    expect(faultOfWork(hours(480, 1020), [first, { ...second, startMinute: 750 }] as typeof work)).toBe(
      "work_with_holes",
    );
  });

  it("fills it still when the shift is moved, longer or shorter", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1400 }), fc.integer({ min: 15, max: 1440 }), (start, length) => {
        const to = hours(start, Math.min(1440, start + length));
        expect(faultOfWork(to, workOf(work, hours(480, 1020), to))).toBeNull();
      }),
    );
  });

  it("moves with the shift", () => {
    expect(workOf(work, hours(480, 1020), hours(540, 1080))[0]).toEqual({
      roleId: SUPPORT,
      ...hours(540, 780),
    });
  });
});

it("plans what drafts say in the place of what they change", () => {
  const published = makeShift({ id: "p", status: "published" });
  const kept = makeShift({ id: "k", status: "published" });
  const changed = makeShift({ id: "d", supersedesId: "p", endMinute: 900 });
  expect(plannedShifts([published, kept, changed]).map(({ id }) => id)).toEqual(["k", "d"]);
  const gone = { ...changed, isRemoval: true };
  expect(plannedShifts([published, kept, gone]).map(({ id }) => id)).toEqual(["k"]);
});

describe("a typed shift", () => {
  const roles = [
    { id: "s", name: "Support" },
    { id: "f", name: "Front desk" },
  ];

  it.each([
    ["8-12 front", { startMinute: 480, endMinute: 720, roleId: "f" }],
    ["08:30–17", { startMinute: 510, endMinute: 1020, roleId: null }],
    ["0700 1530 desk", { startMinute: 420, endMinute: 930, roleId: "f" }],
  ])("%s is read as hours and role", (text, typed) => {
    expect(typedShift(text, roles)).toEqual(typed);
  });

  it.each(["", "front", "12-8", "8-12 kitchen", "8-25"])("“%s” is none", (text) => {
    expect(typedShift(text, roles)).toBeNull();
  });
});
