import { declarePersonal } from "@/lib/personal";

/** What is kept of assistants. Their hours stay: how much was covered was counted by them. */
export const assistantPersonal = declarePersonal({
  assistants: { whose: [{ user: "user_id" }], erased: { site: "", phone: "" } },
  working_patterns: { whose: [{ assistant: "assistant_id" }], erased: {} },
  assistant_skills: { whose: [{ assistant: "assistant_id" }], erased: "row" },
  skill_changes: {
    whose: [{ assistant: "assistant_id" }],
    erased: {},
    actors: ["by_id"],
    plain: ["duty_id"],
  },
  ramp_steps: {
    whose: [{ assistant: "assistant_id" }],
    erased: { reason: "" },
    actors: ["signed_off_by_id"],
    plain: ["duty_id"],
  },
  assistant_languages: { whose: [{ assistant: "assistant_id" }], erased: "row" },
  assistant_work_styles: { whose: [{ assistant: "assistant_id" }], erased: "row" },
});
