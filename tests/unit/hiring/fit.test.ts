import { describe, expect, it } from "vitest";
import { type CountedApplication, hiringFigures } from "@/lib/hiring/figures/rules";
import { candidateFit } from "@/lib/hiring/fit/rules";
import { rampFrom, skillsFrom } from "@/lib/hiring/hires/rules";
import { isAnswerable } from "@/lib/hiring/offers/rules";
import { USUAL_WEIGHTS } from "@/lib/matching/weights/rules";
import { day } from "@/lib/time/day";

const PROFILE = {
  duties: [
    { dutyId: "calendar", level: 3, minutesPerWeek: 300 },
    { dutyId: "travel", level: 4, minutesPerWeek: 100 },
  ],
  languages: [{ language: "fr", level: "C1" as const }],
};
const mark = (criterion: string, value: number | null) => ({ criterion, mark: value });

describe("the fit of a candidate", () => {
  it("leaves out what is not known and says so, never counting it as nought", () => {
    expect(candidateFit(PROFILE, [], USUAL_WEIGHTS)).toMatchObject({ total: null, known: 0 });
    const fit = candidateFit(PROFILE, [mark("duty-calendar", 3), mark("duty-travel", null)], USUAL_WEIGHTS);
    expect(fit.total).toBe(70);
    expect(fit.parts.find(({ part }) => part === "duties")).toMatchObject({ points: 70, knownPercent: 75 });
    expect(fit.known).toBe(32);
  });

  it("gives nothing below the level asked for, 70 at it and 15 a level above, by the median", () => {
    const marks = [
      mark("duty-calendar", 5),
      mark("duty-calendar", 4),
      mark("duty-travel", 3),
      mark("language-fr", 2),
    ];
    const fit = candidateFit(PROFILE, marks, USUAL_WEIGHTS);
    expect(fit.parts.slice(0, 2).map(({ points }) => points)).toEqual([64, 0]);
  });
});

describe("what a hire makes", () => {
  it("takes levels from the median of the marks, or from what is asked where nobody saw it", () => {
    const skills = skillsFrom(PROFILE, [mark("duty-calendar", 5), mark("duty-calendar", 4)]);
    expect(skills).toEqual([
      { dutyId: "calendar", proficiency: 4, isJudged: true },
      { dutyId: "travel", proficiency: 4, isJudged: false },
    ]);
    expect(rampFrom(PROFILE, skills).map(({ dutyId, fromWeek }) => [dutyId, fromWeek])).toEqual([
      ["calendar", 1],
      ["travel", 4],
    ]);
  });
});

describe("an offer", () => {
  it("can be answered to the end of its last day", () => {
    const offer = { status: "sent" as const, validUntil: day("2026-08-28") };
    expect(isAnswerable(offer, day("2026-08-28"))).toBe(true);
    expect(isAnswerable(offer, day("2026-08-29"))).toBe(false);
    expect(isAnswerable({ ...offer, status: "declined" }, day("2026-08-01"))).toBe(false);
  });
});

describe("the figures of a hiring", () => {
  const at = (on: string) => new Date(`2026-08-${on}T08:00:00Z`);
  const one = (more: Partial<CountedApplication>): CountedApplication => ({
    ...{ status: "received", via: "", receivedAt: at("03"), acceptedAt: null },
    steps: [{ to: "received", at: at("03") }],
    ...more,
  });

  it("count from opening and from receiving to the accepted offer, and days in each stage", () => {
    const hired = one({
      ...{ status: "hired", via: "careers", acceptedAt: at("20") },
      steps: [
        { to: "received", at: at("03") },
        { to: "screening", at: at("05") },
        { to: "offered", at: at("15") },
        { to: "hired", at: at("21") },
      ],
    });
    const figures = hiringFigures(at("01"), [hired, one({})], at("21"));
    expect(figures).toMatchObject({
      daysToFill: 19,
      daysToHire: 17,
      hired: 1,
      answeredInTime: 1,
      answeredOf: 2,
    });
    expect(figures.stages.find(({ stage }) => stage === "screening")).toMatchObject({
      reached: 1,
      medianDays: 10,
    });
    expect(figures.stages[0]).toMatchObject({ reached: 2, medianDays: 2, mostDays: 18 });
  });

  it("say nothing of what has not happened", () => {
    expect(hiringFigures(null, [], at("21"))).toMatchObject({
      daysToFill: null,
      daysToHire: null,
      answeredOf: 0,
    });
  });
});
