import { beforeEach, describe, expect, it } from "vitest";
import { requireApplication } from "@/lib/hiring/applications/queries";
import { moveApplication } from "@/lib/hiring/applications/service";
import { readHirePlan } from "@/lib/hiring/hires/queries";
import { HireInput } from "@/lib/hiring/hires/schema";
import { didNotStart, hireCandidate } from "@/lib/hiring/hires/service";
import { findJobOfferByLink, listJobOffers } from "@/lib/hiring/offers/queries";
import { MakeOfferInput } from "@/lib/hiring/offers/schema";
import { answerJobOffer, expireJobOffers, makeJobOffer, takeOfferBack } from "@/lib/hiring/offers/service";
import { listPacks, requireOwnPack } from "@/lib/hiring/packs/queries";
import { answerPack, sendPack } from "@/lib/hiring/packs/service";
import { hashOfSecret } from "@/lib/secrets";
import { asExecutiveOf, asManagerOf, asSystem, MONDAY_MORNING } from "../support/contexts";
import { testDb } from "../support/database";
import { createAd, createApplication, createRequisitionRow } from "../support/factories/hiring";
import { createLeaveOffice, type LeaveOffice } from "../support/offices/leave";

const TOKEN = "the-link-of-the-candidate-offered";
const LAST_DAY = new Date("2026-08-28T20:00:00Z");
const anyone = (now = MONDAY_MORNING) => ({ db: testDb(), now });
let office: LeaveOffice;
let applicationId: string;
let requisitionId: string;

beforeEach(async () => {
  office = await createLeaveOffice();
  const db = testDb();
  const { id } = await createRequisitionRow(db, {
    ...{
      poolId: office.ids.pool,
      requestedById: office.manager.userId,
      executiveIds: [office.ids.executiveId],
    },
  });
  requisitionId = id;
  const { versions } = await createAd(db, { requisitionId, createdById: office.manager.userId });
  ({ id: applicationId } = await createApplication(db, {
    requisitionId,
    adVersionId: versions[0]?.id ?? "",
  }));
  await db.candidateLink.create({
    data: { tokenHash: hashOfSecret(TOKEN), applicationId, createdAt: MONDAY_MORNING },
  });
});

const manager = (now = MONDAY_MORNING) => asManagerOf(office.manager.userId, now);

async function offer() {
  const terms = MakeOfferInput.parse({
    ...{ applicationId, startsOn: "2026-10-01", validUntil: "2026-08-28", place: "London City" },
    ...{ pay: 41_000, currency: "gbp", payUnit: "year" },
  });
  return makeJobOffer(await manager(), terms);
}

const answer = (kind: "accept" | "decline", now = MONDAY_MORNING, name = "Camille Fournier") =>
  answerJobOffer(anyone(now), { token: TOKEN, answer: kind, name });

function hiring(more: Partial<HireInput> = {}) {
  return HireInput.parse({
    ...{ applicationId, name: "Camille Fournier", email: "camille@office.example" },
    skills: [{ dutyId: "calendar", proficiency: 4 }],
    ramp: [{ dutyId: "calendar", fromWeek: 1, level: 4 }],
    supports: [{ executiveId: office.ids.executiveId, from: "2026-10-01" }],
    ...more,
  });
}

const statusOf = async () => (await requireApplication(await manager(), applicationId)).status;

describe("an offer", () => {
  it("is answered by the link with a typed name until the end of its last day, once", async () => {
    expect(await offer()).toMatchObject({ ok: true });
    expect(await statusOf()).toBe("offered");
    expect(await offer()).toMatchObject({ reason: "job_offer_live" });
    expect(await answer("accept", MONDAY_MORNING, "")).toMatchObject({ reason: "name_missing" });
    expect(await answer("accept", new Date("2026-08-29T12:00:00Z"))).toMatchObject({
      reason: "job_offer_over",
    });
    expect(await answer("accept", LAST_DAY)).toMatchObject({ value: { status: "accepted" } });
    expect(await answer("decline", LAST_DAY)).toMatchObject({ reason: "job_offer_over" });
    const other = await asManagerOf(office.otherManager.userId);
    await expect(listJobOffers(other, applicationId)).rejects.toThrow();
  });

  it("runs out after its day, or is taken back, and a new one is a new offer", async () => {
    await offer();
    expect(await expireJobOffers(asSystem(LAST_DAY))).toEqual({ count: 0 });
    expect(await expireJobOffers(asSystem(new Date("2026-08-30T00:00:00Z")))).toEqual({ count: 1 });
    const made = await offer();
    const id = made.ok ? made.value.id : "";
    expect(await takeOfferBack(await manager(), { id, version: 1 })).toMatchObject({ ok: true });
    expect(await findJobOfferByLink(anyone(), TOKEN)).toBeNull();
    expect(await answer("accept")).toMatchObject({ reason: "link_unknown" });
  });
});

