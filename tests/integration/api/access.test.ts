import { describe, expect, it } from "vitest";
import type { Access } from "@/lib/api/base";
import { listOperations, type Operation } from "@/lib/api/operations";
import { callApi } from "../../support/api";
import { addressOf, workingRequest } from "../../support/api-requests";
import { emptyDatabase } from "../../support/database";
import { type ApiOffice, createApiOffice } from "../../support/offices/api";

const ACTORS = ["anonymous", "assistant", "executive", "otherManager", "manager"] as const;
type Actor = (typeof ACTORS)[number];

/** What an actor's call, with the office's own ids and no body, is answered with: "in" is past every guard. */
type Verdict = 401 | 403 | 404 | "in";
type Row = readonly [assistant: Verdict, executive: Verdict, otherManager: Verdict, manager: Verdict];

const SERVING: Row = ["in", 403, 403, 403];
const ASKING: Row = [403, "in", 403, 403];
const EVERYBODY: Row = ["in", "in", "in", "in"];
/** What takes more than an API token. */
const BROWSERS: Row = [403, 403, 403, 403];
const MANAGERS: Row = [403, 403, "in", "in"];
/** None of these actors administers, and none leads every pool. */
const ADMINISTRATORS: Row = [403, 403, 403, 403];
const POOLS_MANAGER: Row = [403, 403, 404, "in"];
const KEEPERS: Row = ["in", "in", 404, "in"];
const EXECUTIVE_AND_MANAGER: Row = ["in", 404, 404, "in"];
/** The cover's own; none of these actors is that. */
const COVER: Row = [404, 404, 404, 404];

