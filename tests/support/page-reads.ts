import { readNotices } from "@/app/_shared/notices/read-notices";
import { listPoolBalances } from "@/lib/absences/balances/queries";
import {
  countRequestedAbsences,
  listOwnAbsences,
  listVisibleAbsences,
} from "@/lib/absences/requests/queries";
import { listAwayUntil } from "@/lib/absences/requests/queries-today";
import { ListAbsencesInput, ListOwnAbsencesInput } from "@/lib/absences/requests/schema";
import { listLeaveTypes } from "@/lib/absences/settings/queries";
import { getWallchartScreen } from "@/lib/absences/wallchart/queries";
import { listWallchartSites } from "@/lib/absences/wallchart/queries-people";
import { listAccounts } from "@/lib/accounts/queries";
import { listAuditEvents } from "@/lib/accounts/queries-audit";
import { readAuditFacts } from "@/lib/accounts/queries-audit-facts";
import { countNeverInvited } from "@/lib/accounts/queries-invitees";
import { ListAccountsInput } from "@/lib/accounts/schema";
import { ListAuditInput } from "@/lib/accounts/schema-audit";
import type { Administrator, Assistant, Executive, Manager } from "@/lib/actor";
import { listAssistants } from "@/lib/assistants/queries";
import { listOwnSkills } from "@/lib/assistants/queries-skills";
import { ListPeopleInput } from "@/lib/assistants/schema";
import { getSessionPerson } from "@/lib/auth/session";
import { auditActionsSeenBy } from "@/lib/catalogues/audit";
import type { Ctx } from "@/lib/context";
import { getSicknessNow } from "@/lib/coverage/leave-cover/queries-sickness";
import { listOwnOffers } from "@/lib/coverage/offers/queries";
import { getExecutiveSupport } from "@/lib/coverage/serving/queries-support";
import { getAssistantWeek } from "@/lib/coverage/serving/queries-week";
import { listHandlers } from "@/lib/disputes/access/queries-handlers";
import { listCases } from "@/lib/disputes/cases/queries";
import { listExecutives } from "@/lib/executives/queries";
import { listHandoversInForce, listPoolHandovers } from "@/lib/handovers/queries";
import { ListHandoversInput } from "@/lib/handovers/schema";
import { findForAssistant, findForManager } from "@/lib/insight/search/queries";
import { getOwnMatching } from "@/lib/matching/knowledge/queries";
import {
  listCandidatePlacements,
  listFittingExecutives,
  listPresentPlacements,
  previewFitWeights,
} from "@/lib/matching/placements/queries";
import { listPlacementDecisions } from "@/lib/matching/placements/queries-decisions";
import { listRebalances } from "@/lib/matching/proposals/queries";
import { requireFitWeights } from "@/lib/matching/weights/queries";
import { USUAL_WEIGHTS } from "@/lib/matching/weights/rules";
import { proposeMeetings } from "@/lib/mentoring/meetings/queries";
import { listOwnNotes } from "@/lib/mentoring/notes/queries";
import { listOwnMentorships, listPoolMentorships } from "@/lib/mentoring/pairs/queries";
import { getMentorLimit } from "@/lib/mentoring/pairs/queries-mentors";
import { listNewcomers, listOwnRamps } from "@/lib/mentoring/ramp/queries";
import { countUnreadNotices, listNotices } from "@/lib/notices/queries";
import { listPools } from "@/lib/pools/queries";
import { listDuties, namesOfDuties } from "@/lib/pools/queries-duties";
import { listHiddenPlaces } from "@/lib/pools/queries-menu";
import { getOwnDay } from "@/lib/pools/queries-today";
import { listLevelRecords } from "@/lib/requests/levels/queries";
import { listCalls, listKnownCallers, listOwnMessages } from "@/lib/requests/messages/queries";
import {
  countAssignedRequests,
  countUnassignedRequests,
  listOwnRequestsAtHand,
  listPoolRequests,
  listServedRequests,
  listVisibleRequests,
} from "@/lib/requests/queries";
import { listRequestedDuties } from "@/lib/requests/queries-duties";
import { listServedExecutives } from "@/lib/requests/queries-served";
import { listQueue } from "@/lib/requests/queue/queries";
import { listOwnPlaces } from "@/lib/requests/queue/queries-places";
import { ListRequestsInput } from "@/lib/requests/schema";
import { listRequestTypes } from "@/lib/requests/types/queries";
import { getOwnScheduleNews, getPublicationState } from "@/lib/schedules/publishing/queries";
import { listTemplates, listWorkRoles } from "@/lib/schedules/setup/queries";
import {
  countShiftRequestsToApprove,
  listOwnShiftRequests,
  listShiftRequests,
} from "@/lib/schedules/swaps/queries";
import { getGiveChoice, listOpenShifts } from "@/lib/schedules/swaps/queries-takers";
import { getScheduleWeek, requireRoster } from "@/lib/schedules/week/queries";
import { listPoolShifts } from "@/lib/schedules/week/queries-own";
import { addDays, day } from "@/lib/time/day";
import { isoWeekOf } from "@/lib/time/iso-week";
import { listCourses } from "@/lib/training/courses/queries";
import {
  countUndecidedEnrolments,
  listOwnEnrolments,
  listUndecidedEnrolments,
} from "@/lib/training/enrolments/queries";
import { countOpenIn } from "@/lib/training/enrolments/queries-covers";
import { listToEvaluate } from "@/lib/training/evaluations/queries";
import { getSkillMatrix } from "@/lib/training/matrix/queries";
import { listTrainingNeeds } from "@/lib/training/needs/queries";
import { listSessions, listVisibleSessions } from "@/lib/training/sessions/queries";
import { MONDAY_MORNING } from "./contexts";
import { testDb } from "./database";

