import { listAwayUntil } from "@/lib/absences/requests/queries-today";
import { countNeverInvited } from "@/lib/accounts/queries-invitees";
import { listAssistants } from "@/lib/assistants/queries";
import { ListPeopleInput } from "@/lib/assistants/schema";
import { listCases } from "@/lib/disputes/cases/queries";
import { listExecutives } from "@/lib/executives/queries";
import { listRequisitions } from "@/lib/hiring/requisitions/queries";
import { findForAssistant, findForManager } from "@/lib/insight/search/queries";
import {
  listCandidatePlacements,
  listFittingExecutives,
  listPresentPlacements,
} from "@/lib/matching/placements/queries";
import { listPlacementDecisions } from "@/lib/matching/placements/queries-decisions";
import { listRebalances } from "@/lib/matching/proposals/queries";
import { listTrials } from "@/lib/matching/trials/queries";
import { listPoolMentorships } from "@/lib/mentoring/pairs/queries";
import { listNewcomers } from "@/lib/mentoring/ramp/queries";
import { listPools } from "@/lib/pools/queries";
import { listExpiringCertificates } from "@/lib/training/certificates/queries";
import { listUndecidedEnrolments } from "@/lib/training/enrolments/queries";
import { countOpenIn } from "@/lib/training/enrolments/queries-covers";
import { getSkillMatrix } from "@/lib/training/matrix/queries";
import { listTrainingNeeds } from "@/lib/training/needs/queries";
import { listSessions } from "@/lib/training/sessions/queries";
import { managerFrame, type Read, session } from "./frames";

/** What a manager has of people: who they are, whom they fit and what they learn. */
export const PEOPLE_READS: Record<string, Read> = {
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
  hiring: (people) => Promise.all([managerFrame(people), listRequisitions(people.manager)]),
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
  "trials of matching": (people) =>
    Promise.all([
      managerFrame(people),
      listPools(people.manager),
      listTrials(people.manager, { poolId: people.poolId }),
    ]),
  rebalances: (people) =>
    Promise.all([
      managerFrame(people),
      listPools(people.manager),
      listPresentPlacements(people.manager, { poolId: people.poolId, page: 1 }),
      listRebalances(people.manager, { poolId: people.poolId }),
    ]),
  training: (people) =>
    Promise.all([
      managerFrame(people),
      listPools(people.manager),
      listUndecidedEnrolments(people.manager),
      listTrainingNeeds(people.manager),
      listExpiringCertificates(people.manager),
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
  conversations: (people) => Promise.all([managerFrame(people), listCases(people.manager)]),
  mentoring: (people) =>
    Promise.all([
      managerFrame(people),
      listPoolMentorships(people.manager),
      listNewcomers(people.manager),
      listAssistants(people.manager, { show: "current", limit: 100 }),
    ]),
  "the palette": (people) =>
    Promise.all([
      session(people),
      findForManager(people.manager, "anna"),
      findForAssistant(people.assistant, "anna"),
    ]),
};
