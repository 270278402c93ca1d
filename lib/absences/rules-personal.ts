import { declarePersonal } from "@/lib/personal";

/** Leave and balances. Days and amounts stay, for the arithmetic of the pool; what was written about them goes. */
export const absencePersonal = declarePersonal({
  absences: {
    whose: [{ assistant: "assistant_id" }],
    erased: { note: "", decision_note: "" },
    actors: ["first_decider_id", "decided_by_id"],
    plain: ["leave_type_id"],
  },
  absence_steps: {
    whose: [{ within: "absences", by: "absence_id" }],
    erased: { comment: "" },
    actors: ["actor_id", "deputy_for_id"],
    plain: ["action"],
  },
  leave_adjustments: {
    whose: [{ assistant: "assistant_id" }],
    erased: { reason: "–" },
    actors: ["created_by_id"],
    plain: ["leave_type_id"],
  },
  leave_allowances: { whose: [{ assistant: "assistant_id" }], erased: {}, plain: ["leave_type_id"] },
  assistant_leave_policies: { whose: [{ assistant: "assistant_id" }], erased: {}, actors: ["decider_id"] },
  pool_leave_policies: { erased: {}, actors: ["second_decider_id"] },
  apart_group_members: { whose: [{ assistant: "assistant_id" }], erased: "row" },
  manager_deputies: { whose: [{ user: "manager_id" }, { user: "deputy_id" }], erased: "row" },
});
