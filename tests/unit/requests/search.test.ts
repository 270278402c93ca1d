import { describe, expect, it } from "vitest";
import { excerptOf, hitsIn } from "@/lib/requests/search/rules";

const marked = (text: string, typed: string) =>
  hitsIn(text, typed).map(({ start, end }) => text.slice(start, end));

describe("what is marked of a search", () => {
  it("marks words that begin as typed, whatever the case and accents", () => {
    expect(marked("Möte i Malmö om mötesrum", "mote malmo")).toEqual(["Möte", "Malmö", "mötesrum"]);
  });

  it("marks other forms of a word, not words that merely begin alike", () => {
    expect(marked("Mötet, möten, motor, motivet", "möten")).toEqual(["Mötet", "möten"]);
    expect(marked("Meetings and meet", "meeting")).toEqual(["Meetings", "meet"]);
  });

  it("marks a number in any notation", () => {
    expect(marked("Call 070-123 45 67 before noon", "+46 701234567")).toEqual(["070-123 45 67"]);
  });

  it("marks nothing where nothing was typed", () => {
    expect(marked("Book a table", " ")).toEqual([]);
  });
});

describe("the piece of a text that is shown of what was found", () => {
  it("begins at a word a little before the hit and says what it leaves out", () => {
    const text = `${"before ".repeat(30)}the invoice ${"after ".repeat(60)}`;
    const excerpt = excerptOf(["nothing here", text], "invoice") ?? "";
    expect(excerpt).toMatch(/^…(before )+the invoice (after )+.*…$/);
    expect(excerpt.length).toBeLessThan(200);
  });

  it("is none where no text holds it", () => {
    expect(excerptOf(["Book a table"], "invoice")).toBeNull();
  });
});
