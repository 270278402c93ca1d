import { declarePersonal } from "@/lib/personal";

/** Who supported whom, which later counts stand on. */
export const supportPersonal = declarePersonal({
  support_assignments: {
    whose: [{ assistant: "assistant_id" }, { executive: "executive_id" }],
    erased: {},
    plain: ["duty_ids"],
  },
});
