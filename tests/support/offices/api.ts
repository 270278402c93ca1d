import { fillKey } from "@/lib/schedules/fills/rules-run";
import { day } from "@/lib/time/day";
import { MONDAY_MORNING } from "../contexts";
import { testDb } from "../database";
import { createAbsence } from "../factories/absences";
import { createCover } from "../factories/covers";
import { createHandover } from "../factories/handovers";
import { createMentorship } from "../factories/mentoring";
import { createRequest } from "../factories/requests";
import { createRoles, createShift } from "../factories/schedules";
import { createCourse, createTrainingSession } from "../factories/training";
import { fromSnapshot } from "../snapshot";
import { buildLeaveOffice } from "./leave";

const STRETCH = { fromOn: new Date("2027-06-01"), toOn: new Date("2027-06-05") };

/** What is kept of leave besides leave: a pool's share, a blackout, a group and a deputy. */
async function createLeaveRecords({
  ids,
  manager,
  otherManager,
}: Awaited<ReturnType<typeof buildLeaveOffice>>) {
  const { pool: poolId, assistantId, colleagueId } = ids;
  await testDb().leaveType.createMany({
    data: [
      {
        id: "toil",
        nameEn: "Time off in lieu",
        nameSv: "Komptid",
        countsAgainstAllowance: true,
        measure: "minutes",
      },
      { id: "training", nameEn: "Training", nameSv: "Utbildning" },
      { id: "unpaid", nameEn: "Unpaid leave", nameSv: "Tjänstledighet" },
    ],
  });
  await testDb().leaveType.update({ where: { id: "vacation" }, data: { countsAgainstAllowance: true } });
  await testDb().leaveEntitlement.create({
    data: { poolId, leaveTypeId: "vacation", amount: 2500, carryOverMost: 500, firstYear: 2026 },
  });
  const blackout = await testDb().blackoutPeriod.create({
    data: { poolId, name: "Annual report", kind: "soft", ...STRETCH },
  });
  const members = { create: [{ assistantId }, { assistantId: colleagueId }] };
  const group = await testDb().apartGroup.create({
    data: { poolId, name: "Front desk", mostAway: 1, members },
  });
  const deputy = await testDb().managerDeputy.create({
    data: { managerId: manager.userId, deputyId: otherManager.userId, ...STRETCH },
  });
  return { blackoutId: blackout.id, groupId: group.id, deputyId: deputy.id };
}

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
  const executive = await createExecutive(executiveId, office.executive.userId);
  const handover = await createColleaguesHandover(office);
  const training = await createTraining(office);
  const mentoring = await createMentoring(office);
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
  const people = { managerId: office.manager.userId, otherManagerId: office.otherManager.userId };
  const ids = {
    ...office.ids,
    ...leave,
    ...people,
    absenceId,
    requestId,
    offerId,
    restrictionId,
    objectionId,
    rebalanceId,
    ...executive,
    ...handover,
    ...schedule,
    ...training,
    ...mentoring,
  };
  return { ...office, ids: { ...ids, feedId: await createFeed(office) } };
}

/** A draft, a role with its need, a template, and a publication that told the assistant of something. */
async function createSchedule({ ids, manager }: Awaited<ReturnType<typeof buildLeaveOffice>>) {
  const { pool: poolId, assistantId } = ids;
  const { support: roleId } = await createRoles(testDb());
  const hours = { startMinute: 480, endMinute: 720 };
  const shift = await createShift(testDb(), { poolId, assistantId, roleId, createdById: manager.userId });
  const demand = await testDb().roleDemand.create({
    data: { poolId, roleId, weekday: 1, ...hours, headcount: 1 },
  });
  const template = await testDb().shiftTemplate.create({
    data: { poolId, name: "Morning", ...hours, breakMinutes: 0, work: [{ roleId, ...hours }] },
  });
  await testDb().scheduleWeek.create({ data: { poolId, week: "2026-W35", version: 3 } });
  const publication = await testDb().schedulePublication.create({
    data: {
      ...{ poolId, week: "2026-W34", number: 1, byId: manager.userId },
      receipts: { create: { assistantId, changes: [], firstDay: new Date("2026-08-17") } },
    },
  });
  return {
    ...(await createShiftRequest(
      { poolId, roleId, createdById: manager.userId },
      assistantId,
      ids.colleagueId,
    )),
    roleId,
    shiftId: shift.id,
    demandId: demand.id,
    templateId: template.id,
    publicationId: publication.id,
    fillId: await createFill(poolId, manager.userId),
  };
}

