import { declarePersonal } from "@/lib/personal";

const OF_PAIR = { within: "mentorships", by: "mentorship_id" } as const;

/** Who mentored whom stays; what was said and noted goes, and is in nobody's file: it is read by the two alone. */
export const mentoringPersonal = declarePersonal({
  mentorships: {
    whose: [{ assistant: "mentor_id" }, { assistant: "mentee_id" }],
    erased: {},
    actors: ["created_by_id"],
  },
  mentoring_goals: { whose: [OF_PAIR], erased: { text: "–", measure: "" }, plain: ["duty_id"] },
  mentoring_meetings: { whose: [OF_PAIR], erased: {} },
  mentoring_notes: { whose: [{ user: "author_id" }], erased: "row", unexported: "table" },
  mentoring_reviews: { whose: [{ user: "user_id" }], erased: "row", unexported: "table" },
  mentor_wishes: { whose: [{ assistant: "assistant_id" }], erased: "row", plain: ["duty_id"] },
  mentor_limits: { whose: [{ assistant: "assistant_id" }], erased: "row" },
});
