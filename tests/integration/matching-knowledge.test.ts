import { beforeEach, describe, expect, it } from "vitest";
import type { Assistant } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { readActLink, signActLink } from "@/lib/insight/acts/queries";
import { answerFromMail } from "@/lib/insight/acts/service";
import { requireAsks } from "@/lib/matching/asks/queries";
import { SetAsksInput } from "@/lib/matching/asks/schema";
import { setAsks } from "@/lib/matching/asks/service";
import { getMatchingStanding, getOwnMatching, listWishedAssistants } from "@/lib/matching/knowledge/queries";
import {
  acknowledgeMatching,
  answerObjection,
  objectToFigure,
  rateOwnStyles,
  rateStyles,
  setOwnExperience,
  setWish,
  tellAssistant,
} from "@/lib/matching/knowledge/service";
import { listUnratedCovers } from "@/lib/matching/outcomes/queries";
import { rateCover } from "@/lib/matching/outcomes/service";
import { askAboutCovers } from "@/lib/matching/outcomes/service-asking";
import { comparePlacements } from "@/lib/matching/placements/queries";
import { asAssistantOf, asExecutiveOf, asSystem } from "../support/contexts";
import { testDb } from "../support/database";
import { createCover } from "../support/factories/covers";
import { type CoverageOffice, createCoverageOffice, createOtherManager } from "../support/offices/coverage";
import { noticesOf } from "../support/records";

let office: CoverageOffice;
let ben: Ctx<Assistant>;

const STYLES = [
  "integrity",
  "initiative",
  "cooperation",
  "persistence",
  "leadership",
  "innovation",
  "empathy",
];

beforeEach(async () => {
  office = await createCoverageOffice();
  ben = await asAssistantOf(office.userIds.ben ?? "");
  await testDb().workStyle.createMany({
    data: STYLES.map((id, sortOrder) => ({
      ...{ id, onetElement: id, nameEn: id, nameSv: id, importance: 4, sortOrder },
    })),
  });
});

const ask = (styles: Record<string, number>, executiveId = office.ids.bo) =>
  setAsks(
    office.manager,
    SetAsksInput.parse({
      executiveId,
      styles: Object.entries(styles).map(([styleId, level]) => ({ styleId, level })),
    }),
  );

async function partsOfBen() {
  const input = { executiveId: office.ids.bo, assistantIds: [office.ids.ben] };
  return (await comparePlacements(office.manager, input, "en")).candidates[0]?.parts;
}

describe("what an executive asks for", () => {
  it("is at most six known ways of working, in place of those before", async () => {
    expect(await ask({ integrity: 4, initiative: 3 })).toMatchObject({ ok: true });
    expect(await ask({ cooperation: 5 })).toMatchObject({ ok: true });
    expect(await requireAsks(office.manager, office.ids.bo)).toMatchObject({
      styles: [{ styleId: "cooperation", level: 5 }],
    });
    expect(await ask({ cheerfulness: 5 })).toMatchObject({ reason: "unknown_style" });
    const rows = STYLES.map((workStyleId) => ({ executiveId: office.ids.bo, workStyleId, level: 3 }));
    await expect(testDb().askedWorkStyle.createMany({ data: rows, skipDuplicates: true })).rejects.toThrow();
  });

  it("is for the executive and their managers, and for nobody else", async () => {
    const bo = await asExecutiveOf(office.userIds.bo ?? "");
    expect(await requireAsks(bo, office.ids.bo)).toMatchObject({ styles: [] });
    await expect(requireAsks(bo, office.ids.zoe)).rejects.toThrow(NotFoundError);
    await expect(requireAsks(ben, office.ids.bo)).rejects.toThrow(NotFoundError);
  });
});

