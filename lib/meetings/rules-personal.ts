import { declarePersonal } from "@/lib/personal";

/** What meetings were about, with whom and what these answered goes with the executive; when one was stays. */
export const meetingPersonal = declarePersonal({
  office_meetings: {
    whose: [{ within: "support_requests", by: "request_id" }],
    erased: { title: "–", place: "" },
    actors: ["created_by_id"],
    plain: ["time_zone", "uid"],
  },
  meeting_people: {
    whose: [{ user: "user_id" }, { within: "office_meetings", by: "meeting_id" }],
    erased: "row",
  },
  meeting_arrangements: {
    whose: [{ within: "office_meetings", by: "meeting_id" }],
    erased: { what: "–" },
    actors: ["owner_id", "done_by_id"],
  },
  busy_calendars: {
    whose: [{ user: "user_id" }, { within: "meeting_people", by: "meeting_person_id" }],
    erased: "row",
    plain: ["spans"],
  },
});
