import { declarePersonal } from "@/lib/personal";

/** Who asked for people and decided on it stays; candidates have no account, and are forgotten by their own clock. */
export const hiringPersonal = declarePersonal({
  requisitions: {
    erased: {},
    actors: ["requested_by_id", "decided_by_id"],
    plain: ["title", "reason", "profile", "decision_reason"],
  },
  requisition_executives: { whose: [{ executive: "executive_id" }], erased: {} },
  requisition_evidence: { erased: {}, plain: ["figures"] },
  applications: { erased: {}, plain: ["via", "letter", "answers", "held_why", "consent_text", "no_reason"] },
  resume_texts: { erased: {}, plain: ["text", "fault"] },
  application_steps: { erased: {}, actors: ["by_id"], plain: ["action"] },
  application_drafts: { erased: {}, plain: ["values"] },
  candidates: { erased: {}, plain: ["name", "email", "phone", "locale"] },
  candidate_links: { erased: {}, plain: ["token_hash"] },
  interviews: { erased: {}, actors: ["created_by_id"], plain: ["title", "place", "criteria", "uid"] },
  interview_people: { erased: {}, actors: ["user_id"] },
  scorecards: { erased: {}, actors: ["user_id"], plain: ["words"] },
  scorecard_marks: { erased: {}, plain: ["criterion", "evidence"] },
  scorecard_notes: { erased: {}, plain: ["words"] },
  scorecard_openings: { erased: {}, actors: ["user_id"], plain: ["reason"] },
  job_offers: {
    erased: {},
    actors: ["created_by_id"],
    plain: ["place", "currency", "words", "answered_name"],
  },
  job_hires: { erased: {}, actors: ["assistant_id", "hired_by_id", "undone_by_id"], plain: ["made"] },
  screening_packs: {
    whose: [{ executive: "executive_id" }],
    erased: { words: "" },
    actors: ["sent_by_id"],
    plain: ["questions"],
  },
  job_ad_versions: { erased: {}, actors: ["created_by_id"], plain: ["texts", "questions"] },
});