describe("ways of working", () => {
  it("count once a person was told, has read how matching works and rated themselves; a manager's rating alone never", async () => {
    await ask({ integrity: 4 });
    await rateStyles(office.manager, { assistantId: office.ids.ben, ratings: { integrity: 5 } });
    expect((await partsOfBen())?.styles).toBe("not_known");
    await tellAssistant(office.manager, { assistantId: office.ids.ben });
    expect(await noticesOf(ben.actor.userId)).toContain("matching_explained");
    await rateOwnStyles(ben, { ratings: { integrity: 4 } });
    expect((await partsOfBen())?.styles).toBe("not_known");
    await acknowledgeMatching(ben, {});
    expect((await partsOfBen())?.styles).toBe(95);
    expect(await rateOwnStyles(ben, { ratings: { charm: 5 } })).toMatchObject({ reason: "unknown_style" });
    const own = await getOwnMatching(ben);
    expect(own.styles[0]).toMatchObject({ styleId: "integrity", selfRating: 4, managerRating: 5 });
  });
});

describe("what matching knows of an assistant", () => {
  it("is their own figures and fits, without what an executive says of them", async () => {
    const bo = await asExecutiveOf(office.userIds.bo ?? "");
    await setWish(bo, { withId: office.ids.ben, wish: "rather_not" });
    expect((await partsOfBen())?.wishes).toBe(0);
    expect(await listWishedAssistants(bo)).toContainEqual(
      expect.objectContaining({ assistantId: office.ids.ben, wish: "rather_not" }),
    );
    const own = await getOwnMatching(ben);
    expect(own.executives.map(({ name, parts, wish }) => [name, parts.wishes, wish])).toEqual([
      ["Bo Holm", "not_asked", null],
    ]);
    await setWish(ben, { withId: office.ids.bo, wish: "gladly" });
    expect((await partsOfBen())?.wishes).toBe(50);
    const after = (await getOwnMatching(ben)).executives[0];
    expect(after).toMatchObject({ wish: "gladly", parts: { wishes: 100 } });
    await setWish(ben, { withId: office.ids.bo, wish: null });
    expect((await partsOfBen())?.wishes).toBe(0);
    await expect(setWish(ben, { withId: office.ids.ana, wish: "gladly" })).rejects.toThrow(NotFoundError);
  });

  it("counts the years they say they have worked, and from their hiring where they say none", async () => {
    await setOwnExperience(ben, { years: 12 });
    expect((await getOwnMatching(ben)).years).toBe(12);
    await setOwnExperience(ben, { years: 13 });
    expect((await getOwnMatching(ben)).years).toBe(13);
    await setOwnExperience(ben, { years: null });
    expect((await getOwnMatching(ben)).years).toBeNull();
  });

  it("leaves a figure out while they object, until a manager answers in words", async () => {
    const before = (await partsOfBen())?.duties;
    const objection = { figure: "duty:calendar", words: "I have not done this for years." };
    expect(await objectToFigure(ben, objection)).toMatchObject({ ok: true });
    expect(await objectToFigure(ben, objection)).toMatchObject({ reason: "objected_already" });
    expect(await noticesOf(office.manager.actor.userId)).toContain("figure_objected");
    expect((await partsOfBen())?.duties).toBe("not_asked");
    const { objections } = await getMatchingStanding(office.manager, office.ids.ben);
    const id = objections[0]?.id ?? "";
    const stranger = await createOtherManager();
    await expect(answerObjection(stranger, { id, answer: "No." })).rejects.toThrow(NotFoundError);
    expect(await answerObjection(office.manager, { id, answer: "Looked at it." })).toMatchObject({
      ok: true,
    });
    expect(await answerObjection(office.manager, { id, answer: "Again." })).toMatchObject({
      reason: "answered_already",
    });
    expect((await partsOfBen())?.duties).toBe(before);
    expect((await getOwnMatching(ben)).objections[0]).toMatchObject({
      answer: "Looked at it.",
      answeredBy: "Lena Lead",
    });
  });
});

