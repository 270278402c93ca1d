import { readRows } from "@/app/manager/absences/_components/list/read-rows";
import { AbsencesAddress, type AbsenceTab } from "@/app/manager/absences/form-input";
import { countAbsences } from "@/lib/absences/requests/queries";
import { listLeaveTypes } from "@/lib/absences/settings/queries";
import { getBoard, listCandidates } from "@/lib/coverage/board/queries";
import { getBoardPage } from "@/lib/coverage/board/queries-page";
import { listAbsentToday } from "@/lib/coverage/board/queries-today";
import { BoardInput, CandidatesInput } from "@/lib/coverage/board/schema";
import { listStandIns } from "@/lib/coverage/candidates/queries-stand-ins";
import { listWorkloads } from "@/lib/coverage/candidates/queries-workload";
import { StandInsInput } from "@/lib/coverage/candidates/schema-stand-ins";
import { getBrief } from "@/lib/insight/brief/queries";
import { getFirstSteps } from "@/lib/insight/first-steps/queries";
import { listPools } from "@/lib/pools/queries";
import { listDuties } from "@/lib/pools/queries-duties";
import { listReceivers } from "@/lib/requests/holders/queries-receivers";
import { countUnassignedRequests } from "@/lib/requests/queries";
import { addDays, day } from "@/lib/time/day";
import { isoWeekOf } from "@/lib/time/iso-week";
import { testDb } from "./database";
import { managerFrame, type People, type Read, session, TODAY } from "./page-reads/frames";

const LATER = { from: day("2027-03-01"), to: day("2027-03-07") };
const ofPool = ({ poolId }: People) => ({ poolId, ahead: isoWeekOf(TODAY) });

const absencesOf = async (people: People, tab: AbsenceTab) => {
  const types = await listLeaveTypes(people.manager);
  return Promise.all([
    managerFrame(people),
    listPools(people.manager),
    countAbsences(people.manager, { today: TODAY }),
    readRows(people.manager, AbsencesAddress.parse({}), { tab, today: TODAY, types }),
  ]);
};

/** What is answered from a grid that is kept: read once before it is counted. */
export const GRID_READS: Record<string, Read> = {
  coverage: (people) =>
    Promise.all([
      managerFrame(people),
      listPools(people.manager).then((pools) => listAbsentToday(people.manager, pools)),
      getBoardPage(people.manager, { ...ofPool(people), from: TODAY, to: addDays(TODAY, 6) }),
      countUnassignedRequests(people.manager),
      listDuties(people.manager),
    ]),
  "the brief": (people) => Promise.all([managerFrame(people), getBrief(people.manager, {})]),
  "coverage of another week": (people) =>
    Promise.all([managerFrame(people), getBoardPage(people.manager, { ...ofPool(people), ...LATER })]),
  "coverage by the API": (people) =>
    Promise.all([
      session(people),
      getBoard(
        people.manager,
        BoardInput.parse({ poolId: people.poolId, from: TODAY, to: addDays(TODAY, 6) }),
      ),
    ]),
  "who could cover": async (people) => {
    const { id } = await testDb().executive.findFirstOrThrow({
      where: { poolId: people.poolId },
      select: { id: true },
    });
    const stretch = { from: TODAY, fromPart: "am", to: addDays(TODAY, 2), toPart: "pm" };
    return listCandidates(people.manager, CandidatesInput.parse({ executiveId: id, ...stretch }));
  },
  "a request of a pool": async (people) => {
    const { id } = await testDb().supportRequest.findFirstOrThrow({
      where: { executive: { poolId: people.poolId } },
      select: { id: true },
    });
    return Promise.all([managerFrame(people), listReceivers(people.manager, id)]);
  },
  "backup coverage": (people) =>
    Promise.all([
      managerFrame(people),
      listStandIns(people.manager, StandInsInput.parse({ poolId: people.poolId })),
    ]),
  "absences to decide": (people) => absencesOf(people, "decide"),
  "absences now": (people) => absencesOf(people, "now"),
  "absences to come": (people) => absencesOf(people, "coming"),
  "first steps": (people) => Promise.all([managerFrame(people), getFirstSteps(people.manager)]),
  workload: (people) =>
    Promise.all([managerFrame(people), listWorkloads(people.manager, { poolId: people.poolId })]),
};
