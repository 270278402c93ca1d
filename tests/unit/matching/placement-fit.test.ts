import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gatesOf, groupOfFit, placementFit } from "@/lib/matching/placements/rules";
import type { PlacementFacts } from "@/lib/matching/placements/rules-facts";
import { PART_POINTS } from "@/lib/matching/placements/rules-parts";
import { FIT_PARTS, sumOfWeights, USUAL_WEIGHTS } from "@/lib/matching/weights/rules";
import { anyPlacementFacts, makePlacementFacts } from "@/tests/support/factories/placements";

const partOf = (part: (typeof FIT_PARTS)[number], overrides: Partial<PlacementFacts>) =>
  PART_POINTS[part](makePlacementFacts(overrides));

describe("the parts of a placement", () => {
  it.each([
    [3, 3, 70],
    [4, 3, 85],
    [5, 3, 100],
    [5, 1, 100],
    [2, 3, 35],
    [1, 3, 0],
    [0, 1, 0],
  ])("give a duty held at %i where %i is needed %i points", (held, needed, points) => {
    expect(partOf("duties", { duties: [{ minutes: 30, needed, held }] })).toBe(points);
  });

  it("weigh duties by minutes, and know nothing of who has no level on record", () => {
    const duties = [
      { minutes: 90, needed: 3, held: 5 },
      { minutes: 30, needed: 3, held: 2 },
      { minutes: 0, needed: 5, held: 0 },
    ];
    expect(partOf("duties", { duties })).toBe(84);
    expect(partOf("duties", { duties, skillsOnRecord: 0 })).toBe("not_known");
    expect(partOf("duties", { duties: [] })).toBe("not_asked");
  });

  it("take 25 for each step too little of a work style and 10 for each too much, by importance", () => {
    const one = (asked: number, rated: number | null, importance = 400) => ({ asked, rated, importance });
    expect(partOf("styles", { styles: [one(4, 2)] })).toBe(50);
    expect(partOf("styles", { styles: [one(2, 5)] })).toBe(70);
    expect(partOf("styles", { styles: [one(5, 1)] })).toBe(0);
    expect(partOf("styles", { styles: [one(4, 3.5, 300), one(3, 3, 100)] })).toBe(91);
    expect(partOf("styles", { styles: [] })).toBe("not_asked");
    expect(partOf("styles", { styles: [one(4, 4), one(4, null)] })).toBe(100);
    expect(partOf("styles", { styles: [one(4, 4), one(4, null, 401)] })).toBe("not_known");
  });

  it("say the rest as the page does", () => {
    expect(partOf("hours", { sharedMinutes: 1752 })).toBe(73);
    expect(partOf("wishes", { wishes: [1, 0] })).toBe(50);
    expect(partOf("wishes", {})).toBe("not_asked");
    expect(partOf("outcomes", { ratings: [5] })).toBe("not_known");
    expect(partOf("outcomes", { ratings: [5, 4, 4] })).toBe(83);
    expect(
      partOf("languages", {
        languages: [
          { needed: 5, held: 6 },
          { needed: 3, held: 2 },
        ],
      }),
    ).toBe(50);
    expect(partOf("place", { isSameSite: 0 })).toBe(30);
    expect(partOf("experience", { yearsAsked: 5, yearsHeld: 4 })).toBe(80);
    expect(partOf("experience", { yearsAsked: 5, yearsHeld: null })).toBe("not_known");
    expect(partOf("experience", { yearsHeld: 9 })).toBe("not_asked");
    expect(partOf("familiarity", { halfDaysCovered: 4 })).toBe(40);
    expect(partOf("familiarity", { halfDaysCovered: 40 })).toBe(100);
    expect(partOf("familiarity", { hasBeenPrimary: 1 })).toBe(100);
  });
});

describe("the fit of a placement", () => {
  it("has weights that are 100 in all", () => {
    expect(sumOfWeights(USUAL_WEIGHTS)).toBe(100);
  });

  it("is the mean of its own known parts by weight, and says how much of it is known", () => {
    fc.assert(
      fc.property(anyPlacementFacts, (facts) => {
        const { parts, total, known } = placementFit(facts, USUAL_WEIGHTS);
        let [asked, held, points] = [0, 0, 0];
        for (const part of FIT_PARTS) {
          const value = parts[part];
          if (value !== "not_asked") asked += USUAL_WEIGHTS[part];
          if (typeof value !== "number") continue;
          held += USUAL_WEIGHTS[part];
          points += USUAL_WEIGHTS[part] * value;
        }
        expect(total).toBe(Math.floor(points / held + 0.5));
        expect(known).toBe(Math.floor((100 * held) / asked + 0.5));
      }),
    );
  });

  it("leaves what nobody asks out of the weights, and what isn't known out of the mean", () => {
    const fit = placementFit(makePlacementFacts({ ratings: [] }), USUAL_WEIGHTS);
    expect(fit.known).toBe(85);
    expect(fit.parts).toMatchObject({ styles: "not_asked", outcomes: "not_known" });
    expect(fit.total).toBe(Math.round((30 * 85 + 15 * 100 + 5 * 100) / 55));
  });

  it("never ranks who is hardly known above who is: less than 60 % known is no rank", () => {
    const styles = [{ asked: 4, rated: null, importance: 400 }];
    const empty = placementFit(makePlacementFacts({ skillsOnRecord: 0, ratings: [], styles }), USUAL_WEIGHTS);
    expect(empty).toMatchObject({ known: 31, isKnownEnough: false });
    expect(groupOfFit(empty)).toBe("too_little_known");
  });

  it("names the two strongest parts and the weakest", () => {
    const fit = placementFit(makePlacementFacts({ halfDaysCovered: 2, sharedMinutes: 1800 }), USUAL_WEIGHTS);
    expect(fit).toMatchObject({ strongest: ["place", "duties"], weakest: "familiarity" });
  });

  it("says every gate and not only the first", () => {
    const facts = makePlacementFacts({
      isKeptApart: 1,
      daysUntilHired: 3,
      daysUntilLeft: -1,
      languages: [{ needed: 5, held: 0 }],
      isOnsite: 1,
      isSameSite: 0,
      sharedMinutes: 0,
      loadAfter: 2401,
    });
    expect(gatesOf(facts)).toEqual([
      "not_available",
      "not_hired_yet",
      "leaves_before",
      "language",
      "site",
      "no_shared_hours",
      "over_limit",
    ]);
    expect(gatesOf(makePlacementFacts({ loadAfter: 2400, daysUntilLeft: 0, daysUntilHired: 0 }))).toEqual([]);
    expect(gatesOf(makePlacementFacts({ loadBefore: 2500, loadAfter: 2500 }))).toEqual([]);
  });
});
