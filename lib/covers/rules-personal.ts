import { declarePersonal } from "@/lib/personal";

/** Who covered whom; what was said of it goes with either of them. */
export const coverPersonal = declarePersonal({
  coverage_assignments: {
    whose: [{ assistant: "assistant_id" }, { executive: "executive_id" }],
    erased: { override_reason: "", answer_note: "" },
    actors: ["created_by_id"],
    plain: ["duty_ids"],
    unexported: ["override_reason", "answer_note"],
  },
  accepted_gaps: { whose: [{ executive: "executive_id" }], erased: {}, actors: ["accepted_by_id"] },
  coverage_changes: { erased: {}, actors: ["actor_id"], plain: ["kind", "created_ids", "released_ids"] },
});
