import { declarePersonal } from "@/lib/personal";

/** What covers had to know of an executive goes with the executive; that there was a handover stays. */
export const handoverPersonal = declarePersonal({
  handovers: {
    whose: [{ executive: "executive_id" }],
    erased: {},
    actors: ["cover_assistant_id", "owner_id"],
    plain: ["duty_ids"],
  },
  handover_items: {
    whose: [{ within: "handovers", by: "handover_id" }],
    erased: { text: "–" },
    actors: ["created_by_id"],
    plain: ["weekdays"],
  },
  handover_questions: {
    whose: [{ within: "handovers", by: "handover_id" }],
    erased: { text: "–", answer: "" },
    actors: ["asked_by_id", "answered_by_id"],
  },
  handover_steps: {
    whose: [{ within: "handovers", by: "handover_id" }],
    erased: {},
    actors: ["by_id", "cover_assistant_id"],
  },
  access_checklist_items: {
    whose: [{ within: "handovers", by: "handover_id" }],
    erased: { label: "" },
    actors: ["granted_by_id", "withdrawn_by_id"],
  },
});