/** A fill of a week that has found nothing better than what is planned. */
async function createFill(poolId: string, askedById: string): Promise<string> {
  const about = { poolId, from: "2026-08-24", to: "2026-08-30" };
  const found = {
    ...{ shifts: [], holesBefore: 0, holes: [], overContractMinutes: 0, wishesBroken: 0 },
    ...{ people: [], contradictions: [] },
    ...{ proof: "optimal", isFewestHoles: true, gapPercent: 0, elapsedMs: 1 },
  };
  const { id } = await testDb().run.create({
    data: {
      ...{
        kind: "schedule_fill",
        key: fillKey(poolId, about.from, about.to),
        askedById,
        status: "done",
        endedAt: new Date("2026-08-17"),
      },
      progress: { ...about, stage: "cost" },
      result: { ...about, inputHash: "0", found },
    },
  });
  return id;
}

/** A published shift whose owner asks a colleague to take it, and an open one. */
async function createShiftRequest(
  row: { poolId: string; roleId: string; createdById: string },
  ownerId: string,
  colleagueId: string,
) {
  const published = { ...row, on: new Date("2026-08-26"), status: "published" as const };
  const shift = await createShift(testDb(), { ...published, assistantId: ownerId });
  const open = await createShift(testDb(), { ...published, assistantId: null });
  const request = await testDb().shiftRequest.create({
    data: {
      ...{
        poolId: row.poolId,
        kind: "drop",
        status: "pending_acceptance",
        shiftId: shift.id,
        shiftVersion: 1,
      },
      ...{ ownerId, askedById: row.createdById, askedAt: new Date("2026-08-17") },
      expiresAt: new Date("2026-08-26T04:00:00Z"),
      answers: { create: { assistantId: colleagueId } },
    },
  });
  return { shiftRequestId: request.id, openShiftId: open.id };
}

/** The colleague mentors the assistant, who has a step to learn. */
async function createMentoring({ ids }: Awaited<ReturnType<typeof buildLeaveOffice>>) {
  const { id: mentorshipId, meetings } = await createMentorship(testDb(), {
    mentorId: ids.colleagueId,
    menteeId: ids.assistantId,
  });
  const { id: stepId } = await testDb().rampStep.create({
    data: { assistantId: ids.assistantId, dutyId: "calendar", fromWeek: 2, level: 2 },
  });
  return { mentorshipId, meetingId: meetings[0]?.id ?? "", stepId };
}

/** A course with a session to come, for which the assistant has asked. */
async function createTraining({ ids, manager, assistant }: Awaited<ReturnType<typeof buildLeaveOffice>>) {
  const { id: courseId } = await createCourse(testDb(), { needsApproval: true });
  const { id: sessionId } = await createTrainingSession(testDb(), {
    courseId,
    poolId: ids.pool,
    createdById: manager.userId,
    dates: [{ on: day("2027-05-11"), startMinute: 540, endMinute: 720 }],
  });
  const { id: enrolmentId } = await testDb().enrolment.create({
    data: {
      ...{ courseId, sessionId, assistantId: ids.assistantId, createdById: assistant.userId },
      status: "requested",
    },
  });
  const { id: sessionDateId } = await testDb().trainingSessionDate.findFirstOrThrow({ where: { sessionId } });
  return { courseId, sessionId, enrolmentId, sessionDateId };
}

/** A section, a routine and a date of an executive. */
async function createExecutive(executiveId: string, changedById: string) {
  const section = await testDb().executiveProfileSection.create({
    data: { executiveId, changedById, category: "travel", body: "Aisle seat." },
  });
  const recurring = await testDb().recurringDuty.create({
    data: { executiveId, text: "Print the agenda", weekdays: [1] },
  });
  const date = await testDb().dateToKnow.create({
    data: { executiveId, on: new Date("2099-08-20"), text: "Board dinner" },
  });
  return { sectionId: section.id, routineId: recurring.id, dateId: date.id };
}

/** A draft for the colleague who covers, with an item, an open question and an access. */
async function createColleaguesHandover(office: Awaited<ReturnType<typeof buildLeaveOffice>>) {
  const { executiveId, assistantId, colleagueId } = office.ids;
  const { id, items, questions, access } = await createHandover(testDb(), {
    executiveId,
    ownerId: assistantId,
    coverAssistantId: colleagueId,
    fromOn: new Date("2099-03-02"),
    toOn: new Date("2099-03-06"),
    items: { create: { kind: "watch", text: "The budget", createdById: office.assistant.userId } },
    questions: { create: { text: "Who is Bo?", askedById: office.colleague.userId } },
    access: { create: { kind: "mailbox", position: 0 } },
  });
  return {
    handoverId: id,
    itemId: items[0]?.id ?? "",
    questionId: questions[0]?.id ?? "",
    accessId: access[0]?.id ?? "",
  };
}

/** The manager's address of the pool's calendar. */
async function createFeed(office: Awaited<ReturnType<typeof buildLeaveOffice>>): Promise<string> {
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
