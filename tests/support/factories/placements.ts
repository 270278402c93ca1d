import fc from "fast-check";
import type { PlacementFacts } from "@/lib/matching/placements/rules-facts";

/** What is known of an assistant with an executive, good in every part unless told otherwise. */
export function makePlacementFacts(overrides: Partial<PlacementFacts> = {}): PlacementFacts {
  return {
    duties: [{ minutes: 60, needed: 3, held: 4 }],
    skillsOnRecord: 3,
    supportMinutes: 2400,
    sharedMinutes: 2400,
    styles: [],
    languages: [],
    isSameSite: 1,
    isOnsite: 0,
    yearsAsked: null,
    yearsHeld: 4,
    wishes: [],
    ratings: [4, 4],
    halfDaysCovered: 0,
    hasBeenPrimary: 0,
    isKeptApart: 0,
    daysUntilHired: -400,
    daysUntilLeft: null,
    loadBefore: 0,
    loadAfter: 300,
    capacity: 2400,
    ...overrides,
  };
}

/** Any of them. */
export const anyPlacementFacts = fc
  .record({
    duties: fc.array(
      fc.record({ minutes: fc.nat(120), needed: fc.integer({ min: 1, max: 5 }), held: fc.nat(5) }),
      { maxLength: 4 },
    ),
    skillsOnRecord: fc.nat(2),
    sharedMinutes: fc.nat(2400),
    styles: fc.array(
      fc.record({
        asked: fc.integer({ min: 1, max: 5 }),
        rated: fc.option(fc.integer({ min: 1, max: 5 })),
        importance: fc.integer({ min: 350, max: 460 }),
      }),
      { maxLength: 6 },
    ),
    wishes: fc.array(fc.nat(1), { maxLength: 2 }),
    ratings: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 4 }),
    yearsAsked: fc.option(fc.integer({ min: 1, max: 9 })),
    halfDaysCovered: fc.nat(14),
    loadAfter: fc.nat(3000),
  })
  .map(makePlacementFacts);
