import { describe, expect, it } from "vitest";
import { lastDayOfTrial, momentOpen, trialCheckInDays, trialPhase } from "@/lib/matching/trials/rules";
import { day } from "@/lib/time/day";

const FOUR_WEEKS = { from: day("2026-09-07"), to: lastDayOfTrial(day("2026-09-07"), 4) };
const agreed = { ...FOUR_WEEKS, status: "agreed" } as const;

describe("a trial", () => {
  it("of four weeks ends on a Sunday, and is spoken of at half time and three working days before", () => {
    expect(FOUR_WEEKS.to).toBe("2026-10-04");
    expect(trialCheckInDays(FOUR_WEEKS)).toEqual({ halfway: "2026-09-21", ending: "2026-09-30" });
  });

  it("of one week is spoken of once", () => {
    const week = { from: day("2026-09-07"), to: lastDayOfTrial(day("2026-09-07"), 1) };
    expect(trialCheckInDays(week)).toEqual({ halfway: null, ending: "2026-09-09" });
  });

  it.each([
    ["2026-09-06", "agreed", null],
    ["2026-09-07", "active", null],
    ["2026-09-21", "active", "halfway"],
    ["2026-09-29", "active", "halfway"],
    ["2026-09-30", "active", "ending"],
    ["2026-10-04", "active", "ending"],
    ["2026-10-05", "ended", "ending"],
    ["2026-10-18", "ended", "ending"],
    ["2026-10-19", "ended", null],
  ] as const)("on %s is %s by its dates and asks for %s", (today, phase, moment) => {
    expect(trialPhase(agreed, day(today))).toBe(phase);
    expect(momentOpen(agreed, day(today))).toBe(moment);
  });

  it("without two answers lapses on its first day, and what was stopped asks nothing", () => {
    const proposed = { ...FOUR_WEEKS, status: "proposed" } as const;
    expect(trialPhase(proposed, day("2026-09-06"))).toBe("proposed");
    expect(trialPhase(proposed, day("2026-09-07"))).toBe("lapsed");
    expect(momentOpen({ ...FOUR_WEEKS, status: "stopped" }, day("2026-09-30"))).toBeNull();
    expect(momentOpen(proposed, day("2026-09-30"))).toBeNull();
  });
});
