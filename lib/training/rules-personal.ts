import { declarePersonal } from "@/lib/personal";

/** Who learnt what, and when, stays for the arithmetic of the pool; what was written about it goes. */
export const trainingPersonal = declarePersonal({
  training_sessions: {
    whose: [{ assistant: "trainer_id" }],
    erased: {},
    actors: ["created_by_id"],
    plain: ["location", "link", "trainer", "trainer_contact"],
  },
  trainer_absences: { whose: [{ assistant: "assistant_id" }], erased: {} },
  enrolments: {
    whose: [{ assistant: "assistant_id" }],
    erased: { note: "" },
    actors: ["created_by_id"],
    plain: ["passed_over", "passed_over_for"],
  },
  enrolment_steps: {
    whose: [{ within: "enrolments", by: "enrolment_id" }],
    erased: { comment: "" },
    actors: ["actor_id"],
    plain: ["action"],
  },
  attendance: {
    whose: [{ within: "enrolments", by: "enrolment_id" }],
    erased: {},
    actors: ["marked_by_id"],
  },
  course_audiences: { erased: {}, plain: ["duty_id"] },
  course_reminders: { whose: [{ assistant: "assistant_id" }], erased: "row" },
  learning_options: {
    erased: {},
    actors: ["suggested_by_id", "decided_by_id"],
    plain: ["title", "provider", "link", "currency", "place", "days", "notes", "reason"],
  },
  arrangements: { erased: {}, actors: ["owner_id", "settled_by_id"], plain: ["label"] },
  attendee_needs: {
    whose: [{ within: "enrolments", by: "enrolment_id" }],
    erased: "row",
  },
  training_entries: {
    whose: [{ within: "enrolments", by: "enrolment_id" }],
    erased: {},
    plain: ["mail_id"],
  },
  evaluations: {
    whose: [{ within: "enrolments", by: "enrolment_id" }],
    erased: { words: "" },
  },
  training_needs: {
    whose: [{ assistant: "assistant_id" }],
    erased: { reason: "–" },
    plain: ["duty_id", "executive_ids"],
  },
});
