import type { Operation } from "@/lib/api/operations";
import { USUAL_WEIGHTS } from "@/lib/matching/weights/rules";
import type { ApiOffice } from "./offices/api";

/** A request to an operation, not yet put into an address. */
export type PlainRequest = { id: string; query: Record<string, string>; body: unknown };

const weightsAsText = Object.fromEntries(
  Object.entries(USUAL_WEIGHTS).map(([part, weight]) => [part, String(weight)]),
);
const STRETCH = { from: "2026-08-17", fromPart: "am", to: "2026-08-18", toPart: "pm" };

/** A request each operation acts on when the office's manager sends it. */
export function workingRequest({ id, path, meta }: Operation, { ids }: ApiOffice): PlainRequest {
  const pool = { poolId: ids.pool };
  const people = { executiveId: ids.executiveId, assistantId: ids.colleagueId };
  const idOf: Record<string, string> = {
    pools: ids.pool,
    assistants: ids.assistantId,
    executives: ids.executiveId,
    "support-assignments": ids.supportId,
    "pairing-restrictions": ids.restrictionId,
    "coverage/plans": ids.planId,
    "coverage/assignments": ids.coverId,
    "coverage/changes": ids.changeId,
    "coverage/offers": ids.offerId,
    absences: ids.absenceId,
    conversations: "5f0c7c0e-3f7e-4d0e-9d5b-0c2f6a1f4b11",
    "request-types": "travel",
    "support-requests": ids.requestId,
    "phone-messages": ids.requestId,
    meetings: ids.officeMeetingId,
    letters: ids.letterId,
    "letter-templates": ids.letterTemplateId,
    "executive-profiles": ids.executiveId,
    "profile-sections": ids.sectionId,
    routines: ids.routineId,
    "dates-to-know": ids.dateId,
    handovers: ids.handoverId,
    "handover-items": ids.itemId,
    "handover-questions": ids.questionId,
    "handover-access": ids.accessId,
    "leave-types": "unpaid",
    "leave/blackouts": ids.blackoutId,
    "leave/groups": ids.groupId,
    "leave/deputies": ids.deputyId,
    "calendar-feeds": ids.feedId,
    "me/sessions": "0".repeat(64),
    "api-tokens": "01900000-0000-7000-8000-000000000009",
    imports: ids.importId,
    webhooks: "01900000-0000-7000-8000-000000000009",
    accounts: ids.managerId,
    shifts: ids.shiftId,
    "shift-requests": ids.shiftRequestId,
    "work-roles": ids.roleId,
    "role-demand": ids.demandId,
    "shift-templates": ids.templateId,
    "schedules/publications": ids.publicationId,
    "schedules/fill": ids.fillId,
    "training/courses": ids.courseId,
    "training/sessions": ids.sessionId,
    "training/enrolments": ids.enrolmentId,
    mentorships: ids.mentorshipId,
    "hiring/requisitions": ids.requisitionId,
    "hiring/applications": ids.applicationId,
    "hiring/interviews": ids.interviewId,
    "hiring/offers": ids.jobOfferId,
    "hiring/packs": ids.packId,
    "matching/objections": ids.objectionId,
    "matching/rebalances": ids.rebalanceId,
  };
  const own = { assistantId: ids.assistantId };
  const queries: Record<string, Record<string, string>> = {
    "assistants.list": pool,
    "executives.list": pool,
    "supportAssignments.list": pool,
    "absences.list": pool,
    "coverage.standIns": pool,
    "wallchart.get": { ...pool, month: "2026-08" },
    "supportRequests.list": pool,
    "coverage.board": { ...pool, from: "2026-08-17", to: "2026-08-21" },
    "leave.preview": { ...own, type: "vacation", ...STRETCH },
    "leave.balances": own,
    "leave.adjustments": own,
    "leave.assistantPolicy": own,
    "leave.entitlements": pool,
    "leave.blackouts": pool,
    "leave.groups": pool,
    "leave.poolPolicy": pool,
    "coverage.workload": pool,
    "coverage.plans.list": pool,
    "coverage.assignments.list": { ...pool, from: "2026-08-17", to: "2026-08-21" },
    "schedules.week": { ...pool, week: "2026-W35" },
    "trainingSessions.list": pool,
    "trainingSessions.preview": { assistantId: ids.colleagueId },
    "skillMatrix.get": pool,
    "trainingNeeds.list": pool,
    "trainingNeeds.count": { assistantId: ids.assistantId, dutyId: "calendar", level: "3" },
    "matching.present": pool,
    "matching.candidates": { executiveId: ids.executiveId },
    "matching.places": { assistantId: ids.assistantId },
    "matching.compare": { executiveId: ids.executiveId, assistantIds: ids.colleagueId },
    "matching.decisions": { executiveId: ids.executiveId },
    "matching.rebalances.list": pool,
    "matching.weights": pool,
    "matching.asks": { executiveId: ids.executiveId },
    "matching.previewWeights": { ...pool, ...weightsAsText },
    "roleDemand.list": pool,
    "shiftTemplates.list": pool,
    "coverage.plans.explain": { kind: "cover", index: "0" },
    "schedules.export": { ...pool, file: "shifts" },
    "fills.explain": { kind: "hole", index: "0" },
    "coverage.candidates": { executiveId: ids.executiveId, ...STRETCH },
  };
  const bodies: Record<string, unknown> = {
    "assistants.create": { ...meta.example, ...pool },
    "executives.create": { ...meta.example, ...pool },
    "pairingRestrictions.create": { ...people, kind: "soft", reviewOn: "2026-10-01" },
    "matching.rebalances.propose": { ...meta.example, ...pool },
    "matching.rateCover": { coverId: ids.coverId, rating: 4 },
    "matching.tell": own,
    "matching.rate": { ...own, ratings: {} },
    "matching.prefer": { withId: ids.executiveId, wish: "gladly" },
    "matching.setAsks": { executiveId: ids.executiveId, styles: [], years: 3 },
    "me.matching.rate": { ratings: {} },
    "matching.decide": { ...people, from: "2026-09-01", reason: "Both know the department." },
    "matching.setWeights": { ...pool, ...USUAL_WEIGHTS, version: 0 },
    "supportAssignments.create": { ...people, role: "backup", from: "2026-08-17" },
    "supportAssignments.changeDuties": { dutyIds: [], from: "2026-01-01" },
    "trainingSessions.create": { ...meta.example, ...pool, courseId: ids.courseId },
    "trainingSessions.mark": { enrolmentId: ids.enrolmentId, dateId: ids.sessionDateId },
    "trainingSessions.enrol": { assistantId: ids.colleagueId },
    "trainingSessions.invite": { assistantId: ids.colleagueId },
    "mentorships.findMentors": { menteeId: ids.assistantId, dutyIds: ["calendar"] },
    "mentorships.propose": {
      ...meta.example,
      mentorId: ids.colleagueId,
      menteeId: ids.assistantId,
      goals: [],
    },
    "mentorships.setGoals": { goals: [] },
    "mentorships.closeMeeting": { meetingId: ids.meetingId, status: "held" },
    "ramps.set": { steps: [] },
    "ramps.signOff": { stepId: ids.stepId, reason: "Knows it already." },
    "requisitions.create": { ...meta.example, ...pool, executiveIds: [ids.executiveId] },
    "requisitions.move": { move: "hold" },
    "packs.send": { executiveId: ids.executiveId },
    "interviews.offer": { ...meta.example, userIds: [ids.managerId] },
    "requisitions.saveAd": { ...meta.example, version: 1 },
    "trainingSessions.findDates": { ...meta.example, ...pool, courseId: ids.courseId },
    "trainingSessions.acceptSplit": {
      ...meta.example,
      ...pool,
      courseId: ids.courseId,
      sessions: [
        { on: "2027-05-12", startMinute: 540, endMinute: 720, people: [{ id: ids.colleagueId, covers: [] }] },
      ],
    },
    "enrolments.ask": { courseId: ids.courseId },
    "enrolments.changeSession": { sessionId: ids.sessionId },
    "absences.create": { ...meta.example, assistantId: ids.colleagueId },
    ...Object.fromEntries(
      ["addSection", "addRoutine", "addDateToKnow", "setAccessTemplate"].map((name) => [
        `executiveProfiles.${name}`,
        { ...meta.example, executiveId: ids.executiveId },
      ]),
    ),
    "executiveProfiles.changeSection": meta.example,
    "leave.setEntitlement": { ...meta.example, ...pool },
    "leave.setAllowance": { ...meta.example, ...own },
    "leave.adjust": { ...meta.example, ...own },
    "leave.cancelAfterLeaving": own,
    "leave.addBlackout": { ...meta.example, ...pool },
    "leave.saveGroup": { ...meta.example, ...pool, memberIds: [ids.assistantId, ids.colleagueId] },
    "leave.setPoolPolicy": { ...meta.example, ...pool },
    "leave.setAssistantPolicy": { ...meta.example, ...own },
    "leave.addDeputy": { ...meta.example, deputyId: ids.otherManagerId, managerId: ids.managerId },
    "calendarFeeds.create": { kind: "pool", ...pool },
    "meetings.create": { ...meta.example, requestId: ids.requestId },
    "meetings.freeTimes": { id: ids.officeMeetingId },
    "supportRequests.assign": { assistantId: ids.colleagueId },
    "letters.draft": { ...meta.example, requestId: ids.requestId },
    "letterTemplates.create": { ...meta.example, ...pool },
    "phoneMessages.take": { ...meta.example, executiveId: ids.executiveId },
    "priorityAgreements.set": { ...meta.example, executiveId: ids.executiveId, otherId: ids.executiveId },
    "serviceLevels.try": { ...meta.example, executiveId: ids.executiveId },
    "coverage.gaps.accept": { executiveId: ids.executiveId, ...STRETCH },
    "coverage.gaps.reopen": { executiveId: ids.executiveId, ...STRETCH },
    "shifts.create": { ...meta.example, ...pool, assistantId: ids.colleagueId, roleId: ids.roleId },
    "roleDemand.create": { ...meta.example, ...pool, roleId: ids.roleId },
    "shiftTemplates.create": { ...meta.example, ...pool, roleId: ids.roleId },
    "schedules.copy": { ...pool, fromWeek: "2026-W35", toWeek: "2026-W36" },
    "fills.create": { ...meta.example, ...pool },
    "schedules.publish": { ...meta.example, ...pool },
    "shifts.replace": { assistantId: ids.colleagueId, overrides: [] },
    "shiftRequests.create": { kind: "take", shiftId: ids.openShiftId, toAssistantIds: [ids.colleagueId] },
    "schedules.acknowledge": { publicationId: ids.publicationId },
    "coverage.whatIf": { ...meta.example, ...pool },
    "coverage.plans.create": { ...pool, from: "2026-08-17", to: "2026-08-18" },
    "coverage.plans.accept": meta.example,
    "fills.use": meta.example,
    "coverage.assignments.create": { ...people, ...STRETCH },
  };
  return {
    id: idOf[path.slice(1).split("/{id}")[0] ?? ""] ?? "",
    query: queries[id] ?? {},
    body: bodies[id] ?? withoutVersion(meta.example),
  };
}

/** So that a second request acts like the first. */
function withoutVersion(example: Record<string, unknown> | undefined): unknown {
  if (!example) return undefined;
  const { version: _, ...rest } = example;
  return rest;
}

/** The address of a request under /api/v1. */
export function addressOf(path: string, { id, query }: Omit<PlainRequest, "body">): string {
  const search = new URLSearchParams(query).toString();
  const segment = encodeURIComponent(id.isWellFormed() ? id || "x" : "x");
  return `${path.replace("{id}", segment)}${search ? `?${search}` : ""}`;
}
