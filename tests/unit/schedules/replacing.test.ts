import { describe, expect, it } from "vitest";
import { breakBeside, openHoursOf, workWith } from "@/lib/schedules/replacing/rules";
import { makeShift, PHONES, SUPPORT } from "@/tests/support/factories/schedules";

const whole = makeShift({ id: "a", endMinute: 1020, breakStartMinute: 720, breakMinutes: 60 });
const noon = { startMinute: 720, endMinute: 780 };

describe("hours that are called off", () => {
  it("are nobody's until they are given, and keep their work", () => {
    const off = { startMinute: 480, endMinute: 720 };
    const work = [{ ...off, roleId: SUPPORT }];
    const cut = { ...whole, off: [off], work: [{ roleId: SUPPORT, startMinute: 720, endMinute: 1020 }] };
    const called = { ...off, work, takenById: null };
    expect(openHoursOf(cut, [], [called])).toEqual([{ ...off, work }]);
    expect(openHoursOf(cut, [], [{ ...called, takenById: "b" }])).toEqual([]);
    expect(openHoursOf(cut, [noon], [{ ...called, takenById: "b" }])).toEqual([
      { ...noon, work: [{ ...noon, roleId: SUPPORT }] },
    ]);
  });

  it("take the place of work that somebody has then", () => {
    expect(workWith(whole.work, [{ ...noon, roleId: PHONES }])).toEqual([
      { roleId: SUPPORT, startMinute: 480, endMinute: 720 },
      { roleId: PHONES, ...noon },
      { roleId: SUPPORT, startMinute: 780, endMinute: 1020 },
    ]);
  });
});

describe("the break of a shift that takes other work in", () => {
  it("stays where it is free, moves beside the work where it is not, and has no place where a part would be too long", () => {
    expect(breakBeside(whole, [{ startMinute: 840, endMinute: 900 }], 300)).toBe(720);
    expect(breakBeside(whole, [noon], 300)).toBe(780);
    expect(breakBeside(whole, [{ startMinute: 600, endMinute: 900 }], 200)).toBeNull();
  });
});
