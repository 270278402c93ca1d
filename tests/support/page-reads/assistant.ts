import { readNotices } from "@/app/_shared/notices/read-notices";
import { listOwnAbsences } from "@/lib/absences/requests/queries";
import { ListOwnAbsencesInput } from "@/lib/absences/requests/schema";
import { listOwnSkills } from "@/lib/assistants/queries-skills";
import { getSicknessNow } from "@/lib/coverage/leave-cover/queries-sickness";
import { listOwnOffers } from "@/lib/coverage/offers/queries";
import { getAssistantWeek } from "@/lib/coverage/serving/queries-week";
import { listHandlers } from "@/lib/disputes/access/queries-handlers";
import { listHandoversInForce } from "@/lib/handovers/queries";
import { listLetters } from "@/lib/letters/queries";
import { ListLettersInput } from "@/lib/letters/schema";
import { listLetterTemplates } from "@/lib/letters/templates/queries";
import { getOwnMatching } from "@/lib/matching/knowledge/queries";
import { listOwnTrials } from "@/lib/matching/trials/queries";
import { listArrangedMeetings } from "@/lib/meetings/queries";
import { listComingMeetings } from "@/lib/meetings/queries-coming";
import { proposeMeetings } from "@/lib/mentoring/meetings/queries";
import { listOwnNotes } from "@/lib/mentoring/notes/queries";
import { listOwnMentorships } from "@/lib/mentoring/pairs/queries";
import { getMentorLimit } from "@/lib/mentoring/pairs/queries-mentors";
import { listOwnRamps } from "@/lib/mentoring/ramp/queries";
import { getOwnWish } from "@/lib/mentoring/wishes/queries";
import { listNotices } from "@/lib/notices/queries";
import { namesOfDuties } from "@/lib/pools/queries-duties";
import { getOwnDay } from "@/lib/pools/queries-today";
import { listCalls, listKnownCallers } from "@/lib/requests/messages/queries";
import { countAssignedRequests, listServedRequests, listVisibleRequests } from "@/lib/requests/queries";
import { listServedExecutives } from "@/lib/requests/queries-served";
import { listQueue } from "@/lib/requests/queue/queries";
import { getOwnScheduleNews } from "@/lib/schedules/publishing/queries";
import { listWorkRoles } from "@/lib/schedules/setup/queries";
import { listOwnShiftRequests } from "@/lib/schedules/swaps/queries";
import { getGiveChoice, listOpenShifts } from "@/lib/schedules/swaps/queries-takers";
import { listPoolShifts } from "@/lib/schedules/week/queries-own";
import { addDays } from "@/lib/time/day";
import { listOwnArrangements, listShownToMe } from "@/lib/training/arrangements/queries";
import { listOwnCertificates } from "@/lib/training/certificates/queries";
import { listCourses } from "@/lib/training/courses/queries";
import { listOwnEnrolments } from "@/lib/training/enrolments/queries";
import { listToEvaluate } from "@/lib/training/evaluations/queries";
import { listOwnMandatory } from "@/lib/training/mandatory/queries";
import { listOptions } from "@/lib/training/options/queries";
import { listVisibleSessions } from "@/lib/training/sessions/queries";
import { testDb } from "../database";
import { frame, type People, type Read, requests, session, TODAY } from "./frames";

/** What could be done with the first published shift of one's own. */
async function readGiveChoice({ assistant }: People) {
  const where = { assistantId: assistant.actor.assistant.id, status: "published" } as const;
  const shift = await testDb().shift.findFirst({ where, select: { id: true } });
  return shift && getGiveChoice(assistant, shift.id);
}

/** What an assistant has of their own. */
export const ASSISTANT_READS: Record<string, Read> = {
  "my week": (people) =>
    Promise.all([
      frame(people),
      getAssistantWeek(people.assistant, { weeks: 2 }),
      listComingMeetings(people.assistant),
      readNotices(people.assistant),
      getSicknessNow(people.assistant),
      listOwnOffers(people.assistant),
      countAssignedRequests(people.assistant),
      listHandoversInForce(people.assistant),
      getOwnScheduleNews(people.assistant),
    ]),
  "own absences": (people) =>
    Promise.all([frame(people), listOwnAbsences(people.assistant, ListOwnAbsencesInput.parse({}))]),
  "meetings one arranges": (people) => Promise.all([frame(people), listArrangedMeetings(people.assistant)]),
  "requests one serves": (people) =>
    Promise.all([
      frame(people),
      listQueue(people.assistant),
      listServedRequests(people.assistant, requests("open")),
    ]),
  letters: (people) =>
    Promise.all([
      frame(people),
      listLetters(people.assistant, ListLettersInput.parse({})),
      listLetterTemplates(people.assistant),
    ]),
  "the message pad": (people) =>
    Promise.all([
      frame(people),
      listServedExecutives(people.assistant),
      listKnownCallers(people.assistant),
      listCalls(people.assistant),
    ]),
  notices: (people) => Promise.all([frame(people), listNotices(people.assistant)]),
  "one's shift that is given away": async (people) =>
    Promise.all([frame(people), listWorkRoles(people.assistant), readGiveChoice(people)]),
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
  "what matching knows about me": (people) =>
    Promise.all([
      frame(people),
      listOwnTrials(people.assistant),
      getOwnMatching(people.assistant).then(({ duties }) =>
        namesOfDuties(
          people.assistant,
          duties.map(({ dutyId }) => dutyId),
        ),
      ),
    ]),
  "my training": (people) =>
    Promise.all([
      frame(people),
      listOwnEnrolments(people.assistant),
      listVisibleSessions(people.assistant, {}),
      listCourses(people.assistant),
      listOwnSkills(people.assistant),
      listToEvaluate(people.assistant),
      listOwnCertificates(people.assistant),
      listOwnArrangements(people.assistant),
      listShownToMe(people.assistant),
      listOwnMandatory(people.assistant),
    ]),
  "learning options": (people) =>
    Promise.all([frame(people), listOptions(people.assistant, { poolId: people.poolId })]),
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
      getOwnWish(people.assistant),
    ]),
  "raising something": (people) =>
    Promise.all([frame(people), listHandlers(people.assistant, people.poolId)]),
  "requests by the API": (people) =>
    Promise.all([session(people), listVisibleRequests(people.assistant, requests("open"))]),
};