describe("a pre-screen pack", () => {
  it("is read and answered by its executive alone, until the stage moves", async () => {
    const { executiveId } = office.ids;
    const asked = { applicationId, executiveId, questions: "Why?\nWhen?", hidesName: true };
    const sent = await sendPack(await manager(), asked);
    expect(await sendPack(await manager(), asked)).toMatchObject({ reason: "pack_sent_already" });
    const id = sent.ok ? sent.value.id : "";
    const executive = await asExecutiveOf(office.executive.userId);
    expect(await requireOwnPack(executive, id)).toMatchObject({
      ...{ name: null, questions: ["Why?", "When?"], marks: [], canAnswer: true, fit: { total: null } },
    });
    const many = "word ".repeat(301);
    expect(await answerPack(executive, { id, answer: "meet", words: many })).toMatchObject({
      reason: "words_too_many",
    });
    expect(await answerPack(executive, { id, answer: "talk", words: "" })).toMatchObject({ ok: true });
    expect(await answerPack(executive, { id, answer: "meet", words: "Soon" })).toMatchObject({ ok: true });
    expect(await listPacks(await manager(), applicationId)).toMatchObject([
      { answer: "meet", words: "Soon" },
    ]);
    await offer();
    expect(await answerPack(executive, { id, answer: "no", words: "" })).toMatchObject({
      reason: "pack_over",
    });
    const stranger = {
      ...executive,
      actor: { ...executive.actor, executive: { id: requisitionId, poolId: "" } },
    };
    await expect(requireOwnPack(stranger, id)).rejects.toThrow();
  });
});

describe("hiring", () => {
  it("needs an accepted offer, in the database too", async () => {
    expect(await hireCandidate(await manager(), hiring())).toMatchObject({ reason: "offer_not_accepted" });
    const { version } = await requireApplication(await manager(), applicationId);
    const move = { id: applicationId, version, move: "hire" as never, noReason: null };
    await moveApplication(await manager(), move).catch(() => null);
    await offer();
    const hired = testDb().application.update({
      where: { id: applicationId },
      data: { status: "hired", endedAt: MONDAY_MORNING },
    });
    await expect(hired).rejects.toThrow();
    expect(await statusOf()).toBe("offered");
  });

  it("makes account, assistant, support and plan at once and once, and is undone where nobody started", async () => {
    await offer();
    await answer("accept");
    const plan = await readHirePlan(await manager(), applicationId);
    expect(plan).toMatchObject({
      ...{ name: "Camille Fournier", skills: [{ dutyId: "calendar", proficiency: 3, isJudged: false }] },
      supports: [{ executiveId: office.ids.executiveId, now: "Person assistant" }],
    });
    expect(await hireCandidate(await manager(), hiring({ email: "assistant@office.example" }))).toMatchObject(
      {
        reason: "email_taken",
      },
    );
    const tooEarly = [{ executiveId: office.ids.executiveId, from: "2026-09-30" as never }];
    expect(await hireCandidate(await manager(), hiring({ supports: tooEarly }))).toMatchObject({
      reason: "before_hired",
    });
    expect(await testDb().user.count({ where: { email: "camille@office.example" } })).toBe(0);
    const first = await hireCandidate(await manager(), hiring());
    expect(await hireCandidate(await manager(), hiring())).toEqual(first);
    const assistantId = first.ok ? first.value.assistantId : "";
    expect(await testDb().assistant.findUniqueOrThrow({ where: { id: assistantId } })).toMatchObject({
      hiredOn: new Date("2026-10-01"),
    });
    const support = () =>
      testDb().supportAssignment.findMany({
        where: { executiveId: office.ids.executiveId },
        orderBy: [{ fromOn: "asc" }, { role: "asc" }],
        select: { assistantId: true, role: true, toOn: true },
      });
    expect(await support()).toEqual([
      { assistantId: office.ids.assistantId, role: "primary", toOn: new Date("2026-09-30") },
      { assistantId, role: "primary", toOn: null },
      { assistantId: office.ids.assistantId, role: "backup", toOn: null },
    ]);
    expect(await testDb().rampStep.count({ where: { assistantId } })).toBe(1);
    expect(await statusOf()).toBe("hired");
    expect(await testDb().requisition.findUniqueOrThrow({ where: { id: requisitionId } })).toMatchObject({
      status: "filled",
    });

    const later = await manager(new Date("2026-10-05T07:00:00Z"));
    expect(await didNotStart(later, { applicationId })).toMatchObject({ ok: true });
    expect(await didNotStart(later, { applicationId })).toMatchObject({ ok: true });
    expect(await support()).toEqual([{ assistantId: office.ids.assistantId, role: "primary", toOn: null }]);
    expect(await statusOf()).toBe("withdrawn");
    expect(await testDb().assistant.findUniqueOrThrow({ where: { id: assistantId } })).toMatchObject({
      leavesOn: new Date("2026-10-01"),
    });
    expect(await testDb().requisition.findUniqueOrThrow({ where: { id: requisitionId } })).toMatchObject({
      status: "open",
    });
  });
});
