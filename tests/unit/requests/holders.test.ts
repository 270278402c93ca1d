import { describe, expect, it } from "vitest";
import type { ServingChoices } from "@/lib/coverage/serving/rules";
import { type HolderFacts, holdingAt, type RequestHolding } from "@/lib/requests/holders/rules";
import { rankedReceivers } from "@/lib/requests/holders/rules-receivers";

const NOBODY: RequestHolding = { homeId: null, holderId: null, because: null };
const own = (assistantId: string, isThere = true, role: "primary" | "shared" = "primary") => ({
  assistantId,
  role,
  isThere,
});

function facts(
  choices: Partial<ServingChoices>,
  there: string[],
  loads: Record<string, number> = {},
): HolderFacts {
  return {
    choices: { own: [], coverId: null, backupIds: [], ...choices },
    loadOf: (id) => loads[id] ?? 0,
    isThere: (id) => there.includes(id),
  };
}

describe("who has a request", () => {
  it("is the executive's own assistant at work, whose it is then", () => {
    expect(holdingAt(NOBODY, facts({ own: [own("ana")] }, ["ana"]))).toEqual({
      homeId: "ana",
      holderId: "ana",
      because: "own",
    });
  });

  it("is the cover while the own assistant is away, and it stays at home with the own", () => {
    const away = facts({ own: [own("ana", false)], coverId: "ben" }, ["ben"]);
    expect(holdingAt({ homeId: "ana", holderId: "ana", because: "own" }, away)).toEqual({
      homeId: "ana",
      holderId: "ben",
      because: "cover",
    });
  });

  it("is the next cover along a chain, once the first is away too", () => {
    const chain = facts({ own: [own("ana", false)], coverId: "cleo" }, ["cleo"]);
    expect(holdingAt({ homeId: "ana", holderId: "ben", because: "cover" }, chain)).toMatchObject({
      homeId: "ana",
      holderId: "cleo",
    });
  });

  it("is the own assistant again when they are back", () => {
    const back = facts({ own: [own("ana")] }, ["ana", "ben"]);
    expect(holdingAt({ homeId: "ana", holderId: "ben", because: "cover" }, back)).toEqual({
      homeId: "ana",
      holderId: "ana",
      because: "own",
    });
  });

  it.each(["hand", "kept"] as const)("stays by %s until who has it is away", (because) => {
    const given = { homeId: "ana", holderId: "ben", because };
    expect(holdingAt(given, facts({ own: [own("ana")] }, ["ana", "ben"]))).toEqual(given);
    expect(holdingAt(given, facts({ own: [own("ana")] }, ["ana"]))).toMatchObject({ holderId: "ana" });
  });

  it("is, of those who share an executive, the one with least open work, and stays there", () => {
    const shared = [own("ana", true, "shared"), own("ben", true, "shared")];
    const busy = facts({ own: shared }, ["ana", "ben"], { ana: 3, ben: 1 });
    const first = holdingAt(NOBODY, busy);
    expect(first).toMatchObject({ homeId: "ben", holderId: "ben" });
    const later = facts({ own: shared }, ["ana", "ben"], { ana: 0, ben: 4 });
    expect(holdingAt(first, later)).toEqual(first);
  });

  it("is a primary at work before those who share", () => {
    const both = [own("ana"), own("ben", true, "shared")];
    expect(holdingAt(NOBODY, facts({ own: both }, ["ana", "ben"], { ana: 9 }))).toMatchObject({
      holderId: "ana",
    });
    const away = [own("ana", false), own("ben", true, "shared")];
    expect(
      holdingAt({ homeId: "ana", holderId: "ana", because: "own" }, facts({ own: away }, ["ben"])),
    ).toEqual({
      homeId: "ana",
      holderId: "ben",
      because: "own",
    });
  });

  it("is the first backup at work where nobody covers, and nobody where there is none: never who is away", () => {
    const gap = { own: [own("ana", false)] };
    const held: RequestHolding = { homeId: "ana", holderId: "ana", because: "own" };
    expect(holdingAt(held, facts({ ...gap, backupIds: ["dan", "eli"] }, ["dan", "eli"]))).toEqual({
      homeId: "ana",
      holderId: "dan",
      because: "backup",
    });
    expect(holdingAt(held, facts(gap, []))).toEqual({ homeId: "ana", holderId: null, because: null });
    expect(holdingAt(held, facts({ ...gap, coverId: "ben" }, []))).toMatchObject({ holderId: null });
  });

  it("has a new home where the old one no longer supports the executive", () => {
    const gone: RequestHolding = { homeId: "ana", holderId: "ana", because: "own" };
    expect(holdingAt(gone, facts({ own: [own("ben")] }, ["ana", "ben"]))).toEqual({
      homeId: "ben",
      holderId: "ben",
      because: "own",
    });
  });
});

describe("to whom a request is best given", () => {
  it("is who serves the executive, then who is at work with least open work; neither who is away nor who has it", () => {
    const now = facts(
      { own: [own("ana"), own("eva", false, "shared")], coverId: "ben", backupIds: ["cyd"] },
      ["ana", "ben", "cyd", "dan", "fay", "has"],
      { ana: 9, dan: 4, fay: 1 },
    );
    const ranked = rankedReceivers(["dan", "cyd", "eva", "fay", "ana", "has", "ben"], "has", now);
    expect(ranked.map(({ assistantId, because, open }) => `${assistantId} ${because} ${open}`)).toEqual([
      "ana own 9",
      "ben cover 0",
      "cyd backup 0",
      "fay there 1",
      "dan there 4",
    ]);
  });
});
