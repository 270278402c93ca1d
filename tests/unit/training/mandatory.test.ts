import { describe, expect, it } from "vitest";
import { day } from "@/lib/time/day";
import {
  type Audience,
  type MandatoryMember,
  mandatoryBy,
  reminderDue,
} from "@/lib/training/mandatory/rules";

const TODAY = day("2026-12-01");
const ANA: MandatoryMember = {
  poolId: "p",
  seniority: "senior",
  dutyIds: ["travel"],
  hiredOn: day("2020-01-01"),
};

function audience(over: Partial<Audience> = {}): Audience {
  return {
    poolId: null,
    seniority: null,
    dutyId: null,
    dueOn: day("2027-01-15"),
    withinDays: null,
    since: TODAY,
    ...over,
  };
}

describe("by when a course is mandatory for somebody", () => {
  it("is the soonest day of the lines that mean them, and never where none does", () => {
    expect(mandatoryBy([audience()], ANA)).toBe("2027-01-15");
    expect(mandatoryBy([audience({ poolId: "q" })], ANA)).toBeNull();
    expect(mandatoryBy([audience({ seniority: "junior" })], ANA)).toBeNull();
    expect(mandatoryBy([audience({ dutyId: "travel", dueOn: day("2026-12-20") }), audience()], ANA)).toBe(
      "2026-12-20",
    );
    expect(mandatoryBy([audience({ dutyId: "phones" })], ANA)).toBeNull();
  });

  it("counts from the start, and from when it became mandatory for who was here before", () => {
    const within = audience({ dueOn: null, withinDays: 30 });
    expect(mandatoryBy([within], ANA)).toBe("2026-12-31");
    expect(mandatoryBy([within], { ...ANA, hiredOn: day("2027-02-01") })).toBe("2027-03-03");
    expect(mandatoryBy([within], { ...ANA, hiredOn: null })).toBe("2026-12-31");
  });
});

describe("the reminder of a mandatory course", () => {
  it("is the nearest only, each once, and again where the day is another", () => {
    const due = day("2026-12-08");
    expect(reminderDue(day("2027-03-01"), TODAY, null)).toBeNull();
    expect(reminderDue(due, TODAY, null)).toBe(7);
    expect(reminderDue(due, TODAY, { dueOn: due, toldDays: 7 })).toBeNull();
    expect(reminderDue(due, day("2026-12-09"), { dueOn: due, toldDays: 7 })).toBe(0);
    expect(reminderDue(due, TODAY, { dueOn: day("2026-12-07"), toldDays: 0 })).toBe(7);
  });
});