/** The people of an office whose pages are read, and its pool. */
export type People = {
  manager: Ctx<Manager>;
  assistant: Ctx<Assistant>;
  executive: Ctx<Executive>;
  administrator: Ctx<Administrator>;
  sid: string;
  poolId: string;
};
export type Read = (people: People) => Promise<unknown>;

/** The day the pages are read on. */
export const TODAY = day("2026-08-17");
const requests = (show: string) => ListRequestsInput.parse({ show });

/** Who is signed in. */
export const session: Read = ({ sid }) => getSessionPerson(testDb(), sid, MONDAY_MORNING);

/** What a page asks before it asks anything of its own: who is signed in, and what is new. */
const frame: Read = (people) =>
  Promise.all([
    session(people),
    countUnreadNotices(people.manager),
    listHiddenPlaces(people.manager, people.manager.actor.managedPoolIds),
  ]);

/** The same for a manager, with what waits. */
export const managerFrame: Read = (people) =>
  Promise.all([
    frame(people),
    countRequestedAbsences(people.manager),
    countUnassignedRequests(people.manager),
    countShiftRequestsToApprove(people.manager),
    countUndecidedEnrolments(people.manager),
  ]);

/** What could be done with the first published shift of one's own. */
async function readGiveChoice({ assistant }: People) {
  const where = { assistantId: assistant.actor.assistant.id, status: "published" } as const;
  const shift = await testDb().shift.findFirst({ where, select: { id: true } });
  return shift && getGiveChoice(assistant, shift.id);
}

