import { declarePersonal } from "@/lib/personal";

/** What the outbox holds of people: to whom, and about what, without a word of it. */
export const mailPersonal = declarePersonal({
  outgoing_mails: {
    whose: [
      { user: "user_id" },
      { within: "meeting_people", by: "meeting_person_id" },
      { within: "letters", by: "letter_id" },
    ],
    erased: "row",
    unexported: ["sealed"],
  },
});
