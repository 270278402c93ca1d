import { declarePersonal } from "@/lib/personal";

/** Who may not work for whom, which nobody reads of themselves; and what a fit is worked out from, with what was decided by it. */
export const matchingPersonal = declarePersonal({
  placement_decisions: {
    whose: [{ assistant: "assistant_id" }],
    erased: { reason: "–" },
    actors: ["executive_id", "first_assistant_id", "by_id"],
    plain: ["inputs", "inputs_hash"],
  },
  asked_work_styles: { whose: [{ executive: "executive_id" }], erased: "row" },
  asked_experience: { whose: [{ executive: "executive_id" }], erased: "row" },
  held_experience: { whose: [{ assistant: "assistant_id" }], erased: "row" },
  pairing_wishes: {
    whose: [{ user: "author_id" }],
    erased: "row",
    actors: ["assistant_id", "executive_id"],
  },
  trial_pairings: {
    whose: [{ assistant: "assistant_id" }, { executive: "executive_id" }],
    erased: {},
    actors: ["created_by_id"],
    plain: ["support", "asked"],
  },
  trial_check_ins: {
    whose: [{ user: "author_id" }],
    erased: { works: "", changes: "" },
    actors: ["assistant_id"],
  },
  outcome_ratings: { whose: [{ user: "rater_id" }], erased: { note: "" }, actors: ["assistant_id"] },
  rebalance_proposals: {
    erased: {},
    actors: ["created_by_id"],
    plain: ["fixed_ids", "result", "inputs_hash", "applied"],
  },
  matching_notices: { whose: [{ assistant: "assistant_id" }], erased: "row" },
  figure_objections: {
    whose: [{ assistant: "assistant_id" }],
    erased: { words: "–", answer: "–" },
    actors: ["answered_by_id"],
    plain: ["figure"],
  },
  pairing_restrictions: {
    whose: [{ assistant: "assistant_id" }, { executive: "executive_id" }],
    erased: "row",
    unexported: "table",
  },
});
