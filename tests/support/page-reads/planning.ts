import { listPoolBalances } from "@/lib/absences/balances/queries";
import { listVisibleAbsences } from "@/lib/absences/requests/queries";
import { ListAbsencesInput } from "@/lib/absences/requests/schema";
import { listLeaveTypes } from "@/lib/absences/settings/queries";
import { getWallchartScreen } from "@/lib/absences/wallchart/queries";
import { listWallchartSites } from "@/lib/absences/wallchart/queries-people";
import { listPoolHandovers } from "@/lib/handovers/queries";
import { ListHandoversInput } from "@/lib/handovers/schema";
import { listPools } from "@/lib/pools/queries";
import { listPoolRequests } from "@/lib/requests/queries";
import { listRequesters } from "@/lib/requests/queries-requesters";
import { listRequestTypes } from "@/lib/requests/types/queries";
import { getPublicationState } from "@/lib/schedules/publishing/queries";
import { listTemplates, listWorkRoles } from "@/lib/schedules/setup/queries";
import { listShiftRequests } from "@/lib/schedules/swaps/queries";
import { getScheduleWeek, requireRoster } from "@/lib/schedules/week/queries";
import { isoWeekOf } from "@/lib/time/iso-week";
import { managerFrame, type Read, requests, session, TODAY } from "./frames";

/** What a manager plans the days with. */
export const PLANNING_READS: Record<string, Read> = {
  balances: (people) =>
    Promise.all([
      managerFrame(people),
      listPoolBalances(people.manager, { limit: 50 }),
      listLeaveTypes(people.manager),
    ]),
  handovers: (people) =>
    Promise.all([
      managerFrame(people),
      listPools(people.manager),
      listPoolHandovers(people.manager, ListHandoversInput.parse({})),
    ]),
  "time off calendar": (people) =>
    Promise.all([
      managerFrame(people),
      getWallchartScreen(people.manager, { hasCovers: false, rows: 20, day: undefined }, 40),
      listWallchartSites(people.manager),
      listLeaveTypes(people.manager),
    ]),
  "the schedule": (people) =>
    Promise.all([
      managerFrame(people),
      listPools(people.manager),
      getScheduleWeek(people.manager, { poolId: people.poolId, week: isoWeekOf(TODAY) }),
      getPublicationState(people.manager, people.poolId, isoWeekOf(TODAY)),
      listTemplates(people.manager, people.poolId),
    ]),
  "the hours of roles, with a hole open": (people) =>
    Promise.all([
      managerFrame(people),
      listPools(people.manager),
      requireRoster(people.manager, { poolId: people.poolId, week: isoWeekOf(TODAY) }),
    ]),
  swaps: (people) =>
    Promise.all([
      managerFrame(people),
      listPools(people.manager),
      listShiftRequests(people.manager, people.manager.actor.managedPoolIds),
      listWorkRoles(people.manager),
    ]),
  "requests of a pool": (people) =>
    Promise.all([
      managerFrame(people),
      listPoolRequests(people.manager, requests("unassigned")),
      listPoolRequests(people.manager, requests("overdue")),
      listPoolRequests(people.manager, requests("soon")),
      listRequesters(people.manager),
      listRequestTypes(people.manager),
    ]),
  "absences by the API": (people) =>
    Promise.all([
      session(people),
      listVisibleAbsences(people.manager, ListAbsencesInput.parse({ from: TODAY })),
    ]),
};
