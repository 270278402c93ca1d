import { z } from "zod";
import { IdFact, publicText } from "@/lib/facts";
import { declareNotice, declareNotices, type NoticeRange, RangeFact } from "@/lib/notices/schema";
import { addDays, type Day, day } from "@/lib/time/day";
import { MORNING_ENDS_AT } from "@/lib/time/half-day";
import type { Hours } from "@/lib/time/hours";
import { type IsoWeek, isoWeekOf, mondayOf } from "@/lib/time/iso-week";

/** A week as notices say it. */
export function rangeOfWeek(week: IsoWeek): NoticeRange {
  const from = mondayOf(week);
  return { from, fromPart: "am", to: addDays(from, 6), toPart: "pm" };
}

/** Some hours of a day as notices say them. */
export function hoursNoticeRange({ on, startMinute, endMinute }: Hours & { on: Day }): NoticeRange {
  const fromPart = startMinute < MORNING_ENDS_AT ? "am" : "pm";
  const toPart = endMinute > MORNING_ENDS_AT ? "pm" : "am";
  return { from: on, fromPart, to: on, toPart, window: { startMinute, endMinute } };
}

function weekOf({ range }: { range: NoticeRange }): IsoWeek {
  return isoWeekOf(day(range.from));
}

const person = publicText("name of a person");
const KIND = z.enum(["swap", "drop", "take", "ask"]);
const OUTCOMES = [
  "given",
  "received",
  "swapped",
  "taken",
  "refused_by_all",
  "denied",
  "cancelled",
  "expired",
] as const;
const toOwnRequests = () => "/assistant/schedule/requests";
const toPoolRequests = ({ requestId }: { requestId: string }) =>
  `/manager/schedule/requests?open=${requestId}`;

const DELIVERY = { urgency: "now", icon: "schedule", channels: ["app", "mail", "digest"] } as const;

/** What people are told of their shifts: which week, and how much; what changed stands in My week. */
export const scheduleNotice = declareNotices({
  schedule_published: declareNotice({
    params: { publicationId: IdFact, range: RangeFact, amount: z.enum(["one", "several"]) },
    audience: { assistant: (params) => `/assistant/week?week=${weekOf(params)}` },
    mayBeOff: false,
    ...DELIVERY,
  }),
  schedule_unread: declareNotice({
    params: {
      publicationId: IdFact,
      poolId: IdFact,
      range: RangeFact,
      people: person,
    },
    audience: {
      manager: (params) => `/manager/schedule?week=${weekOf(params)}&pool=${params.poolId}`,
    },
    mayBeOff: true,
    ...DELIVERY,
  }),
  shift_request_asked: declareNotice({
    params: { requestId: IdFact, name: person, range: RangeFact, kind: KIND },
    audience: { assistant: toOwnRequests },
    mayBeOff: false,
    ...DELIVERY,
  }),
  shift_request_answered: declareNotice({
    params: { requestId: IdFact, name: person, range: RangeFact, outcome: z.enum(["accepted", "declined"]) },
    audience: { assistant: toOwnRequests },
    mayBeOff: true,
    ...DELIVERY,
  }),
  shift_request_waiting: declareNotice({
    params: { requestId: IdFact, name: person, range: RangeFact, kind: KIND },
    audience: { manager: toPoolRequests },
    mayBeOff: true,
    ...DELIVERY,
  }),
  shift_request_ended: declareNotice({
    params: { requestId: IdFact, poolId: IdFact, name: person, range: RangeFact, outcome: z.enum(OUTCOMES) },
    audience: { assistant: toOwnRequests, manager: toPoolRequests },
    mayBeOff: false,
    ...DELIVERY,
  }),
  shift_called_off: declareNotice({
    params: {
      shiftId: IdFact,
      range: RangeFact,
      outcome: z.enum(["called_off", "reinstated", "given", "taken_back"]),
    },
    audience: { assistant: (params) => `/assistant/week?week=${weekOf(params)}` },
    mayBeOff: false,
    ...DELIVERY,
  }),
});
