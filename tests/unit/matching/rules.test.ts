import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitOf, misfitOf, type Pairing } from "@/lib/matching/rules";

function makePairing(overrides: Partial<Pairing> = {}): Pairing {
  return {
    duties: [{ minutes: 60, needed: 3, held: 3 }],
    backupRank: null,
    hasCoveredBefore: false,
    isSameSite: true,
    isOtherPool: false,
    hasSoftRestriction: false,
    ...overrides,
  };
}

describe("how well a person fits an executive", () => {
  it("is half skills, 35 % continuity, 15 % place", () => {
    expect(fitOf(makePairing())).toMatchObject({ total: 57, skills: 70, continuity: 20, place: 100 });
    expect(fitOf(makePairing({ backupRank: 1, isSameSite: false }))).toMatchObject({
      total: 75,
      skills: 70,
      continuity: 100,
      place: 30,
    });
  });

  it("weighs each duty by its minutes", () => {
    const duties = [
      { minutes: 90, needed: 3, held: 5 },
      { minutes: 30, needed: 3, held: 2 },
    ];
    expect(fitOf(makePairing({ duties })).skills).toBe(75);
  });

  it("has all skills where there is nothing to do", () => {
    expect(fitOf(makePairing({ duties: [] })).skills).toBe(100);
  });

  it.each([
    [1, 100],
    [2, 90],
    [4, 70],
    [99, 70],
  ])("counts a backup of rank %i as %i, above anybody who only covered before", (backupRank, continuity) => {
    expect(fitOf(makePairing({ backupRank })).continuity).toBe(continuity);
    expect(fitOf(makePairing({ hasCoveredBefore: true })).continuity).toBe(65);
  });

  it("is a misfit turned round, and a soft restriction adds 300", () => {
    expect(misfitOf(makePairing())).toBe(43);
    expect(misfitOf(makePairing({ hasSoftRestriction: true }))).toBe(343);
  });

  it("stays between nothing and everything, and its misfit in whole numbers up to 1000", () => {
    const pairing = fc.record({
      duties: fc.array(
        fc.record({
          minutes: fc.nat(720),
          held: fc.nat(5),
          needed: fc.integer({ min: 1, max: 5 }),
        }),
      ),
      backupRank: fc.option(fc.integer({ min: 1, max: 99 })),
      hasCoveredBefore: fc.boolean(),
      isSameSite: fc.boolean(),
      isOtherPool: fc.boolean(),
      hasSoftRestriction: fc.boolean(),
    });
    fc.assert(
      fc.property(pairing, (one) => {
        for (const points of Object.values(fitOf(one))) {
          expect(points).toBeGreaterThanOrEqual(0);
          expect(points).toBeLessThanOrEqual(100);
        }
        expect(Number.isInteger(misfitOf(one))).toBe(true);
        expect(misfitOf(one)).toBeLessThanOrEqual(1000);
      }),
    );
  });
});
