import { declarePersonal } from "@/lib/personal";

/** Plans and the ledger hold ids and minutes. */
export const coveragePersonal = declarePersonal({
  coverage_plans: {
    erased: {},
    actors: ["created_by_id"],
    plain: ["problem", "result", "input_hash", "solver_version", "explanations"],
  },
  cover_ledger_entries: {
    whose: [{ assistant: "assistant_id" }, { executive: "executive_id" }],
    erased: {},
  },
});
