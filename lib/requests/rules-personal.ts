import { declarePersonal } from "@/lib/personal";

/** What an executive asked for, and what callers said; how long it took stays. A comment is also its author's. */
export const requestPersonal = declarePersonal({
  support_requests: {
    whose: [{ executive: "executive_id" }],
    erased: { summary: "–", details: "", fields: {} },
    actors: ["assignee_id", "home_assistant_id", "created_by_id"],
    plain: ["duty_id", "type_id"],
  },
  recurring_requests: {
    whose: [{ executive: "executive_id" }],
    erased: "row",
    actors: ["created_by_id"],
    plain: ["type_id"],
  },
  saved_replies: {
    whose: [{ user: "user_id" }],
    erased: "row",
  },
  request_comments: {
    whose: [{ user: "author_id" }, { within: "support_requests", by: "request_id" }],
    erased: { text: "–" },
  },
  request_files: {
    whose: [{ within: "support_requests", by: "request_id" }],
    erased: "row",
  },
  request_ratings: {
    whose: [{ within: "support_requests", by: "request_id" }],
    erased: { word: "" },
  },
  priority_agreements: {
    whose: [{ executive: "low_id" }, { executive: "high_id" }],
    erased: "row",
    actors: ["decided_by_id"],
  },
  inbound_mails: {
    whose: [{ executive: "executive_id" }, { within: "support_requests", by: "request_id" }],
    erased: { from_address: "", from_name: "", subject: "", text: "" },
    actors: ["decided_by_id"],
    plain: ["mailbox", "digest", "message_id", "reason"],
  },
  inbound_mail_raws: {
    whose: [{ within: "inbound_mails", by: "mail_id" }],
    erased: "row",
    unexported: "table",
  },
  filing_links: {
    whose: [{ executive: "executive_id" }],
    erased: "row",
    unexported: ["token_hash"],
  },
  request_words: {
    whose: [{ within: "support_requests", by: "request_id" }],
    erased: "row",
    unexported: "table",
  },
  phone_messages: {
    whose: [{ within: "support_requests", by: "request_id" }],
    erased: { caller: "–", company: "", number_text: "" },
    actors: ["taken_by_id"],
  },
});
