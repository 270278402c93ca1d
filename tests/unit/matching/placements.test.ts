import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placementFit, rankPlacements } from "@/lib/matching/placements/rules";
import { differencesOf } from "@/lib/matching/placements/rules-differences";
import type { PlacementFacts } from "@/lib/matching/placements/rules-facts";
import { smallestTakeover, type Takeover } from "@/lib/matching/placements/rules-takeover";
import { USUAL_WEIGHTS } from "@/lib/matching/weights/rules";
import { anyPlacementFacts, makePlacementFacts } from "@/tests/support/factories/placements";

describe("a list of placements", () => {
  const listed = (id: string, overrides: Partial<PlacementFacts> = {}, name = id) => {
    const facts = makePlacementFacts(overrides);
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
      fc.property(fc.array(anyPlacementFacts, { maxLength: 6 }), (all) => {
        const list = all.map((facts, i) => listed(String(i), facts));
        expect(orderOf(list.toReversed())).toEqual(orderOf(list));
      }),
    );
  });
});

describe("side by side", () => {
  const partsOf = (points: number | "not_known") => {
    const { parts } = placementFit(makePlacementFacts(), USUAL_WEIGHTS);
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
