import { declarePersonal } from "@/lib/personal";

/** Calendars that a person subscribes to, and the names of imported events. */
export const calendarPersonal = declarePersonal({
  calendar_feeds: { whose: [{ user: "user_id" }], erased: "row", unexported: ["token_hash"] },
  calendar_events: {
    whose: [{ within: "calendar_feeds", by: "feed_id" }],
    erased: "row",
    unexported: "table",
  },
  imported_absences: { whose: [{ assistant: "assistant_id" }], erased: "row" },
});
