import { beforeEach, describe, expect, it } from "vitest";
import { withdrawByLink } from "@/lib/hiring/applications/service";
import { eraseByLink } from "@/lib/hiring/applications/service-forgetting";
import { findInterviewByLink, listOwnInterviews, requireOwnInterview } from "@/lib/hiring/interviews/queries";
import { requireOwnInvitation } from "@/lib/hiring/interviews/queries-invitation";
import { askedOf, findPanelTimes } from "@/lib/hiring/interviews/queries-times";
import { OfferInterviewInput } from "@/lib/hiring/interviews/schema";
import {
  bookInterview,
  cancelByLink,
  cancelInterview,
  chooseTime,
  offerInterview,
} from "@/lib/hiring/interviews/service";
import { remindOfInterviews } from "@/lib/hiring/interviews/service-reminders";
import { requireScorecards } from "@/lib/hiring/scorecards/queries";
import { openScorecards, saveScorecard } from "@/lib/hiring/scorecards/service";
import { hashOfSecret } from "@/lib/secrets";
import { asAssistantOf, asExecutiveOf, asManagerOf, asSystem, MONDAY_MORNING } from "../support/contexts";
import { testDb } from "../support/database";
import { createAd, createApplication, createRequisitionRow } from "../support/factories/hiring";
import { createLeaveOffice, type LeaveOffice } from "../support/offices/leave";

const anyone = (now = MONDAY_MORNING) => ({ db: testDb(), now });
let office: LeaveOffice;
let applicationIds: string[];
const TOKENS = ["the-link-of-the-first-candidate", "the-link-of-the-second-candidate"] as const;

beforeEach(async () => {
  office = await createLeaveOffice();
  const db = testDb();
  await db.leaveType.create({ data: { id: "other_duty", nameEn: "Other duties", nameSv: "Annat uppdrag" } });
  const { id: requisitionId } = await createRequisitionRow(db, {
    ...{ poolId: office.ids.pool, requestedById: office.manager.userId },
  });
  const { versions } = await createAd(db, { requisitionId, createdById: office.manager.userId });
  const adVersionId = versions[0]?.id ?? "";
  applicationIds = [];
  for (const [i, token] of TOKENS.entries()) {
    const email = `candidate${i}@mail.example`;
    const { id } = await createApplication(db, { requisitionId, adVersionId, email });
    await db.candidateLink.create({
      data: { tokenHash: hashOfSecret(token), applicationId: id, createdAt: MONDAY_MORNING },
    });
    applicationIds.push(id);
  }
});

const manager = () => asManagerOf(office.manager.userId);

async function offer(i: number, userIds: string[], more: Partial<OfferInterviewInput> = {}) {
  const input = OfferInterviewInput.parse({
    ...{ applicationId: applicationIds[i], title: "Interview", place: "Video", userIds },
    ...{ from: "2026-08-18", to: "2026-08-21", ...more },
  });
  const answer = await offerInterview(await manager(), input);
  return answer.ok ? answer.value.id : answer.reason;
}

async function timesOf(token: string) {
  const row = await findInterviewByLink(anyone(), token);
  return row ? (await findPanelTimes(anyone(), askedOf(row))).times.map(({ startsAt }) => startsAt) : [];
}

const choose = (token: string, startsAt: string) => chooseTime(anyone(), { token, startsAt });

