import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordDifference } from "@/lib/letters/rules-difference";
import { fieldNamed, MERGE_FIELDS, refusalOfFieldNames } from "@/lib/letters/rules-fields";
import { valuesOfVersion } from "@/lib/letters/rules-own-values";
import { letterText, missingFields, plainLetter } from "@/lib/letters/rules-text";
import { day } from "@/lib/time/day";

const plain = (body: string, values: object) => plainLetter(letterText("", body, values), (field) => field);

describe("the fields of a letter", () => {
  it("are named in either language, with any spaces and case", () => {
    for (const { key, en, sv } of MERGE_FIELDS)
      expect([key, en, sv, ` ${en.toUpperCase()} `].map(fieldNamed)).toEqual([key, key, key, key]);
    expect(fieldNamed("constructor")).toBeNull();
  });

  it("are refused by the nearest name where there is no such field, and where braces don't close", () => {
    expect(refusalOfFieldNames({ body: "Dear {{Recipent}}" }, "en")).toMatchObject({
      reason: "letter_field_unknown",
      path: "body",
      details: { field: "Recipent", nearest: "Recipient" },
    });
    expect(refusalOfFieldNames({ body: "Hej {{motagare}}" }, "sv")).toMatchObject({
      details: { nearest: "Mottagare" },
    });
    for (const body of ["{{recipient", "recipient}}", "{{{recipient}}}", "{{recipient}} {{"])
      expect(refusalOfFieldNames({ body }, "en"), body).toMatchObject({ reason: "letter_field_open" });
    expect(refusalOfFieldNames({ subject: "{{matter}}", body: "{ } {{Date}}" }, "en")).toBeNull();
  });

  it("are missing while nothing, or only space, is filled in", () => {
    expect(missingFields("{{matter}}", "{{place}} {{day}} {{place}}", { matter: "x", day: "  " })).toEqual([
      "place",
      "day",
    ]);
  });

  it("are filled in with who signs, who writes and the day in words, whatever is typed", () => {
    const known = { executive: "Helena Å", title: "", assistant: "Malin", today: day("2026-12-02") };
    expect(valuesOfVersion("sv", { date: "igår", executive_title: "CFO", place: " " }, known)).toEqual({
      date: "2 december 2026",
      executive: "Helena Å",
      executive_title: "CFO",
      assistant: "Malin",
    });
  });
});

describe("a letter's text", () => {
  it("has paragraphs, points and bold, and never reads what it is filled in with", () => {
    const { blocks } = letterText("", "A **b {{place}}**\nsecond\n\n- one\n- two", {
      place: "**{{day}}**\n- x",
    });
    expect(blocks.map(({ kind }) => kind)).toEqual(["paragraph", "point", "point"]);
    expect(blocks[0]?.lines[0]).toEqual([
      { text: "A ", isBold: false },
      { text: "b ", isBold: true },
      { field: "place", value: "**{{day}}**\n- x", isBold: true },
    ]);
  });

  it("names a field that is missing, and prints neither blanks nor braces", () => {
    expect(plain("To {{recipient}},\n\n- {{day}}\n- b\n\nend", { day: "Monday" })).toBe(
      "To [recipient],\n\n- Monday\n- b\n\nend",
    );
  });
});

describe("the difference of two versions", () => {
  it("is told in words, removed before added", () => {
    expect(wordDifference("papers in the reading room.", "papers in room Sjön.")).toEqual([
      { kind: "same", text: "papers in " },
      { kind: "removed", text: "the reading room." },
      { kind: "added", text: "room Sjön." },
    ]);
  });

  it("holds all of both texts", () => {
    const text = fc.array(fc.constantFrom("a", "b", "c", " ", "\n", "é")).map((signs) => signs.join(""));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = wordDifference(before, after);
        const without = (kind: string) =>
          pieces.flatMap((piece) => (piece.kind === kind ? [] : [piece.text])).join("");
        expect([without("added"), without("removed")]).toEqual([before, after]);
      }),
    );
  });
});
