import { describe, expect, it } from "vitest";
import { messageSummary, telAddress } from "@/lib/requests/messages/rules";

describe("what a caller said", () => {
  it.each([
    ["+46 8 555 017 40", "tel:+46855501740"],
    ["08-555 017 40", "tel:0855501740"],
    ["(020) 7946 0958", "tel:02079460958"],
    ["the usual", null],
    ["12", null],
    ["", null],
  ])("is a number to dial, or stays text: %s", (said, address) => {
    expect(telAddress(said)).toBe(address);
  });

  it("is one line with the company, where there is one", () => {
    expect(messageSummary({ caller: "Lars", company: "Nordbanken" })).toBe("Lars, Nordbanken");
    expect(messageSummary({ caller: "Lars", company: "" })).toBe("Lars");
  });
});
