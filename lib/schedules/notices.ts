import { z } from "zod";
import { IdFact, publicText } from "@/lib/facts";
import { declareNotice, declareNotices, type NoticeRange, RangeFact } from "@/lib/notices/schema";
import { addDays, day } from "@/lib/time/day";
import { type IsoWeek, isoWeekOf, mondayOf } from "@/lib/time/iso-week";

/** A week as notices say it. */
export function rangeOfWeek(week: IsoWeek): NoticeRange {
  const from = mondayOf(week);
  return { from, fromPart: "am", to: addDays(from, 6), toPart: "pm" };
}

function weekOf({ range }: { range: NoticeRange }): IsoWeek {
  return isoWeekOf(day(range.from));
}

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
      people: publicText("name of a person"),
    },
    audience: {
      manager: (params) => `/manager/schedule?week=${weekOf(params)}&pool=${params.poolId}`,
    },
    mayBeOff: true,
    ...DELIVERY,
  }),
});