/** Each operation of the router; one that is not here fails the test below. */
const EXPECTED: Record<string, Row> = {
  "me.get": EVERYBODY,
  "me.listPreferences": EVERYBODY,
  "me.choosePreferences": EVERYBODY,
  "me.getTimes": EVERYBODY,
  "me.chooseTimes": EVERYBODY,
  "me.export": BROWSERS,
  "me.sessions.list": EVERYBODY,
  "me.sessions.end": BROWSERS,
  "me.sessions.endOthers": BROWSERS,
  "me.factor.prove": BROWSERS,
  "me.factor.start": BROWSERS,
  "me.factor.confirm": BROWSERS,
  "me.factor.disable": BROWSERS,
  "me.factor.renewRecoveryCodes": BROWSERS,
  "apiTokens.list": EVERYBODY,
  "apiTokens.create": BROWSERS,
  "apiTokens.end": BROWSERS,
  "me.week": SERVING,
  "me.workload": SERVING,
  "me.leavePreview": SERVING,
  "me.support": ASKING,
  "pools.list": MANAGERS,
  "pools.create": MANAGERS,
  "pools.get": POOLS_MANAGER,
  "pools.change": POOLS_MANAGER,
  "duties.list": EVERYBODY,
  "assistants.list": POOLS_MANAGER,
  "assistants.create": POOLS_MANAGER,
  "assistants.get": POOLS_MANAGER,
  "assistants.skillHistory": ["in", 403, 404, "in"],
  "assistants.change": POOLS_MANAGER,
  "assistants.getPattern": POOLS_MANAGER,
  "assistants.setPattern": POOLS_MANAGER,
  "executives.list": POOLS_MANAGER,
  "executives.create": POOLS_MANAGER,
  "executives.get": POOLS_MANAGER,
  "executives.change": POOLS_MANAGER,
  "conversations.setMeeting": BROWSERS,
  "conversations.markHeld": BROWSERS,
  "conversations.callOff": BROWSERS,
  "conversations.answerMeeting": BROWSERS,
  "conversations.consent": BROWSERS,
  "conversations.withdrawConsent": BROWSERS,
  "conversations.proposeAgreement": BROWSERS,
  "conversations.sign": BROWSERS,
  "conversations.answerCheckIn": BROWSERS,
  "conversations.list": BROWSERS,
  "conversations.restrict": BROWSERS,
  "conversations.endRestriction": BROWSERS,
  "conversations.handlers": BROWSERS,
  "conversations.create": BROWSERS,
  "conversations.get": BROWSERS,
  "conversations.getDraft": BROWSERS,
  "conversations.changeDraft": BROWSERS,
  "conversations.throwAway": BROWSERS,
  "conversations.acknowledge": BROWSERS,
  "conversations.triage": BROWSERS,
  "conversations.movePromise": BROWSERS,
  "conversations.escalate": BROWSERS,
  "conversations.close": BROWSERS,
  "conversations.withdraw": BROWSERS,
  "conversations.reopen": BROWSERS,
  "conversations.stepDown": BROWSERS,
  "conversations.write": BROWSERS,
  "conversations.release": BROWSERS,
  "conversations.allow": BROWSERS,
  "conversations.letIn": BROWSERS,
  "pairingRestrictions.list": MANAGERS,
  "pairingRestrictions.create": POOLS_MANAGER,
  "pairingRestrictions.remove": POOLS_MANAGER,
  "supportAssignments.list": POOLS_MANAGER,
  "supportAssignments.create": POOLS_MANAGER,
  "supportAssignments.get": POOLS_MANAGER,
  "supportAssignments.change": POOLS_MANAGER,
  "supportAssignments.changeDuties": POOLS_MANAGER,
  "supportAssignments.remove": POOLS_MANAGER,
  "absences.list": ["in", 403, "in", "in"],
  "absences.create": [403, 403, 404, "in"],
  "absences.get": ["in", 403, 404, "in"],
  "absences.approve": POOLS_MANAGER,
  "absences.showCover": POOLS_MANAGER,
  "absences.makeCover": POOLS_MANAGER,
  "absences.decline": POOLS_MANAGER,
  "absences.cancel": POOLS_MANAGER,
  "absences.withdraw": SERVING,
  "wallchart.get": ["in", 403, 404, "in"],
  "absences.reportSickness": SERVING,
  "absences.move": SERVING,
  "absences.askCancellation": SERVING,
  "absences.grantCancellation": POOLS_MANAGER,
  "absences.refuseCancellation": POOLS_MANAGER,
  "absences.prolong": ["in", 403, 404, "in"],
  "absences.end": ["in", 403, 404, "in"],
  "absences.steps": ["in", 403, 404, "in"],
  "absences.outlook": ["in", 403, 404, "in"],
  "leaveTypes.list": EVERYBODY,
  "leaveTypes.create": ADMINISTRATORS,
  "leaveTypes.change": ADMINISTRATORS,
  "leaveTypes.remove": ADMINISTRATORS,
  "leave.preview": ["in", 403, 404, "in"],
  "leave.balances": ["in", 403, 404, "in"],
  "leave.entitlements": POOLS_MANAGER,
  "leave.setEntitlement": POOLS_MANAGER,
  "leave.setAllowance": POOLS_MANAGER,
  "leave.adjustments": ["in", 403, 404, "in"],
  "leave.adjust": POOLS_MANAGER,
  "leave.leavers": MANAGERS,
  "leave.cancelAfterLeaving": POOLS_MANAGER,
  "leave.blackouts": POOLS_MANAGER,
  "leave.addBlackout": POOLS_MANAGER,
  "leave.removeBlackout": POOLS_MANAGER,
  "leave.groups": POOLS_MANAGER,
  "leave.saveGroup": POOLS_MANAGER,
  "leave.removeGroup": POOLS_MANAGER,
  "leave.poolPolicy": POOLS_MANAGER,
  "leave.setPoolPolicy": POOLS_MANAGER,
  "leave.assistantPolicy": POOLS_MANAGER,
  "leave.setAssistantPolicy": POOLS_MANAGER,
  "leave.deputies": MANAGERS,
  "leave.addDeputy": POOLS_MANAGER,
  // The other manager is the deputy, who may end their own turn.
  "leave.removeDeputy": MANAGERS,
  // Roles are the same for every pool.
  "workRoles.list": ["in", 403, "in", "in"],
  "workRoles.create": MANAGERS,
  "workRoles.change": MANAGERS,
  "roleDemand.list": POOLS_MANAGER,
  "roleDemand.create": POOLS_MANAGER,
  "roleDemand.change": POOLS_MANAGER,
  "roleDemand.remove": POOLS_MANAGER,
  "shiftTemplates.list": POOLS_MANAGER,
  "shiftTemplates.create": POOLS_MANAGER,
  "shiftTemplates.remove": POOLS_MANAGER,
  "schedulePolicy.get": POOLS_MANAGER,
  "schedulePolicy.set": POOLS_MANAGER,
  "shifts.create": POOLS_MANAGER,
  "shifts.change": POOLS_MANAGER,
  "shifts.remove": POOLS_MANAGER,
  "shifts.split": POOLS_MANAGER,
  "shifts.callOff": POOLS_MANAGER,
  "shifts.reinstate": POOLS_MANAGER,
  "shifts.replace": POOLS_MANAGER,
  "shifts.replacements": POOLS_MANAGER,
  "schedules.week": POOLS_MANAGER,
  "schedules.copy": POOLS_MANAGER,
  "schedules.publish": POOLS_MANAGER,
  "schedules.publication": POOLS_MANAGER,
  "schedules.acknowledge": SERVING,
  "fills.create": POOLS_MANAGER,
  "fills.get": POOLS_MANAGER,
  "schedules.export": POOLS_MANAGER,
  "schedules.import": MANAGERS,
  "fills.explain": POOLS_MANAGER,
  "fills.use": POOLS_MANAGER,
  "fills.accept": POOLS_MANAGER,
  "fills.stop": POOLS_MANAGER,
  "fills.remove": POOLS_MANAGER,
  "shiftRequests.list": ["in", 403, "in", "in"],
  "shiftRequests.create": ["in", 403, 404, "in"],
  "shiftRequests.get": ["in", 403, 404, "in"],
  "shiftRequests.accept": [404, 403, 404, "in"],
  "shiftRequests.decline": [404, 403, 404, "in"],
  "shiftRequests.cancel": ["in", 403, 404, "in"],
  "shiftRequests.approve": POOLS_MANAGER,
  "shiftRequests.deny": POOLS_MANAGER,
  "availability.get": SERVING,
  "availability.set": SERVING,
  // Courses are the same for every pool.
  "courses.list": ["in", 403, "in", "in"],
  "courses.create": MANAGERS,
  "courses.get": ["in", 403, "in", "in"],
  "courses.change": MANAGERS,
  "trainingSessions.list": ["in", 403, 404, "in"],
  "trainingSessions.create": POOLS_MANAGER,
  "trainingSessions.get": ["in", 403, 404, "in"],
  "trainingSessions.change": POOLS_MANAGER,
  "trainingSessions.move": POOLS_MANAGER,
  "trainingSessions.cancel": POOLS_MANAGER,
  "trainingSessions.mark": POOLS_MANAGER,
  "trainingSessions.finish": POOLS_MANAGER,
  "trainingSessions.preview": POOLS_MANAGER,
  "trainingSessions.enrol": POOLS_MANAGER,
  "skillMatrix.get": POOLS_MANAGER,
  "matching.present": POOLS_MANAGER,
  "matching.candidates": POOLS_MANAGER,
  "matching.places": POOLS_MANAGER,
  "matching.compare": POOLS_MANAGER,
  "matching.decide": POOLS_MANAGER,
  "matching.decisions": POOLS_MANAGER,
  "matching.weights": POOLS_MANAGER,
  "matching.previewWeights": POOLS_MANAGER,
  "matching.setWeights": POOLS_MANAGER,
  "trainingNeeds.list": POOLS_MANAGER,
  "trainingNeeds.count": POOLS_MANAGER,
  "mentorships.list": ["in", 403, "in", "in"],
  "mentorships.get": ["in", 403, 404, "in"],
  "mentorships.findMentors": POOLS_MANAGER,
  "mentorships.propose": POOLS_MANAGER,
  "mentorships.answer": SERVING,
  "mentorships.pause": SERVING,
  "mentorships.resume": SERVING,
  "mentorships.end": ["in", 403, 404, "in"],
  "mentorships.setGoals": SERVING,
  "mentorships.planMeeting": SERVING,
  "mentorships.closeMeeting": SERVING,
  "mentorships.listNotes": SERVING,
  "mentorships.addNote": SERVING,
  "ramps.get": ["in", 403, 404, "in"],
  "ramps.set": POOLS_MANAGER,
  "ramps.signOff": [404, 403, 404, "in"],
  "trainingSessions.findDates": POOLS_MANAGER,
  "trainingSessions.acceptSplit": POOLS_MANAGER,
  "enrolments.list": ["in", 403, "in", "in"],
  "enrolments.ask": SERVING,
  "enrolments.get": ["in", 403, 404, "in"],
  "enrolments.approve": POOLS_MANAGER,
  "enrolments.decline": POOLS_MANAGER,
  "enrolments.changeSession": POOLS_MANAGER,
  "enrolments.cancel": ["in", 403, 404, "in"],
  "enrolments.answer": SERVING,
  "calendarImports.create": MANAGERS,
  "calendarFeeds.list": EVERYBODY,
  "calendarFeeds.create": ["in", 404, 404, "in"],
  "calendarFeeds.remove": [404, 404, 404, "in"],
  "requestTypes.list": EVERYBODY,
  "requestTypes.create": MANAGERS,
  "requestTypes.change": MANAGERS,
  "supportRequests.list": EVERYBODY,
  "supportRequests.create": [403, "in", 403, 403],
  "supportRequests.comments": ["in", "in", 404, "in"],
  "supportRequests.comment": ["in", "in", 404, "in"],
  "supportRequests.ask": SERVING,
  "supportRequests.get": ["in", "in", 404, "in"],
  "supportRequests.change": ["in", "in", 404, "in"],
  "supportRequests.assign": POOLS_MANAGER,
  "supportRequests.passOn": [404, 403, 403, 403],
  "supportRequests.keep": ["in", 404, 404, "in"],
  "supportRequests.takeOver": SERVING,
  "supportRequests.start": SERVING,
  "supportRequests.wait": SERVING,
  "supportRequests.resume": SERVING,
  "supportRequests.resolve": SERVING,
  "supportRequests.close": ASKING,
  "supportRequests.reopen": ASKING,
  "supportRequests.cancel": ASKING,
  "phoneMessages.take": ["in", "in", 404, "in"],
  "phoneMessages.tick": [403, 404, 403, 403],
  "phoneMessages.untick": [403, 404, 403, 403],
  "serviceLevels.list": POOLS_MANAGER,
  "serviceLevels.set": POOLS_MANAGER,
  "serviceLevels.try": POOLS_MANAGER,
  "me.covers": ASKING,
  "executiveProfiles.get": KEEPERS,
  "executiveProfiles.addSection": KEEPERS,
  "executiveProfiles.changeSection": KEEPERS,
  "executiveProfiles.removeSection": KEEPERS,
  "executiveProfiles.addRoutine": KEEPERS,
  "executiveProfiles.removeRoutine": KEEPERS,
  "executiveProfiles.addDateToKnow": KEEPERS,
  "executiveProfiles.removeDateToKnow": KEEPERS,
  "executiveProfiles.setAccessTemplate": KEEPERS,
  "handovers.list": EVERYBODY,
  "handovers.get": EXECUTIVE_AND_MANAGER,
  "handovers.ready": EXECUTIVE_AND_MANAGER,
  "handovers.acknowledge": COVER,
  "handovers.handBack": COVER,
  "handovers.close": EXECUTIVE_AND_MANAGER,
  "handovers.addItem": EXECUTIVE_AND_MANAGER,
  "handovers.items.change": EXECUTIVE_AND_MANAGER,
  "handovers.items.move": EXECUTIVE_AND_MANAGER,
  "handovers.items.remove": EXECUTIVE_AND_MANAGER,
  "handovers.questions.ask": COVER,
  "handovers.questions.answer": EXECUTIVE_AND_MANAGER,
  "handovers.access.add": EXECUTIVE_AND_MANAGER,
  "handovers.access.tick": EXECUTIVE_AND_MANAGER,
  "handovers.access.remove": EXECUTIVE_AND_MANAGER,
  "exports.create": MANAGERS,
  "imports.create": MANAGERS,
  "accounts.list": ADMINISTRATORS,
  "accounts.get": ADMINISTRATORS,
  "accounts.invite": ADMINISTRATORS,
  "accounts.disable": ADMINISTRATORS,
  "accounts.enable": ADMINISTRATORS,
  "accounts.held": ADMINISTRATORS,
  "accounts.erase": ADMINISTRATORS,
  "accounts.managedPools": ADMINISTRATORS,
  "accounts.setManagedPools": ADMINISTRATORS,
  "accounts.resetFactor": ADMINISTRATORS,
  "accounts.requireFactor": ADMINISTRATORS,
  "accounts.stopRequiringFactor": ADMINISTRATORS,
  "accounts.makeAdministrator": ADMINISTRATORS,
  "accounts.unmakeAdministrator": ADMINISTRATORS,
  "auditEvents.list": ADMINISTRATORS,
  "offers.list": SERVING,
  "offers.accept": SERVING,
  "offers.decline": SERVING,
  "offers.confirm": POOLS_MANAGER,
  "coverage.board": POOLS_MANAGER,
  "coverage.candidates": POOLS_MANAGER,
  "coverage.workload": POOLS_MANAGER,
  "coverage.standIns": POOLS_MANAGER,
  "coverage.whatIf": POOLS_MANAGER,
  "coverage.plans.list": POOLS_MANAGER,
  "coverage.plans.create": POOLS_MANAGER,
  "coverage.plans.get": POOLS_MANAGER,
  "coverage.plans.problem": POOLS_MANAGER,
  "coverage.plans.run": POOLS_MANAGER,
  "coverage.plans.stop": POOLS_MANAGER,
  "coverage.plans.explain": POOLS_MANAGER,
  "coverage.plans.accept": POOLS_MANAGER,
  "coverage.plans.discard": POOLS_MANAGER,
  "coverage.assignments.list": POOLS_MANAGER,
  "coverage.assignments.create": POOLS_MANAGER,
  "coverage.assignments.release": POOLS_MANAGER,
  "coverage.assignments.pin": POOLS_MANAGER,
  "coverage.gaps.accept": POOLS_MANAGER,
  "coverage.gaps.reopen": POOLS_MANAGER,
  "coverage.changes.undo": POOLS_MANAGER,
};

