import { beforeEach, describe, expect, it } from "vitest";
import { NotFoundError, sqlStateOf } from "@/lib/errors";
import {
  comparePlacements,
  listCandidatePlacements,
  listFittingExecutives,
  listPresentPlacements,
  previewFitWeights,
} from "@/lib/matching/placements/queries";
import { listPlacementDecisions } from "@/lib/matching/placements/queries-decisions";
import { placementFit } from "@/lib/matching/placements/rules";
import { DecidePlacementInput } from "@/lib/matching/placements/schema";
import { decidePlacement, forgetPlacementDecisions } from "@/lib/matching/placements/service";
import { requireFitWeights } from "@/lib/matching/weights/queries";
import { USUAL_WEIGHTS } from "@/lib/matching/weights/rules";
import { SetFitWeightsInput } from "@/lib/matching/weights/schema";
import { setFitWeights } from "@/lib/matching/weights/service";
import { day } from "@/lib/time/day";
import { asSystem, MONDAY_MORNING } from "../support/contexts";
import { testDb } from "../support/database";
import { type CoverageOffice, createCoverageOffice, createOtherManager } from "../support/offices/coverage";

const FROM = day("2026-09-01");

let office: CoverageOffice;
beforeEach(async () => {
  office = await createCoverageOffice();
});

const candidates = () =>
  listCandidatePlacements(office.manager, { executiveId: office.ids.xenia, from: FROM, page: 1 }, "sv");

async function fitOfBen() {
  const compared = await comparePlacements(
    office.manager,
    { executiveId: office.ids.xenia, assistantIds: [office.ids.ben], from: FROM },
    "sv",
  );
  return compared.candidates[0];
}

const decide = (assistantId: string, reason = "", ctx = office.manager) =>
  decidePlacement(
    ctx,
    DecidePlacementInput.parse({ executiveId: office.ids.xenia, assistantId, from: FROM, reason }),
  );

