import { describe, expect, it } from "vitest";
import { STANDARD_WEEK } from "@/lib/assistants/rules";
import {
  capacityOf,
  type MatchedAssistant,
  type MatchedExecutive,
  placementFacts,
  STRANGERS,
  weeklyMinutes,
  withoutObjected,
} from "@/lib/matching/placements/rules-facts";
import { day } from "@/lib/time/day";

const MONDAY = day("2026-08-17");

const week = (hours = STANDARD_WEEK) =>
  hours.map((one) => ({ ...one, validFrom: day("2020-01-01"), validTo: null }));

const ASSISTANT: MatchedAssistant & { load: number; capacity: number } = {
  ...{ id: "a", name: "Ana", site: "Kista", hours: week(), hiredOn: day("2020-08-01"), leavesOn: null },
  ...{ skills: new Map([["calendar", 4]]), languages: new Map([["sv", 6]]), styles: new Map() },
  ...{ years: null, ratings: [], leftOut: new Set<string>(), load: 600, capacity: 2400 },
};
const EXECUTIVE: MatchedExecutive = {
  ...{
    id: "e",
    name: "Eva",
    title: "",
    site: "Kista",
    isOnsite: false,
    tier: 1,
    hours: week(),
    yearsAsked: null,
  },
  duties: [
    { dutyId: "calendar", minutes: 60, needed: 3 },
    { dutyId: "travel", minutes: 30, needed: 3 },
  ],
  ...{ languages: [{ language: "sv", needed: 5 }], styles: [] },
};

describe("the facts of a placement", () => {
  it("are numbers and nothing else: no name, age, absence, health, sex or conversation has a place in them", () => {
    const facts = placementFacts(ASSISTANT, EXECUTIVE, STRANGERS, MONDAY);
    expect(Object.keys(facts).sort()).toEqual([
      "capacity",
      "daysUntilHired",
      "daysUntilLeft",
      "duties",
      "halfDaysCovered",
      "hasBeenPrimary",
      "isKeptApart",
      "isOnsite",
      "isSameSite",
      "languages",
      "loadAfter",
      "loadBefore",
      "ratings",
      "sharedMinutes",
      "skillsOnRecord",
      "styles",
      "supportMinutes",
      "wishes",
      "yearsAsked",
      "yearsHeld",
    ]);
    expect(JSON.stringify(facts)).not.toMatch(/[:,[]"[^"]*"(?!:)/);
  });

  it("are the same whoever the people are called", () => {
    const other = placementFacts(
      { ...ASSISTANT, name: "Bo", id: "b" },
      { ...EXECUTIVE, name: "Olle" },
      STRANGERS,
      MONDAY,
    );
    expect(other).toEqual(placementFacts(ASSISTANT, EXECUTIVE, STRANGERS, MONDAY));
  });

  it("count hours only as overlap with what the executive asks, over all weeks that come round", () => {
    const mornings = week().map((one) => ({ ...one, endsAtMinute: 720 }));
    expect(placementFacts({ ...ASSISTANT, hours: mornings }, EXECUTIVE, STRANGERS, MONDAY)).toMatchObject({
      supportMinutes: 2400,
      sharedMinutes: 1200,
    });
    const everyOther = week().map((one) => ({ ...one, cycle: { weeks: 2, week: 1, anchor: MONDAY } }));
    expect(
      placementFacts({ ...ASSISTANT, hours: everyOther }, EXECUTIVE, STRANGERS, MONDAY).sharedMinutes,
    ).toBe(1200);
    expect(capacityOf(everyOther, MONDAY)).toBe(1200);
  });

  it("take the usual week where an executive has no hours on record", () => {
    const unknown = { ...EXECUTIVE, hours: [] };
    expect(weeklyMinutes(unknown, MONDAY)).toBe(450);
    expect(placementFacts(ASSISTANT, unknown, STRANGERS, MONDAY).supportMinutes).toBe(2400);
  });

  it("add the executive to the load, and not twice where some of it is carried already", () => {
    expect(placementFacts(ASSISTANT, EXECUTIVE, STRANGERS, MONDAY).loadAfter).toBe(1050);
    expect(placementFacts(ASSISTANT, EXECUTIVE, { ...STRANGERS, ownMinutes: 450 }, MONDAY).loadAfter).toBe(
      600,
    );
  });

  it("leave out what the person objects to, neither for nor against them", () => {
    const objecting = withoutObjected(ASSISTANT, ["duty:travel", "experience", "outcomes"]);
    const facts = placementFacts({ ...ASSISTANT, ...objecting }, EXECUTIVE, STRANGERS, MONDAY);
    expect(facts.duties).toEqual([{ minutes: 60, needed: 3, held: 4 }]);
  });
});
