import { describe, expect, it } from "vitest";
import { day } from "@/lib/time/day";
import { isReasoned } from "@/lib/training/options/rules";
import { budgetSums, type CostedSession } from "@/lib/training/year/rules";

describe("a decision on what could be learnt", () => {
  it("says why in three words or more, and looking into it needs none", () => {
    expect(isReasoned("chosen", "Nearest and cheapest")).toBe(true);
    expect(isReasoned("set_aside", "  too far ")).toBe(false);
    expect(isReasoned("looking", "")).toBe(true);
  });
});

describe("a budget of training", () => {
  const session = (over: Partial<CostedSession>): CostedSession => ({
    ...{
      firstOn: day("2026-03-02"),
      isCancelled: false,
      capacity: 4,
      costPerPerson: 100,
      costPerSession: 50,
    },
    ...{ currency: "EUR", ...over },
  });

  it("is spent by what was held with its empty seats, committed by what is to come, and not by what is called off", () => {
    const sessions = [session({}), session({ firstOn: day("2026-09-01") }), session({ isCancelled: true })];
    expect(budgetSums(sessions, { amount: 1_000, currency: "EUR" }, day("2026-06-01"))).toEqual({
      ...{ spent: 450, committed: 450, left: 100, others: 0 },
    });
  });

  it("leaves other currencies apart, and is unknown where none is set", () => {
    const sums = budgetSums([session({}), session({ currency: "SEK" })], null, day("2026-06-01"));
    expect(sums).toEqual({ spent: 450, committed: 0, left: null, others: 1 });
  });
});