/** What every list and page reads, its frame with it. */
export const PAGE_READS: Record<string, Read> = {
  handovers: (people) =>
    Promise.all([
      managerFrame(people),
      listPools(people.manager),
      listPoolHandovers(people.manager, ListHandoversInput.parse({})),
    ]),
  balances: (people) =>
    Promise.all([
      managerFrame(people),
      listPoolBalances(people.manager, { limit: 50 }),
      listLeaveTypes(people.manager),
    ]),
  accounts: ({ administrator, ...people }) =>
    Promise.all([
      session({ administrator, ...people }),
      listAccounts(administrator, ListAccountsInput.parse({})),
      countNeverInvited(administrator, "accounts"),
    ]),
  "audit log": ({ administrator, ...people }) =>
    Promise.all([
      session({ administrator, ...people }),
      listAuditEvents(administrator, ListAuditInput.parse({}), {
        actions: auditActionsSeenBy("administrators"),
        timeZone: "UTC",
      }).then(({ items }) => readAuditFacts(administrator, items)),
    ]),
  "requests of a pool": (people) =>
    Promise.all([
      managerFrame(people),
      listPoolRequests(people.manager, requests("unassigned")),
      listPoolRequests(people.manager, requests("overdue")),
      listPoolRequests(people.manager, requests("soon")),
    ]),
  "types of request": (people) =>
    Promise.all([
      managerFrame(people),
      listRequestTypes(people.manager, { withRetired: true }),
      listDuties(people.manager),
    ]),
  "service levels": (people) =>
    Promise.all([
      managerFrame(people),
      listPools(people.manager),
      listRequestTypes(people.manager, { withRetired: true }),
      listLevelRecords(people.manager, people.poolId),
    ]),
  assistants: (people) =>
    Promise.all([
      managerFrame(people),
      listPools(people.manager),
      listAssistants(people.manager, ListPeopleInput.parse({})).then(({ items }) =>
        listAwayUntil(
          people.manager,
          items.map(({ id }) => id),
        ),
      ),
      countNeverInvited(people.manager, "assistants"),
    ]),
  executives: (people) =>
    Promise.all([
      managerFrame(people),
      listPools(people.manager),
      listExecutives(people.manager, ListPeopleInput.parse({})),
      countNeverInvited(people.manager, "executives"),
    ]),
  "time off calendar": (people) =>
    Promise.all([
      managerFrame(people),
      getWallchartScreen(people.manager, { hasCovers: false, rows: 20, day: undefined }, 40),
      listWallchartSites(people.manager),
      listLeaveTypes(people.manager),
    ]),
  notices: (people) => Promise.all([frame(people), listNotices(people.assistant)]),
  "own absences": (people) =>
    Promise.all([frame(people), listOwnAbsences(people.assistant, ListOwnAbsencesInput.parse({}))]),
  "requests one serves": (people) =>
    Promise.all([
      frame(people),
      listQueue(people.assistant),
      listServedRequests(people.assistant, requests("open")),
    ]),
  "absences by the API": (people) =>
    Promise.all([
      session(people),
      listVisibleAbsences(people.manager, ListAbsencesInput.parse({ from: TODAY })),
    ]),
  "the message pad": (people) =>
    Promise.all([
      frame(people),
      listServedExecutives(people.assistant),
      listKnownCallers(people.assistant),
      listCalls(people.assistant),
    ]),
  "requests by the API": (people) =>
    Promise.all([session(people), listVisibleRequests(people.assistant, requests("open"))]),
  "my week": (people) =>
    Promise.all([
      frame(people),
      getAssistantWeek(people.assistant, { weeks: 2 }),
      readNotices(people.assistant),
      getSicknessNow(people.assistant),
      listOwnOffers(people.assistant),
      countAssignedRequests(people.assistant),
      listHandoversInForce(people.assistant),
      getOwnScheduleNews(people.assistant),
    ]),
  "the hours of roles, with a hole open": (people) =>
    Promise.all([
      managerFrame(people),
      listPools(people.manager),
      requireRoster(people.manager, { poolId: people.poolId, week: isoWeekOf(TODAY) }),
    ]),
  "one's shift that is given away": async (people) =>
    Promise.all([frame(people), listWorkRoles(people.assistant), readGiveChoice(people)]),
  swaps: (people) =>
    Promise.all([
      managerFrame(people),
      listPools(people.manager),
      listShiftRequests(people.manager, people.manager.actor.managedPoolIds),
      listWorkRoles(people.manager),
    ]),
  "own requests about shifts": (people) =>
    Promise.all([
      frame(people),
      getOwnDay(people.assistant),
      listOwnShiftRequests(people.assistant),
      listOpenShifts(people.assistant, TODAY, addDays(TODAY, 28)),
      listWorkRoles(people.assistant),
    ]),
  "the pool's schedule": (people) =>
    Promise.all([
      frame(people),
      getOwnDay(people.assistant),
      listPoolShifts(people.assistant, TODAY, addDays(TODAY, 6)),
    ]),
  "the schedule": (people) =>
    Promise.all([
      managerFrame(people),
      listPools(people.manager),
      getScheduleWeek(people.manager, { poolId: people.poolId, week: isoWeekOf(TODAY) }),
      getPublicationState(people.manager, people.poolId, isoWeekOf(TODAY)),
      listTemplates(people.manager, people.poolId),
    ]),
  matching: (people) =>
    Promise.all([
      managerFrame(people),
      listPools(people.manager),
      listPresentPlacements(people.manager, { poolId: people.poolId, page: 1 }),
    ]),
  "who could support an executive": (people) => {
    const { id: executiveId } = people.executive.actor.executive;
    return Promise.all([
      managerFrame(people),
      listCandidatePlacements(people.manager, { executiveId, page: 1 }, "en"),
      listPlacementDecisions(people.manager, { executiveId }),
    ]);
  },
  "whom an assistant could support": (people) =>
    Promise.all([
      managerFrame(people),
      listFittingExecutives(people.manager, { assistantId: people.assistant.actor.assistant.id }, "en"),
    ]),
  "what matching knows about me": (people) =>
    Promise.all([
      frame(people),
      getOwnMatching(people.assistant).then(({ duties }) =>
        namesOfDuties(
          people.assistant,
          duties.map(({ dutyId }) => dutyId),
        ),
      ),
    ]),
  rebalances: (people) =>
    Promise.all([
      managerFrame(people),
      listPools(people.manager),
      listPresentPlacements(people.manager, { poolId: people.poolId, page: 1 }),
      listRebalances(people.manager, { poolId: people.poolId }),
    ]),
  "weights of matching": (people) =>
    Promise.all([
      managerFrame(people),
      listPools(people.manager),
      requireFitWeights(people.manager, people.poolId),
      previewFitWeights(people.manager, { poolId: people.poolId, ...USUAL_WEIGHTS }, "en"),
    ]),
  training: (people) =>
    Promise.all([
      managerFrame(people),
      listPools(people.manager),
      listUndecidedEnrolments(people.manager),
      listTrainingNeeds(people.manager),
      listSessions(people.manager, {}).then((sessions) =>
        countOpenIn(
          people.manager,
          sessions.map(({ id }) => id),
        ),
      ),
    ]),
  "the skill matrix": (people) =>
    Promise.all([
      managerFrame(people),
      listPools(people.manager),
      getSkillMatrix(people.manager, { poolId: people.poolId, page: 1 }),
    ]),
  "my training": (people) =>
    Promise.all([
      frame(people),
      listOwnEnrolments(people.assistant),
      listVisibleSessions(people.assistant, {}),
      listCourses(people.assistant),
      listOwnSkills(people.assistant),
      listToEvaluate(people.assistant),
    ]),
  conversations: (people) => Promise.all([managerFrame(people), listCases(people.manager)]),
  "raising something": (people) =>
    Promise.all([frame(people), listHandlers(people.assistant, people.poolId)]),
  mentoring: (people) =>
    Promise.all([
      managerFrame(people),
      listPoolMentorships(people.manager),
      listNewcomers(people.manager),
      listAssistants(people.manager, { show: "current", limit: 100 }),
    ]),
  "my mentoring": (people) =>
    Promise.all([
      frame(people),
      listOwnMentorships(people.assistant).then((pairs) =>
        Promise.all([
          listOwnNotes(
            people.assistant,
            pairs.map(({ id }) => id),
          ),
          proposeMeetings(people.assistant, pairs),
          listOwnRamps(people.assistant, []),
        ]),
      ),
      getMentorLimit(people.assistant),
    ]),
  "the palette": (people) =>
    Promise.all([
      session(people),
      findForManager(people.manager, "anna"),
      findForAssistant(people.assistant, "anna"),
    ]),
  "executive's page": ({ executive, ...people }) =>
    Promise.all([
      frame({ executive, ...people }),
      getExecutiveSupport(executive, { days: 16 }),
      listRequestedDuties(executive),
      listRequestTypes(executive),
      listOwnMessages(executive),
      listOwnRequestsAtHand(executive, { limit: 12 }).then(({ items }) => listOwnPlaces(executive, items)),
    ]),
};