describe("an interview", () => {
  it("is booked by the candidate's link, with the panel's hours and their cover in the same act", async () => {
    await offer(0, [office.manager.userId, office.assistant.userId, office.executive.userId], {
      allowsGaps: true,
    });
    const [first = ""] = await timesOf(TOKENS[0]);
    expect(Date.parse(first)).toBeGreaterThan(MONDAY_MORNING.getTime() + 24 * 3_600_000);
    expect(await choose(TOKENS[0], first)).toMatchObject({ value: { status: "booked" } });
    const absence = await testDb().absence.findFirstOrThrow({ where: { leaveTypeId: "other_duty" } });
    expect(absence).toMatchObject({
      assistantId: office.ids.assistantId,
      isBooked: true,
      status: "approved",
    });
    const named = await testDb().acceptedGap.count({ where: { absenceId: absence.id } });
    const covers = await testDb().coverageAssignment.count({ where: { absenceId: absence.id } });
    expect(named + covers).toBeGreaterThan(0);

    const row = await findInterviewByLink(anyone(), TOKENS[0]);
    const own = await requireOwnInvitation(await asAssistantOf(office.assistant.userId), row?.id ?? "");
    expect(own.text).toContain("SEQUENCE:0");
    expect(own.text).not.toContain("camille");
    expect(await remindOfInterviews(asSystem(new Date(Date.parse(first) - 3_600_000)))).toEqual({ count: 1 });
    expect(await remindOfInterviews(asSystem(new Date(Date.parse(first) - 3_500_000)))).toEqual({ count: 0 });

    const version = row?.version ?? 0;
    expect(await cancelInterview(await manager(), { id: row?.id ?? "", version })).toMatchObject({
      ok: true,
    });
    const after = await testDb().absence.findUniqueOrThrow({ where: { id: absence.id } });
    expect(after).toMatchObject({ status: "cancelled", isBooked: false });
    const gone = await requireOwnInvitation(await manager(), row?.id ?? "");
    expect(gone).toMatchObject({ method: "CANCEL", text: expect.stringContaining("SEQUENCE:1") });
  });

  it("refuses a time that would leave an executive without cover, unless that is allowed", async () => {
    await testDb().assistant.update({
      where: { id: office.ids.colleagueId },
      data: { leavesOn: new Date("2026-08-17") },
    });
    await offer(0, [office.assistant.userId]);
    const [first = ""] = await timesOf(TOKENS[0]);
    expect(await choose(TOKENS[0], first)).toMatchObject({ reason: "interview_time_taken" });
    expect(await testDb().absence.count({ where: { leaveTypeId: "other_duty" } })).toBe(0);
  });

  it("of two candidates who choose one time, one gets it and the other is shown what is free then", async () => {
    await offer(0, [office.manager.userId]);
    await offer(1, [office.manager.userId]);
    const [first = ""] = await timesOf(TOKENS[0]);
    const answers = await Promise.all(TOKENS.map((token) => choose(token, first)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ reason: "interview_time_taken" });
    const loser = answers[0]?.ok ? TOKENS[1] : TOKENS[0];
    const left = await timesOf(loser);
    expect(left).not.toContain(first);
    expect(await choose(loser, left[0] ?? "")).toMatchObject({ ok: true });
  });

  it("is kept apart by the database where the check of free times has not seen the other", async () => {
    await offer(0, [office.manager.userId]);
    await offer(1, [office.manager.userId]);
    const [startsAt, endsAt] = [new Date("2026-08-19T10:00:00Z"), new Date("2026-08-19T10:45:00Z")];
    const overlap = testDb().interviewPerson.updateMany({ data: { startsAt, endsAt } });
    await expect(overlap).rejects.toThrow(/interview_people_no_overlap|23P01/);
  });

  it("is moved twice by the candidate, its number rising each time, and not a third time", async () => {
    await offer(0, [office.manager.userId]);
    const [one = "", , , two = "", , , three = "", four = ""] = await timesOf(TOKENS[0]);
    for (const time of [one, two, three]) expect(await choose(TOKENS[0], time)).toMatchObject({ ok: true });
    expect(await choose(TOKENS[0], four)).toMatchObject({ reason: "interview_not_movable" });
    const row = await findInterviewByLink(anyone(), TOKENS[0]);
    expect(row).toMatchObject({ sequence: 2, startsAt: new Date(three) });
    const { id = "", version = 0 } = row ?? {};
    expect(await bookInterview(await manager(), { id, version, startsAt: four })).toMatchObject({ ok: true });
    expect(await cancelByLink(anyone(), { token: TOKENS[0] })).toMatchObject({
      value: { status: "cancelled" },
    });
  });

  it("ends with its application, and is known to its panel and the pool's managers alone", async () => {
    const id = await offer(0, [office.assistant.userId], { allowsGaps: true });
    expect(await offer(0, [office.manager.userId])).toBe("interview_offered_already");
    const [assistant, colleague] = await Promise.all([
      asAssistantOf(office.assistant.userId),
      asAssistantOf(office.colleague.userId),
    ]);
    expect(await listOwnInterviews(assistant)).toMatchObject([{ id, candidate: "Camille Fournier" }]);
    expect(await listOwnInterviews(colleague)).toEqual([]);
    await expect(requireOwnInterview(colleague, id)).rejects.toThrow();
    const [first = ""] = await timesOf(TOKENS[0]);
    await choose(TOKENS[0], first);
    await withdrawByLink(anyone(), { token: TOKENS[0] });
    const row = await testDb().interview.findUniqueOrThrow({ where: { id }, include: { people: true } });
    expect(row).toMatchObject({
      status: "cancelled",
      sequence: 1,
      people: [{ startsAt: null, absenceId: null }],
    });
    expect(await choose(TOKENS[0], first)).toMatchObject({ reason: "link_unknown" });
  });
});

