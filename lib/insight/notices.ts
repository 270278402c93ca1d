import { declareNotice, declareNotices, type NoticeRange, RangeFact } from "@/lib/notices/schema";
import { day } from "@/lib/time/day";
import { isoWeekOf } from "@/lib/time/iso-week";

const toBrief = ({ range }: { range: NoticeRange }) => `/manager/brief?week=${isoWeekOf(day(range.from))}`;

/** What managers are told when a week begins; its mail says all that waits. */
export const insightNotice = declareNotices({
  brief_ready: declareNotice({
    params: { range: RangeFact },
    audience: { manager: toBrief },
    urgency: "normal",
    icon: "brief",
    channels: ["app", "mail"],
    mayBeOff: true,
  }),
});
