import { declarePersonal } from "@/lib/personal";

/** What was written in an executive's name goes with the executive; a pool's templates are nobody's. */
export const letterPersonal = declarePersonal({
  letter_templates: { erased: {}, plain: ["name", "subject", "body"] },
  letters: {
    whose: [{ within: "support_requests", by: "request_id" }],
    erased: {},
    actors: ["created_by_id", "sent_by_id"],
  },
  letter_deputies: {
    whose: [
      { within: "executives", by: "executive_id" },
      { within: "executives", by: "deputy_id" },
    ],
    erased: "row",
  },
  letter_versions: {
    whose: [{ within: "letters", by: "letter_id" }],
    erased: { subject: "–", body: "–", values: {}, recipient_email: "", remarks: "" },
    actors: ["written_by_id", "decided_by_id"],
  },
});
