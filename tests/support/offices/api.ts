import { MONDAY_MORNING } from "../contexts";
import { testDb } from "../database";
import { createAbsence } from "../factories/absences";
import { createCover } from "../factories/covers";
import { createLetter } from "../factories/letters";
import { createRequest } from "../factories/requests";
import { fromSnapshot } from "../snapshot";
import { createColleaguesHandover, createExecutiveRecords } from "./api-executive";
import { createHiring } from "./api-hiring";
import { createLeaveRecords } from "./api-leave";
import { createSchedule } from "./api-schedule";
import { createMentoring, createTraining } from "./api-training";
import { buildLeaveOffice, type LeaveOffice } from "./leave";

/** The office with a record of every kind the API speaks of: leave that waits, and a request its assistant has. */
export function createApiOffice() {
  return fromSnapshot("api", buildApiOffice);
}

async function buildApiOffice() {
  const office = await buildLeaveOffice();
  const { assistantId, executiveId } = office.ids;
  const leave = await createLeaveRecords(office);
  const { id: absenceId } = await createAbsence(testDb(), {
    assistantId,
    startOn: new Date("2027-03-01"),
    endOn: new Date("2027-03-05"),
    status: "requested",
  });
  await testDb().requestType.create({ data: { id: "travel", nameEn: "Travel", nameSv: "Resa" } });
  const { id: requestId } = await createRequest(testDb(), {
    executiveId,
    assigneeId: assistantId,
    heldBecause: "own",
    status: "assigned",
    createdById: office.executive.userId,
  });
  const {
    id: officeMeetingId,
    people: [{ id: meetingPersonId } = { id: "" }],
    arrangements: [{ id: meetingArrangementId } = { id: "" }],
  } = await testDb().officeMeeting.create({
    select: { id: true, people: { select: { id: true } }, arrangements: { select: { id: true } } },
    data: {
      arrangements: {
        create: { what: "Book the room", ownerId: office.assistant.userId, dueOn: new Date("2026-08-17") },
      },
      people: { create: { name: "Petra Sund", email: "petra@bank.example" } },
      ...{
        requestId,
        title: "The bank",
        minutes: 60,
        timeZone: "Europe/Stockholm",
        uid: "meeting-api@standby",
      },
      ...{
        fromOn: new Date("2026-08-18"),
        toOn: new Date("2026-08-21"),
        createdById: office.assistant.userId,
      },
      ...{ createdAt: MONDAY_MORNING, updatedAt: MONDAY_MORNING },
    },
  });
  const { id: heldMailId } = await testDb().inboundMail.create({
    data: {
      ...{ mailbox: "requests@in.example.org", digest: "0".repeat(64), messageId: "<api@example.org>" },
      ...{ receivedAt: MONDAY_MORNING, verdict: "held", reason: "unknown_sender", poolId: office.ids.pool },
      raw: {
        create: { bytes: new TextEncoder().encode("From: lars@else.org\r\nSubject: A seat\r\n\r\nPlease") },
      },
    },
  });
  const letter = await createLetter({
    requestId,
    poolId: office.ids.pool,
    writtenById: office.assistant.userId,
  });
  const { id: recurringId } = await testDb().recurringRequest.create({
    data: {
      ...{ executiveId, createdById: office.executive.userId, summary: "Print the agenda", weekdays: [1] },
      ...{ fromOn: new Date("2026-09-07"), createdAt: MONDAY_MORNING },
    },
  });
  const { id: replyId } = await testDb().savedReply.create({
    data: { poolId: office.ids.pool, title: "On its way", text: "Hello {{executive}}" },
  });
  const { id: offerId } = await createCover(testDb(), {
    executiveId,
    assistantId,
    startOn: new Date("2027-04-01"),
    endOn: new Date("2027-04-01"),
    status: "offered",
    offerExpiresAt: new Date("2099-12-31"),
  });
  const { id: restrictionId } = await testDb().pairingRestriction.create({
    data: { executiveId, assistantId, kind: "soft" },
  });
  const schedule = await createSchedule(office);
  const executive = await createExecutiveRecords(executiveId, office.executive.userId);
  const handover = await createColleaguesHandover(office);
  const training = await createTraining(office);
  const mentoring = await createMentoring(office);
  const hiring = await createHiring(office);
  const { id: objectionId } = await testDb().figureObjection.create({
    data: { assistantId, figure: "outcomes", words: "Too few.", objectedAt: MONDAY_MORNING },
  });
  const point = { changes: 0, used: 0, overload: 0, value: 0, bound: 0, isProven: true, moves: [] };
  const { id: rebalanceId } = await testDb().rebalanceProposal.create({
    data: {
      ...{ poolId: office.ids.pool, fromOn: new Date("2026-09-07"), mostChanges: 0, inputsHash: "" },
      ...{ result: { curve: [point], unassigned: 0 }, createdById: office.manager.userId },
      createdAt: MONDAY_MORNING,
    },
  });
  const { id: trialId } = await testDb().trialPairing.create({
    data: {
      ...{ executiveId, assistantId, fromOn: new Date("2026-10-05"), toOn: new Date("2026-10-18") },
      ...{ createdById: office.manager.userId, createdAt: MONDAY_MORNING },
    },
  });
  const { id: importId } = await testDb().import.create({
    data: { byId: office.manager.userId, at: MONDAY_MORNING, files: {} },
    select: { id: true },
  });
  const people = { managerId: office.manager.userId, otherManagerId: office.otherManager.userId };
  const ids = {
    ...office.ids,
    ...leave,
    ...people,
    absenceId,
    requestId,
    officeMeetingId,
    heldMailId,
    meetingPersonId,
    meetingArrangementId,
    ...letter,
    ...{ recurringId, replyId },
    offerId,
    restrictionId,
    objectionId,
    rebalanceId,
    trialId,
    importId,
    ...executive,
    ...handover,
    ...schedule,
    ...training,
    ...mentoring,
    ...hiring,
  };
  return { ...office, ids: { ...ids, feedId: await createFeed(office) } };
}

/** The manager's address of the pool's calendar. */
async function createFeed(office: LeaveOffice): Promise<string> {
  const { id } = await testDb().calendarFeed.create({
    data: {
      userId: office.manager.userId,
      kind: "pool",
      subjectId: office.ids.pool,
      tokenHash: "0".repeat(64),
      renewedAt: new Date("2026-08-01"),
    },
    select: { id: true },
  });
  return id;
}

export type ApiOffice = Awaited<ReturnType<typeof buildApiOffice>>;
