import { declarePersonal } from "@/lib/personal";

/**
 * Who has to do with which conversation. Erasing a person answers alike with or without one, so nothing of these goes with their
 * account: their name is no more, and the words are forgotten with the conversation's key when its time is up.
 */
export const disputePersonal = declarePersonal({
  case_people: { erased: {}, actors: ["user_id", "added_by_id"], plain: ["code"] },
  case_sight: { erased: {}, actors: ["user_id"] },
  case_texts: { erased: {}, actors: ["author_id", "to_id"] },
  case_reads: { erased: {}, actors: ["user_id"], plain: ["what"] },
  case_journal: { erased: {}, actors: ["actor_id"], plain: ["action", "prev_hash", "hash"] },
  case_meetings: { erased: {}, actors: ["with_id"] },
  case_answers: { erased: {}, actors: ["user_id"] },
  case_consents: { erased: {}, actors: ["user_id"] },
  case_terms: { erased: {}, actors: ["who_id"] },
  case_signatures: { erased: {}, actors: ["user_id"] },
  case_check_ins: { erased: {}, actors: ["user_id"] },
  case_clocks: { erased: {}, actors: ["user_id"] },
});