describe("who could support an executive", () => {
  it("is everybody of the pool: ranked by a fit that can be worked out by hand, or ruled out with the reason", async () => {
    const list = await candidates();
    expect(list.ranked.map(({ name, total, known }) => [name, total, known])).toEqual([
      ["Ana Alm", 92, 85],
      ["Ben Berg", 83, 85],
      ["Dan Dahl", 36, 85],
    ]);
    expect(list.impossible.map(({ name, gates }) => [name, gates])).toEqual([["Cia Cedar", ["over_limit"]]]);
    expect(list.ranked[1]).toMatchObject({
      parts: {
        duties: 85,
        hours: 100,
        place: 100,
        familiarity: 0,
        outcomes: "not_known",
        wishes: "not_asked",
      },
      loadBefore: 900,
      loadAfter: 1800,
      capacity: 2400,
    });
    expect(list.ranked.map(({ isPrimaryNow }) => isPrimaryNow)).toEqual([true, false, false]);
  });

  it("is the same with and without somebody's leave and sickness, and whatever they are called", async () => {
    const plain = async () => JSON.stringify(await candidates()).replaceAll(/"name":"[^"]*"/g, "");
    const before = await plain();
    await testDb().absence.deleteMany();
    await testDb().user.updateMany({ data: { name: "Somebody" } });
    expect(await plain()).toBe(before);
  });

  it("counts work styles once the person has read how matching works and rated themselves, and leaves out what they object to", async () => {
    const { ben, xenia } = office.ids;
    const [workStyleId, assistantId] = ["integrity", ben];
    const names = { nameEn: "Integrity", nameSv: "Integritet", onetElement: "Integrity" };
    await testDb().workStyle.create({ data: { id: workStyleId, ...names, importance: 4.58, sortOrder: 13 } });
    await testDb().askedWorkStyle.create({ data: { executiveId: xenia, workStyleId, level: 4 } });
    await testDb().assistantWorkStyle.create({ data: { assistantId, workStyleId, managerRating: 5 } });
    await testDb().matchingNotice.create({ data: { assistantId, toldAt: MONDAY_MORNING } });
    expect((await fitOfBen())?.parts.styles).toBe("not_known");
    await testDb().assistantWorkStyle.updateMany({ data: { selfRating: 2 } });
    expect((await fitOfBen())?.parts.styles).toBe("not_known");
    await testDb().matchingNotice.updateMany({ data: { acknowledgedAt: MONDAY_MORNING } });
    expect((await fitOfBen())?.parts.styles).toBe(88);
    const figure = "style:integrity";
    await testDb().figureObjection.create({
      data: { assistantId, figure, words: "No.", objectedAt: MONDAY_MORNING },
    });
    expect((await fitOfBen())?.parts.styles).toBe("not_known");
  });

  it("counts wishes, experience and what keeps a pair apart", async () => {
    const pair = { assistantId: office.ids.ben, executiveId: office.ids.xenia };
    const wish = { ...pair, authorId: office.userIds.ben ?? "", saidAt: MONDAY_MORNING };
    await testDb().pairingWish.create({ data: { ...wish, wish: "gladly" } });
    await testDb().pairingWish.create({
      data: { ...wish, authorId: office.userIds.xenia ?? "", wish: "rather_not" },
    });
    await testDb().askedExperience.create({ data: { executiveId: pair.executiveId, years: 5 } });
    expect((await fitOfBen())?.parts).toMatchObject({ wishes: 50, experience: "not_known" });
    await testDb().heldExperience.create({ data: { assistantId: pair.assistantId, years: 4 } });
    await testDb().pairingRestriction.create({ data: { ...pair, kind: "hard" } });
    expect(await fitOfBen()).toMatchObject({ parts: { experience: 80 }, gates: ["not_available"] });
  });

  it("can be asked the other way round: whom an assistant could support, with who has each now", async () => {
    const places = await listFittingExecutives(
      office.manager,
      { assistantId: office.ids.ben, from: FROM },
      "sv",
    );
    expect(places.ranked.map(({ name, present }) => [name, present?.name])).toEqual([
      ["Bo Holm", "Ben Berg"],
      ["Zoe Gran", "Cia Cedar"],
      ["Xenia Ek", "Ana Alm"],
      ["Yngve Falk", "Ana Alm"],
    ]);
    const fits = await listPresentPlacements(office.manager, { poolId: office.poolId, from: FROM, page: 1 });
    expect(fits.items).toHaveLength(4);
    const ofXenia = fits.items.find(({ executiveId }) => executiveId === office.ids.xenia);
    expect(ofXenia?.present).toMatchObject({ name: "Ana Alm", total: 92, gates: [] });
  });

  it("says what would have to move for a candidate who would have too much support", async () => {
    await testDb().assistantSkill.updateMany({
      where: { assistantId: office.ids.dan },
      data: { proficiency: 4 },
    });
    const input = { executiveId: office.ids.xenia, assistantIds: [office.ids.cia], from: FROM };
    const { takeovers } = await comparePlacements(office.manager, input, "sv");
    expect(takeovers).toMatchObject([
      { assistantId: office.ids.cia, moves: [{ executiveName: "Zoe Gran", toName: "Dan Dahl" }] },
    ]);
  });

  it("is not for a manager of another pool", async () => {
    const other = await createOtherManager();
    const asked = { executiveId: office.ids.xenia, from: FROM };
    await expect(listCandidatePlacements(other, { ...asked, page: 1 }, "en")).rejects.toThrow(NotFoundError);
    await expect(listPlacementDecisions(other, asked)).rejects.toThrow(NotFoundError);
    await expect(decide(office.ids.ben, "Because", other)).rejects.toThrow(NotFoundError);
  });
});

