import { describe, expect, it } from "vitest";
import { isDialable, messageSummary } from "@/lib/requests/messages/rules";

describe("what a caller said", () => {
  it.each([
    ["+46 8 555 017 40", true],
    ["08-555 017 40", true],
    ["(020) 7946 0958", true],
    ["the usual", false],
    ["12", false],
    ["", false],
  ])("is a number to dial, or stays text: %s", (said, expected) => {
    expect(isDialable(said)).toBe(expected);
  });

  it("is one line with the company, where there is one", () => {
    expect(messageSummary({ caller: "Lars", company: "Nordbanken" })).toBe("Lars, Nordbanken");
    expect(messageSummary({ caller: "Lars", company: "" })).toBe("Lars");
  });
});