describe("scorecards", () => {
  const MARKS = { "duty-calendar": { mark: "4" as const, evidence: "Plans a week ahead." } };
  const CARD = { marks: MARKS, verdict: "yes" as const, words: "", send: true };
  const LATER = new Date("2026-08-21T15:00:00Z");

  it("are kept from the start on, fixed once sent, and hidden until one's own is in", async () => {
    const id = await offer(0, [office.manager.userId, office.executive.userId]);
    const [first = ""] = await timesOf(TOKENS[0]);
    await choose(TOKENS[0], first);
    const [own, other] = await Promise.all([
      asManagerOf(office.manager.userId, LATER),
      asExecutiveOf(office.executive.userId, LATER),
    ]);
    expect(await saveScorecard(await manager(), { id, ...CARD })).toMatchObject({
      reason: "interview_not_begun",
    });
    expect(await saveScorecard(other, { id, ...CARD, marks: {} })).toMatchObject({
      reason: "scorecard_incomplete",
    });
    expect(await saveScorecard(other, { id, ...CARD })).toMatchObject({ value: { isSent: true } });
    expect(await requireScorecards(own, id)).toMatchObject({
      ...{ countIn: 1, seesAll: false, cards: [], means: [], mayOpenEarly: false },
    });
    expect(await openScorecards(own, { id, reason: "Curious" })).toMatchObject({
      reason: "scorecards_hidden",
    });
    expect(await saveScorecard(own, { id, ...CARD, send: false })).toMatchObject({
      value: { isSent: false },
    });
    expect((await requireScorecards(other, id)).cards).toHaveLength(1);
    await saveScorecard(own, { id, ...CARD });
    expect(await requireScorecards(own, id)).toMatchObject({
      ...{ seesAll: true, means: [{ criterion: "duty-calendar", tenths: 40, seenBy: 2 }] },
    });
    expect(await saveScorecard(other, { id, ...CARD })).toMatchObject({ reason: "scorecard_sent" });
    await expect(testDb().scorecardMark.updateMany({ data: { mark: 1 } })).rejects.toThrow();
    await expect(testDb().scorecard.updateMany({ data: { verdict: "no" } })).rejects.toThrow();
    await eraseByLink(anyone(LATER), { token: TOKENS[0] });
    expect(await testDb().scorecardMark.findMany({ select: { mark: true, evidence: true } })).toEqual([
      { mark: 4, evidence: "" },
      { mark: 4, evidence: "" },
    ]);
  });
});