describe("how an executive found a cover", () => {
  const cover = (overrides: Record<string, unknown> = {}) =>
    createCover(testDb(), {
      ...{ executiveId: office.ids.zoe, assistantId: office.ids.ben, status: "completed" },
      ...{ startOn: new Date("2026-08-10"), endOn: new Date("2026-08-12"), ...overrides },
    });

  it("is asked once for an assistant, said once, and counts from two; the assistant reads the mean of three", async () => {
    const { id: coverId } = await cover();
    await cover({ startOn: new Date("2026-08-13"), endOn: new Date("2026-08-14") });
    const zoe = await asExecutiveOf(office.userIds.zoe ?? "");
    expect((await listUnratedCovers(zoe)).map(({ assistantName, to }) => [assistantName, to])).toEqual([
      ["Ben Berg", "2026-08-14"],
    ]);
    expect(await rateCover(zoe, { coverId, rating: 5, note: "" })).toMatchObject({ ok: true });
    expect(await rateCover(zoe, { coverId, rating: 1, note: "" })).toMatchObject({ reason: "rated_already" });
    expect(await listUnratedCovers(zoe)).toEqual([]);
    expect((await partsOfBen())?.outcomes).toBe("not_known");
    for (const startOn of ["2026-07-01", "2026-07-08"]) {
      const { id } = await cover({ startOn: new Date(startOn), endOn: new Date(startOn) });
      await rateCover(zoe, { coverId: id, rating: 4, note: "" });
    }
    expect((await partsOfBen())?.outcomes).toBe(83);
    expect((await getOwnMatching(ben)).ratings).toEqual({ count: 3, mean: 4.3 });
  });

  it("is asked about once by notice, by one node, and answered from its mail", async () => {
    await cover({ startOn: new Date("2026-08-12"), endOn: new Date("2026-08-12") });
    const { id: coverId } = await cover({ startOn: new Date("2026-08-14"), endOn: new Date("2026-08-14") });
    const asked = await Promise.all([askAboutCovers(asSystem()), askAboutCovers(asSystem())]);
    expect(asked.map((one) => one.asked).sort()).toEqual([0, 1]);
    expect(await askAboutCovers(asSystem())).toEqual({ asked: 0 });
    const zoe = await asExecutiveOf(office.userIds.zoe ?? "");
    const notice = await testDb().notification.findFirstOrThrow({ where: { kind: "cover_ended" } });
    expect(notice).toMatchObject({ userId: zoe.actor.userId, params: { coverId, name: "Ben Berg" } });
    const token = await signActLink(zoe, notice);
    const link = token && (await readActLink(asSystem(), token));
    if (!link) throw new Error("no link");
    const answer = { act: "rate", version: link.version, rating: 4 } as const;
    const [bo, ...both] = await Promise.all([
      answerFromMail(await asExecutiveOf(office.userIds.bo ?? ""), link.notice, answer),
      answerFromMail(zoe, link.notice, answer),
      answerFromMail(zoe, link.notice, answer),
    ]);
    expect(bo).toMatchObject({ reason: "not_found" });
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await testDb().outcomeRating.findMany()).toMatchObject([{ coverId, rating: 4 }]);
    expect(await answerFromMail(zoe, link.notice, answer)).toMatchObject({ reason: "answered_already" });
  });

  it("is for the executive who was covered, after the last day", async () => {
    const { id: coverId } = await cover({ startOn: new Date("2026-08-17"), endOn: new Date("2026-08-18") });
    const [zoe, bo] = await Promise.all(
      ["zoe", "bo"].map((name) => asExecutiveOf(office.userIds[name] ?? "")),
    );
    const rating = { coverId, rating: 4, note: "" };
    if (!zoe || !bo) throw new Error("two executives");
    expect(await rateCover(zoe, rating)).toMatchObject({ reason: "cover_goes_on" });
    await expect(rateCover(bo, rating)).rejects.toThrow(NotFoundError);
  });
});
