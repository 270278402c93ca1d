import { describe, expect, it } from "vitest";
import type { Person } from "@/lib/actor";
import { canDecideRequisition } from "@/lib/hiring/policy";
import { profileOf } from "@/lib/hiring/requisitions/rules";
import { evidenceSummaryOf } from "@/lib/hiring/requisitions/rules-evidence";
import { day } from "@/lib/time/day";
import { addWeeks, isoWeekOf } from "@/lib/time/iso-week";

describe("the profile of a requisition", () => {
  it("adds the minutes of its executives and asks for the highest levels", () => {
    const profile = profileOf([
      {
        daysPerWeek: 5,
        requirements: [{ dutyId: "calendar", minutesPerDay: 60, minProficiency: 2 }],
        languages: [{ language: "fr", level: "B2" }],
      },
      {
        daysPerWeek: 4,
        requirements: [{ dutyId: "calendar", minutesPerDay: 30, minProficiency: 4 }],
        languages: [
          { language: "fr", level: "C1" },
          { language: "en", level: null },
        ],
      },
    ]);
    expect(profile.duties).toEqual([{ dutyId: "calendar", level: 4, minutesPerWeek: 420 }]);
    expect(profile.languages).toEqual([
      { language: "fr", level: "C1" },
      { language: "en", level: null },
    ]);
  });
});

describe("evidence", () => {
  const weeks = Array.from({ length: 12 }, (_, i) => ({
    week: addWeeks(isoWeekOf(day("2026-05-25")), i),
    isPast: true,
    halfDays: i < 8 ? 3 : 2,
    minutes: 60,
  }));

  it("is chronic from eight short weeks of twelve", () => {
    expect(evidenceSummaryOf({ weeks })).toMatchObject({
      shortWeeks: 8,
      isChronic: true,
      pastTenths: 27,
      pastMinutes: 720,
    });
    expect(evidenceSummaryOf({ weeks: weeks.slice(1) }).isChronic).toBe(false);
  });
});

describe("deciding on a requisition", () => {
  const actor = { userId: "a", managedPoolIds: ["p"] } as unknown as Person;
  const asked = { poolId: "p", requestedById: "a" };

  it("is for another manager where the pool has one", () => {
    expect(canDecideRequisition(actor, { ...asked, managerIds: ["a", "b"] })).toBe(false);
    expect(canDecideRequisition(actor, { ...asked, managerIds: ["a"] })).toBe(true);
    expect(canDecideRequisition(actor, { ...asked, requestedById: "b", managerIds: ["a", "b"] })).toBe(true);
    expect(canDecideRequisition(actor, { ...asked, poolId: "q", managerIds: [] })).toBe(false);
  });
});
