import { describe, expect, it } from "vitest";
import { addDays, day } from "@/lib/time/day";
import { movedDueOn, usualArrangements } from "@/lib/training/arrangements/rules";

const TODAY = day("2026-12-01");

describe("what a session usually needs", () => {
  it("is due so long before the first date, and never before today", () => {
    expect(usualArrangements("workshop", day("2026-12-20"), TODAY)).toEqual([
      { kind: "room", dueOn: "2026-12-06" },
      { kind: "catering", dueOn: "2026-12-13" },
      { kind: "equipment", dueOn: "2026-12-13" },
      { kind: "access", dueOn: "2026-12-13" },
    ]);
    expect(usualArrangements("class", addDays(TODAY, 3), TODAY).map(({ dueOn }) => dueOn)).toEqual([
      TODAY,
      TODAY,
      TODAY,
    ]);
  });

  it("is nothing without a date, and online", () => {
    expect(usualArrangements("class", undefined, TODAY)).toEqual([]);
    expect(usualArrangements("e_learning", day("2026-12-20"), TODAY)).toEqual([]);
  });

  it("moves by as many days as the first date", () => {
    expect(movedDueOn(day("2026-12-10"), day("2026-12-20"), day("2026-12-27"), TODAY)).toBe("2026-12-17");
    expect(movedDueOn(day("2026-12-10"), day("2026-12-20"), day("2026-12-04"), TODAY)).toBe(TODAY);
  });
});
