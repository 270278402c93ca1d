import { describe, expect, it } from "vitest";
import { hasWords, placeTyped } from "../../../components/ui/forms/words-match";

describe("words that narrow choices and the palette", () => {
  it.each([
    ["Märta Öberg · Stockholm", "oberg marta", true],
    ["Marta Oberg", "Öb MÄR", true],
    ["Marta Oberg", "arta", false],
    ["Europe/Stockholm", "stock", true],
    ["Turner-Reid", "reid", true],
    ["Anyone", "", true],
    ["Vad händer om?", "om vad", true],
    ["Time off calendar", "cal time", true],
    ["Time off calendar", "off x", false],
  ])("%s is found by %s: %s", (text, typed, isFound) => {
    expect(hasWords(text, typed)).toBe(isFound);
  });
});

describe("letters typed on a closed select", () => {
  const labels = ["Annual leave", "Sick", "Ärenden", "Study", "Sabbatical"];
  it.each([
    ["the first with the letter", "s", -1, 1],
    ["the next with the same letter", "s", 1, 3],
    ["round to the first", "s", 4, 1],
    ["one letter again and again", "ss", 1, 3],
    ["several letters", "stu", 1, 3],
    ["the chosen one again while it fits", "st", 3, 3],
    ["accents either way", "are", 0, 2],
    ["nothing", "x", 0, -1],
  ])("%s", (_, typed, from, place) => {
    expect(placeTyped(labels, typed, from)).toBe(place);
  });
});
