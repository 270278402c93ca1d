import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { STANDARD_WEEK } from "@/lib/assistants/rules";
import { gatesOf, groupOfFit, placementFit, rankPlacements } from "@/lib/matching/placements/rules";
import { differencesOf } from "@/lib/matching/placements/rules-differences";
import {
  capacityOf,
  type MatchedAssistant,
  type MatchedExecutive,
  type PlacementFacts,
  placementFacts,
  STRANGERS,
  weeklyMinutes,
  withoutObjected,
} from "@/lib/matching/placements/rules-facts";
import { PART_POINTS } from "@/lib/matching/placements/rules-parts";
import { smallestTakeover, type Takeover } from "@/lib/matching/placements/rules-takeover";
import { FIT_PARTS, sumOfWeights, USUAL_WEIGHTS } from "@/lib/matching/weights/rules";
import { day } from "@/lib/time/day";

const MONDAY = day("2026-08-17");

function makeFacts(overrides: Partial<PlacementFacts> = {}): PlacementFacts {
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

const partOf = (part: (typeof FIT_PARTS)[number], overrides: Partial<PlacementFacts>) =>
  PART_POINTS[part](makeFacts(overrides));

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

const anyFacts = fc
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
  .map(makeFacts);

describe("the fit of a placement", () => {
  it("has weights that are 100 in all", () => {
    expect(sumOfWeights(USUAL_WEIGHTS)).toBe(100);
  });

  it("is the mean of its own known parts by weight, and says how much of it is known", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
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
    const fit = placementFit(makeFacts({ ratings: [] }), USUAL_WEIGHTS);
    expect(fit.known).toBe(85);
    expect(fit.parts).toMatchObject({ styles: "not_asked", outcomes: "not_known" });
    expect(fit.total).toBe(Math.round((30 * 85 + 15 * 100 + 5 * 100) / 55));
  });

  it("never ranks who is hardly known above who is: less than 60 % known is no rank", () => {
    const styles = [{ asked: 4, rated: null, importance: 400 }];
    const empty = placementFit(makeFacts({ skillsOnRecord: 0, ratings: [], styles }), USUAL_WEIGHTS);
    expect(empty).toMatchObject({ known: 31, isKnownEnough: false });
    expect(groupOfFit(empty)).toBe("too_little_known");
  });

  it("names the two strongest parts and the weakest", () => {
    const fit = placementFit(makeFacts({ halfDaysCovered: 2, sharedMinutes: 1800 }), USUAL_WEIGHTS);
    expect(fit).toMatchObject({ strongest: ["place", "duties"], weakest: "familiarity" });
  });

  it("says every gate and not only the first", () => {
    const facts = makeFacts({
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
    expect(gatesOf(makeFacts({ loadAfter: 2400, daysUntilLeft: 0, daysUntilHired: 0 }))).toEqual([]);
    expect(gatesOf(makeFacts({ loadBefore: 2500, loadAfter: 2500 }))).toEqual([]);
  });
});

describe("a list of placements", () => {
  const listed = (id: string, overrides: Partial<PlacementFacts> = {}, name = id) => {
    const facts = makeFacts(overrides);
    return { id, name, facts, fit: placementFit(facts, USUAL_WEIGHTS) };
  };
  const orderOf = (list: ReturnType<typeof listed>[], locale = "sv") =>
    rankPlacements(list, locale).map(({ id }) => id);

  it("goes by total, then what is known, then the lower load, then the reader's alphabet", () => {
    expect(orderOf([listed("b", { sharedMinutes: 1200 }), listed("a")])).toEqual(["a", "b"]);
    expect(orderOf([listed("busy", { loadAfter: 900 }), listed("free", { loadAfter: 300 })])).toEqual([
      "free",
      "busy",
    ]);
    const names = [listed("1", {}, "Åsa"), listed("2", {}, "Zoe"), listed("3", {}, "Bea")];
    expect(orderOf(names, "sv")).toEqual(["3", "2", "1"]);
    expect(orderOf(names, "en")).toEqual(["1", "3", "2"]);
  });

  it("puts those ruled out last, whatever their fit", () => {
    const out = listed("out", { isKeptApart: 1, halfDaysCovered: 10 });
    const unknown = listed("unknown", {
      skillsOnRecord: 0,
      ratings: [],
      styles: [{ asked: 3, rated: null, importance: 400 }],
    });
    expect(orderOf([out, unknown, listed("in", { sharedMinutes: 100 })])).toEqual(["in", "unknown", "out"]);
  });

  it("is the same however its people came", () => {
    fc.assert(
      fc.property(fc.array(anyFacts, { maxLength: 6 }), (all) => {
        const list = all.map((facts, i) => listed(String(i), facts));
        expect(orderOf(list.toReversed())).toEqual(orderOf(list));
      }),
    );
  });
});

describe("side by side", () => {
  const partsOf = (points: number | "not_known") => {
    const { parts } = placementFit(makeFacts(), USUAL_WEIGHTS);
    return { ...parts, styles: points };
  };

  it("calls 20 points from the middle of the others clearly more or less", () => {
    expect(differencesOf([84, 71, 92, 58].map(partsOf)).styles).toEqual([null, null, "more", "less"]);
    expect(differencesOf([partsOf(40), partsOf("not_known"), partsOf(60)]).styles).toEqual([
      "less",
      null,
      "more",
    ]);
    expect(differencesOf([partsOf(50)]).styles).toEqual([null]);
  });
});

describe("what would have to move", () => {
  const makeTakeover = (
    executiveId: string,
    minutes: number,
    loss: number,
    toAssistantId = executiveId,
  ): Takeover => ({
    ...{ executiveId, toAssistantId, minutes },
    ...{ before: 70, after: 70 - loss },
  });
  const found = (minutes: number, best: Takeover[]) =>
    smallestTakeover(minutes, best)?.map(({ executiveId }) => executiveId) ?? null;

  it("is the one executive that frees enough and loses the least fit", () => {
    expect(
      found(100, [makeTakeover("a", 100, 9), makeTakeover("b", 150, 4), makeTakeover("c", 90, 0)]),
    ).toEqual(["b"]);
  });

  it("is two where no one is enough, to two different people, and else nothing", () => {
    expect(
      found(150, [makeTakeover("a", 100, 9), makeTakeover("b", 60, 4), makeTakeover("c", 90, 0)]),
    ).toEqual(["b", "c"]);
    expect(found(150, [makeTakeover("a", 100, 0, "x"), makeTakeover("b", 90, 0, "x")])).toBeNull();
    expect(
      found(300, [makeTakeover("a", 100, 9), makeTakeover("b", 60, 4), makeTakeover("c", 90, 0)]),
    ).toBeNull();
  });
});
