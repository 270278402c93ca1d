import { expect, it } from "vitest";
import { turnsByShare } from "@/lib/schedules/fills/rules-turns";

const PEOPLE = [
  { id: "ana", ftePercent: 100 },
  { id: "bo", ftePercent: 50 },
  { id: "cia", ftePercent: 100 },
];
const counts = new Map([
  ["ana", 6],
  ["bo", 3],
]);

it("shares turns by hours, and holds no absence against anybody", () => {
  const share = (presence: [string, number][], toCome = 0) => [
    ...turnsByShare(PEOPLE, { counts, presence: new Map(presence) }, toCome).values(),
  ];
  expect(share([])).toEqual([3.6, 1.8, 3.6]);
  expect(share([["cia", 0]])).toEqual([6, 3, 0]);
  expect(share([["cia", 0.5]]).map((one) => Math.round(one * 100) / 100)).toEqual([4.5, 2.25, 2.25]);
  expect(share([["cia", 0]], 5)).toEqual([8, 4, 2]);
  expect(turnsByShare([], { counts, presence: new Map() }, 5).size).toBe(0);
});