const operations = listOperations();

describe("the access table", () => {
  it("has a row for every operation and no other", () => {
    expect(operations.map((operation) => operation.id).sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  it("agrees with the role each operation declares", () => {
    const refused: Record<Access, Partial<Record<number, Verdict>>> = {
      person: {},
      manager: { 0: 403, 1: 403 },
      assistant: { 1: 403, 2: 403, 3: 403 },
      executive: { 0: 403, 2: 403, 3: 403 },
      manager_or_assistant: { 1: 403 },
      administrator: { 0: 403, 1: 403, 2: 403, 3: 403 },
    };
    for (const { id, meta } of operations) {
      expect({ ...EXPECTED[id] }, id).toMatchObject(refused[meta.access]);
    }
  });
});

/** The verdict on an actor's call, by the table. */
function verdictOn(id: string, actor: Actor): Verdict | undefined {
  return actor === "anonymous" ? 401 : EXPECTED[id]?.[ACTORS.indexOf(actor) - 1];
}

async function statusFor(office: ApiOffice, operation: Operation, actor: Actor): Promise<number> {
  const request = workingRequest(operation, office);
  const token = actor === "anonymous" ? undefined : office[actor].token;
  const address = addressOf(operation.path, request);
  const { status } = await callApi(operation.method, address, { token, body: request.body });
  return status;
}

describe.each(operations)("$method $path", (operation) => {
  it("answers each actor as the table says", async () => {
    const [refused, allowed] = [false, true].map((isIn) =>
      ACTORS.filter((actor) => (verdictOn(operation.id, actor) === "in") === isIn),
    );
    let office = await createApiOffice();
    // Whoever is refused changes nothing, so they can share an office; those who are let in may not.
    for (const actor of refused ?? [])
      expect(await statusFor(office, operation, actor), actor).toBe(verdictOn(operation.id, actor));
    for (const [i, actor] of (allowed ?? []).entries()) {
      if (i > 0 && operation.method !== "GET") {
        await emptyDatabase();
        office = await createApiOffice();
      }
      expect([200, 201, 409, 422], actor).toContain(await statusFor(office, operation, actor));
    }
  });
});