describe("deciding who supports an executive", () => {
  it("asks for a reason where it isn't the first of the list, and changes nothing without one", async () => {
    expect(await decide(office.ids.ben)).toMatchObject({
      reason: "placement_reason_missing",
      details: { name: "Ana Alm" },
    });
    expect(await testDb().supportAssignment.count({ where: { assistantId: office.ids.ben } })).toBe(1);
  });

  it("begins support, ends the former the day before, and keeps the numbers it rested on", async () => {
    expect(await decide(office.ids.ben, "Both know the department.")).toMatchObject({ ok: true });
    const support = await testDb().supportAssignment.findMany({
      where: { executiveId: office.ids.xenia },
      select: { assistantId: true, role: true, fromOn: true, toOn: true },
      orderBy: { fromOn: "asc" },
    });
    expect(support).toMatchObject([
      { assistantId: office.ids.ana, toOn: new Date("2026-08-31") },
      { assistantId: office.ids.ben, role: "primary", fromOn: new Date("2026-09-01"), toOn: null },
    ]);
    const [decision] = await listPlacementDecisions(office.manager, { executiveId: office.ids.xenia });
    expect(decision).toMatchObject({
      assistantName: "Ben Berg",
      firstAssistantName: "Ana Alm",
      byName: "Lena Lead",
      reason: "Both know the department.",
    });
    const { chosen, weights } = (decision?.inputs ?? {}) as {
      chosen: { facts: never; fit: unknown };
      weights: never;
    };
    expect(placementFit(chosen.facts, weights)).toEqual(chosen.fit);
    expect(JSON.stringify(decision?.inputs)).not.toMatch(/Ben|Ana|Alm/);
  });

  it("asks for no reason for the first, and refuses who supports them already", async () => {
    const [xenia] = [office.ids.xenia];
    await testDb().supportAssignment.deleteMany({ where: { executiveId: xenia } });
    const [first] = (await candidates()).ranked;
    expect(await decide(first?.assistantId ?? "")).toMatchObject({ ok: true });
    expect(await decide(first?.assistantId ?? "")).toMatchObject({ reason: "named_twice" });
  });

  it("lets one of two managers who decide at once win", async () => {
    const answers = await Promise.all([decide(office.ids.ben, "One"), decide(office.ids.dan, "Other")]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await testDb().placementDecision.count()).toBe(1);
  });

  it("is never changed, and forgotten after 24 months", async () => {
    await decide(office.ids.ben, "Because");
    const change = testDb().placementDecision.updateMany({ data: { reason: "Another" } });
    expect(sqlStateOf(await change.catch((error: unknown) => error))).toBe("42501");
    const removal = testDb().placementDecision.deleteMany();
    expect(sqlStateOf(await removal.catch((error: unknown) => error))).toBe("42501");
    await forgetPlacementDecisions(asSystem());
    expect(await testDb().placementDecision.count()).toBe(1);
  });
});

describe("the weights of a pool", () => {
  const set = (weights: Record<string, number>, version = 0) =>
    setFitWeights(
      office.manager,
      SetFitWeightsInput.parse({ poolId: office.poolId, ...USUAL_WEIGHTS, ...weights, version }),
    );

  it("are 100 in all, and each change names the version it read", async () => {
    expect(await set({ duties: 40 })).toMatchObject({ reason: "weights_not_whole", details: { sum: 110 } });
    expect(await set({ duties: 40, hours: 5 })).toMatchObject({ ok: true });
    expect(await set({ duties: 30, hours: 15 })).toMatchObject({ reason: "changed_since_read" });
    expect(await requireFitWeights(office.manager, office.poolId)).toMatchObject({ duties: 40, version: 1 });
    expect((await candidates()).weights).toMatchObject({ duties: 40, hours: 5 });
  });

  it("show first what they would change", async () => {
    const weights = { ...USUAL_WEIGHTS, duties: 0, hours: 40, familiarity: 10 };
    const preview = await previewFitWeights(office.manager, { poolId: office.poolId, ...weights }, "sv");
    expect(preview.map(({ name }) => name)).toEqual(["Xenia Ek", "Yngve Falk", expect.any(String)]);
    const [xenia] = preview;
    expect(xenia?.before.map(({ total }) => total)).toEqual([92, 83, 36]);
    expect(xenia?.after.map(({ total }) => total)).toEqual([100, 82, 82]);
    expect(await testDb().fitWeight.count()).toBe(0);
  });
});
