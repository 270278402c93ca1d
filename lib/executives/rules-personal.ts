import { declarePersonal } from "@/lib/personal";

/** What is kept of executives. Their support hours and what they needed stay: clocks and coverage were counted by them. */
export const executivePersonal = declarePersonal({
  executives: {
    whose: [{ user: "user_id" }],
    erased: { title: "", department: "", site: "", phone: "" },
  },
  support_hours: { whose: [{ executive: "executive_id" }], erased: {} },
  duty_requirements: { whose: [{ executive: "executive_id" }], erased: {}, plain: ["duty_id"] },
  executive_languages: { whose: [{ executive: "executive_id" }], erased: "row" },
  executive_profile_sections: {
    whose: [{ executive: "executive_id" }],
    erased: "row",
    actors: ["changed_by_id"],
  },
  recurring_duties: { whose: [{ executive: "executive_id" }], erased: "row" },
  dates_to_know: { whose: [{ executive: "executive_id" }], erased: "row" },
  access_template_items: { whose: [{ executive: "executive_id" }], erased: "row" },
});
