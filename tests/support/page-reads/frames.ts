import { countRequestedAbsences } from "@/lib/absences/requests/queries";
import type { Administrator, Assistant, Executive, Manager } from "@/lib/actor";
import { getSessionPerson } from "@/lib/auth/session";
import type { Ctx } from "@/lib/context";
import { countUnreadNotices } from "@/lib/notices/queries";
import { listHiddenPlaces } from "@/lib/pools/queries-menu";
import { countUnassignedRequests } from "@/lib/requests/queries";
import { ListRequestsInput } from "@/lib/requests/schema";
import { countShiftRequestsToApprove } from "@/lib/schedules/swaps/queries";
import { day } from "@/lib/time/day";
import { countUndecidedEnrolments } from "@/lib/training/enrolments/queries";
import { MONDAY_MORNING } from "../contexts";
import { testDb } from "../database";

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
/** What a list of requests is asked. */
export const requests = (show: string) => ListRequestsInput.parse({ show });

/** Who is signed in. */
export const session: Read = ({ sid }) => getSessionPerson(testDb(), sid, MONDAY_MORNING);

/** What a page asks before it asks anything of its own: who is signed in, and what is new. */
export const frame: Read = (people) =>
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
