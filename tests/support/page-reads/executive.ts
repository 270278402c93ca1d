import { getExecutiveSupport } from "@/lib/coverage/serving/queries-support";
import { listLettersToApprove } from "@/lib/letters/queries";
import { listOwnTrials } from "@/lib/matching/trials/queries";
import { getOwnBusyCalendar } from "@/lib/meetings/busy/queries";
import { listOwnMeetings } from "@/lib/meetings/queries";
import { listComingMeetings } from "@/lib/meetings/queries-coming";
import { listSharingExecutives } from "@/lib/requests/agreements/queries";
import { listOwnMessages } from "@/lib/requests/messages/queries";
import { listOwnRequestsAtHand } from "@/lib/requests/queries";
import { listRequestedDuties } from "@/lib/requests/queries-duties";
import { listOwnPlaces } from "@/lib/requests/queue/queries-places";
import { listRequestTypes } from "@/lib/requests/types/queries";
import { frame, type Read } from "./frames";

/** What an executive has. */
export const EXECUTIVE_READS: Record<string, Read> = {
  "executive's page": ({ executive, ...people }) =>
    Promise.all([
      frame({ executive, ...people }),
      getExecutiveSupport(executive, { days: 16 }),
      listOwnTrials(executive),
      listRequestedDuties(executive),
      listRequestTypes(executive),
      listOwnMessages(executive),
      listLettersToApprove(executive),
      listComingMeetings(executive),
      listOwnRequestsAtHand(executive, { limit: 12 }).then(({ items }) => listOwnPlaces(executive, items)),
    ]),
  "executive's agreements": ({ executive, ...people }) =>
    Promise.all([frame({ executive, ...people }), listSharingExecutives(executive)]),
  "executive's meetings": ({ executive, ...people }) =>
    Promise.all([frame({ executive, ...people }), listOwnMeetings(executive), getOwnBusyCalendar(executive)]),
};
