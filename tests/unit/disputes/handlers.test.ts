import { describe, expect, it } from "vitest";
import { handlerOf, impartialHandlers } from "@/lib/disputes/access/rules-handlers";

const candidate = (userId: string, load: number, isOfOwnPool: boolean) => ({
  userId,
  name: userId,
  pools: "",
  load,
  isOfOwnPool,
});
const ALL = [candidate("eva", 3, true), candidate("nils", 1, true), candidate("lou", 0, false)];

describe("who handles what somebody raises", () => {
  it("is whom its writer chose", () => {
    expect(handlerOf(ALL, [], "eva")?.userId).toBe("eva");
  });

  it("is else the least loaded of the own pool, then of another", () => {
    expect(handlerOf(ALL, [], null)?.userId).toBe("nils");
    expect(handlerOf(ALL, ["nils"], null)?.userId).toBe("eva");
    expect(handlerOf(ALL, ["nils", "eva"], null)?.userId).toBe("lou");
  });

  it("is never somebody who is named, chosen or not, and nobody where all are", () => {
    expect(handlerOf(ALL, ["eva"], "eva")?.userId).toBe("nils");
    expect(handlerOf(ALL, ["eva", "nils", "lou"], "eva")).toBeNull();
    expect(impartialHandlers(ALL, ["eva"]).map(({ userId }) => userId)).toEqual(["nils", "lou"]);
  });
});
