import { expect, it } from "vitest";
import { movableBreaks } from "@/lib/schedules/replacing/rules-breaks";
import { day } from "@/lib/time/day";
import { makeShift, PHONES } from "@/tests/support/factories/schedules";
import { makeMember, makeNeed, makeRoster } from "@/tests/support/fill-questions";

const MONDAY = day("2026-08-17");
const HOLE = { on: MONDAY, roleId: PHONES, startMinute: 720, endMinute: 780 };

function rosterOf(need: { startMinute: number; endMinute: number }, endMinute = 1_020) {
  const hours = { startMinute: 480, endMinute };
  const shift = makeShift({
    ...{ id: "s", breakStartMinute: 720, breakMinutes: 60, ...hours },
    work: [{ roleId: PHONES, ...hours }],
  });
  return makeRoster(MONDAY, {
    people: [makeMember(MONDAY)],
    shifts: [shift],
    demand: [makeNeed({ ...need, headcount: 1 })],
  });
}

it("lets a break that makes a hole lie behind it, or before where that is free", () => {
  expect(movableBreaks(rosterOf({ startMinute: 480, endMinute: 780 }), HOLE)).toEqual([
    { shiftId: "s", version: 1, name: "Ana", minutes: { startMinute: 780, endMinute: 840 } },
  ]);
  expect(movableBreaks(rosterOf({ startMinute: 720, endMinute: 1_020 }), HOLE)).toMatchObject([
    { minutes: { startMinute: 660, endMinute: 720 } },
  ]);
});

it("moves none that would only move the hole, or leave too long without a break", () => {
  expect(movableBreaks(rosterOf({ startMinute: 480, endMinute: 1_020 }), HOLE)).toEqual([]);
  expect(movableBreaks(rosterOf({ startMinute: 720, endMinute: 1_080 }, 1_080), HOLE)).toEqual([]);
});
