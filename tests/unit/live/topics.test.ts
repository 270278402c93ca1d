import { describe, expect, it } from "vitest";
import { everything } from "@/lib/live/rules";
import { isConcerned, type LiveTopic } from "@/lib/live/rules-topics";
import type { LiveEvent } from "@/lib/live/schema";
import { day } from "@/lib/time/day";

const WEEK: LiveTopic = { kinds: ["cover"], poolIds: ["north"], from: "2026-08-17", to: "2026-08-23" };

function coverOn(from: string | null, to = from, more: Partial<LiveEvent> = {}): LiveEvent {
  const days = { from: from ? day(from) : null, to: to ? day(to) : null };
  return { ...everything(1), kind: "cover", poolIds: ["north"], executiveIds: ["xenia"], ...days, ...more };
}

describe("a page", () => {
  it("is concerned by changes of its kind, pool and days", () => {
    expect(isConcerned(WEEK, coverOn("2026-08-21"))).toBe(true);
    expect(isConcerned(WEEK, coverOn("2026-08-10", "2026-08-17"))).toBe(true);
    expect(isConcerned(WEEK, coverOn("2026-08-24"))).toBe(false);
    expect(isConcerned(WEEK, coverOn("2026-08-21", "2026-08-21", { poolIds: ["south"] }))).toBe(false);
    expect(isConcerned(WEEK, coverOn("2026-08-21", "2026-08-21", { kind: "request" }))).toBe(false);
  });

  it("is concerned where it can't be told apart", () => {
    expect(isConcerned(WEEK, coverOn(null))).toBe(true);
    expect(isConcerned(WEEK, coverOn("2026-08-21", "2026-08-21", { poolIds: [] }))).toBe(true);
    expect(isConcerned(WEEK, everything(1))).toBe(true);
  });

  it("about some records is concerned by those, and by changes that name none", () => {
    const page: LiveTopic = { kinds: ["cover"], ids: ["xenia"] };
    expect(isConcerned(page, coverOn("2026-08-21"))).toBe(true);
    expect(isConcerned(page, coverOn("2026-08-21", "2026-08-21", { executiveIds: ["zoe"] }))).toBe(false);
    expect(isConcerned(page, coverOn("2026-08-21", "2026-08-21", { executiveIds: [] }))).toBe(true);
  });
});
