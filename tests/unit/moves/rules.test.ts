import { describe, expect, it } from "vitest";
import {
  defineMoves,
  isLegal,
  legalPairs,
  movesFrom,
  refusalOfMove,
  requireStatusAfter,
  statusAfter,
} from "@/lib/moves/rules";

const LAMP = defineMoves("absences", ["off", "on", "broken"], {
  press: { from: ["off"], to: "on" },
  release: { from: ["on"], to: "off" },
  drop: { from: ["off", "on"], to: "broken" },
  smash: { from: ["on"], to: "broken" },
  paint: { from: ["off", "on"], to: null },
});

describe("a table of moves", () => {
  it("names the status after each possible move, and null for the others", () => {
    expect(statusAfter(LAMP, "off", "press")).toBe("on");
    expect(statusAfter(LAMP, "on", "press")).toBeNull();
    expect(statusAfter(LAMP, "broken", "drop")).toBeNull();
  });

  it("keeps the status where a move changes something else", () => {
    expect(statusAfter(LAMP, "on", "paint")).toBe("on");
    expect(statusAfter(LAMP, "broken", "paint")).toBeNull();
  });

  it("throws on an impossible move where the caller has checked already", () => {
    expect(requireStatusAfter(LAMP, "off", "press")).toBe("on");
    expect(() => requireStatusAfter(LAMP, "broken", "press")).toThrow("press is not possible from broken");
  });

  it("offers the possible moves among those asked for, in their order", () => {
    expect(movesFrom(LAMP, "on", ["drop", "press", "release"])).toEqual(["drop", "release"]);
  });

  it("lists each pair of different statuses once, and knows no other as legal", () => {
    const pairs = legalPairs(LAMP);
    expect(pairs).toEqual([
      { from: "off", to: "on" },
      { from: "on", to: "off" },
      { from: "off", to: "broken" },
      { from: "on", to: "broken" },
    ]);
    for (const from of LAMP.statuses)
      for (const to of LAMP.statuses)
        expect(isLegal(LAMP, from, to)).toBe(pairs.some((pair) => pair.from === from && pair.to === to));
  });
});

describe("why a move is refused", () => {
  const row = { status: "on", version: 3 } as const;

  it("is the status first, then the version, each with both as they stand", () => {
    const details = { status: "on", version: 3 };
    expect(refusalOfMove(LAMP, row, "press", 2)).toEqual({ ok: false, reason: "not_possible_now", details });
    expect(refusalOfMove(LAMP, row, "release", 2)).toEqual({
      ok: false,
      reason: "changed_since_read",
      details,
    });
    expect(refusalOfMove(LAMP, row, "release", 4)).toMatchObject({ reason: "changed_since_read" });
  });

  it("is nothing for a possible move of the version that was read", () => {
    expect(refusalOfMove(LAMP, row, "release", 3)).toBeNull();
  });
});
