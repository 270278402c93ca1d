import { declarePersonal } from "@/lib/personal";

/** Shifts stay as hours that were worked; why one was allowed goes, and when a person rather would not work. */
export const schedulePersonal = declarePersonal({
  shifts: { whose: [{ assistant: "assistant_id" }], erased: { note: "" }, actors: ["created_by_id"] },
  shift_overrides: {
    whose: [{ assistant: "assistant_id" }],
    erased: { reason: "–" },
    actors: ["by_id"],
    plain: ["rule"],
  },
  availabilities: { whose: [{ assistant: "assistant_id" }], erased: "row" },
  schedule_publications: { erased: {}, actors: ["by_id"], plain: ["week", "reason"] },
  shift_call_offs: {
    whose: [{ within: "shifts", by: "shift_id" }],
    erased: {},
    actors: ["by_id"],
    plain: ["work", "work_before"],
  },
  shift_requests: {
    whose: [{ assistant: "owner_id" }, { assistant: "taker_id" }],
    erased: { note: "" },
    actors: ["asked_by_id", "ended_by_id"],
  },
  shift_request_answers: { whose: [{ assistant: "assistant_id" }], erased: {} },
  publication_receipts: { whose: [{ assistant: "assistant_id" }], erased: {}, plain: ["changes"] },
});
