import { describe, expect, it } from "vitest";
import { statusAfter } from "@/lib/moves/rules";
import {
  barToShift,
  handOnsOf,
  isAwayFromExecutives,
  requestEndsAt,
  SHIFT_REQUEST_MOVES,
  shiftsAfter,
} from "@/lib/schedules/swaps/rules";
import type { Roster, RosterMember } from "@/lib/schedules/week/rules-roster";
import { day } from "@/lib/time/day";
import {
  makeRosterPerson,
  makeRosterRules,
  makeShift,
  PHONES,
  SUPPORT,
} from "@/tests/support/factories/schedules";

const MONDAY = day("2026-08-17");
const member = (id: string, overrides: Partial<RosterMember> = {}): RosterMember => ({
  ...makeRosterPerson({ id }),
  ...{ userId: id, name: id, ftePercent: 100, site: "", usualHours: new Map() },
  ...overrides,
});

describe("a request about a shift", () => {
  it("ends two hours before the first of its shifts begins, on the pool's clock", () => {
    const shifts = [
      makeShift({ id: "a", on: day("2026-10-26"), startMinute: 480 }),
      makeShift({ id: "b", on: day("2026-10-25"), startMinute: 180 }),
    ];
    expect(requestEndsAt("Europe/Stockholm", shifts).toISOString()).toBe("2026-10-25T00:00:00.000Z");
  });

  it("is approved only once somebody has accepted, and never after it ended", () => {
    expect(statusAfter(SHIFT_REQUEST_MOVES, "pending_acceptance", "approve")).toBeNull();
    expect(statusAfter(SHIFT_REQUEST_MOVES, "pending_approval", "approve")).toBe("approved");
    expect(statusAfter(SHIFT_REQUEST_MOVES, "expired", "accept")).toBeNull();
  });

  it("hands the shift to its taker and the other one to its owner, and leaves all else", () => {
    const [shift, withShift, other] = ["a", "b", "c"].map((id) =>
      makeShift({ id, status: "published", assistantId: id }),
    );
    if (!shift || !withShift || !other) throw new Error("no shifts");
    const handOns = handOnsOf({ shift, withShift, ownerId: "a", takerId: "b" });
    const after = shiftsAfter({ shifts: [shift, withShift, other] } as Roster, handOns);
    expect(after.map(({ id, assistantId }) => [id, assistantId])).toEqual([
      ["c", "c"],
      ["a", "b"],
      ["b", "a"],
    ]);
  });
});

describe("who could take a shift", () => {
  const roster = { rules: makeRosterRules() };
  const shift = makeShift({ id: "late", assistantId: null, startMinute: 720, endMinute: 780 });

  it("is barred by work at the same time, not by work that touches it", () => {
    const touching = [makeShift({ id: "early", endMinute: 720 })];
    expect(barToShift(roster, member("ana"), shift, touching)).toBeNull();
    const overlapping = [makeShift({ id: "early", endMinute: 735 })];
    expect(barToShift(roster, member("ana"), shift, overlapping)).toBe("at_work");
  });

  it("is barred by an approved absence, by leaving before, and by a skill below the role's", () => {
    const away = {
      from: MONDAY,
      fromPart: "am" as const,
      to: MONDAY,
      toPart: "pm" as const,
      startMinute: null,
      endMinute: null,
    };
    expect(barToShift(roster, member("ana", { absences: [{ ...away, isApproved: true }] }), shift, [])).toBe(
      "away",
    );
    expect(
      barToShift(roster, member("ana", { absences: [{ ...away, isApproved: false }] }), shift, []),
    ).toBeNull();
    expect(barToShift(roster, member("ana", { leavesOn: day("2026-08-16") }), shift, [])).toBe(
      "not_employed",
    );
    const phones = { ...shift, work: [{ roleId: PHONES, startMinute: 720, endMinute: 780 }] };
    expect(barToShift(roster, member("ana"), phones, [])).toBe("skill");
  });

  it("takes it first only where every role is away from executives", () => {
    const roles = [
      { id: SUPPORT, isWithExecutives: true },
      { id: PHONES, isWithExecutives: false },
    ];
    expect(isAwayFromExecutives(shift, roles)).toBe(false);
    expect(isAwayFromExecutives({ work: [{ roleId: PHONES, startMinute: 0, endMinute: 60 }] }, roles)).toBe(
      true,
    );
  });
});
