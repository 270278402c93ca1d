import { IdFact, publicText } from "@/lib/facts";
import { declareNotice, declareNotices } from "@/lib/notices/schema";

/** The summary of the request it is for is left out of what is confidential. */
const LETTER = {
  letterId: IdFact,
  summary: publicText("summary of a request").nullable(),
  name: publicText("name of a person"),
};

const DELIVERY = { icon: "letter", channels: ["app", "mail", "digest"], mayBeOff: true } as const;

const toWriter = ({ letterId }: { letterId: string }) => `/assistant/letters/${letterId}`;

function sentencesOf(kind: string, untitled: string) {
  return {
    keys: [kind, untitled],
    of: ({ summary }: { summary: string | null }) => (summary === null ? untitled : kind),
  };
}

/** What is told of letters: for which request they are, never their words. */
export const letterNotice = declareNotices({
  letter_deputy_named: declareNotice({
    params: { name: publicText("name of a person") },
    audience: { executive: () => "/executive/letters" },
    urgency: "normal",
    ...DELIVERY,
  }),
  letter_to_approve: declareNotice({
    params: LETTER,
    audience: { executive: ({ letterId }) => `/executive/letters/${letterId}` },
    sentences: sentencesOf("letter_to_approve", "letter_to_approve_untitled"),
    urgency: "now",
    ...DELIVERY,
  }),
  letter_approved: declareNotice({
    params: LETTER,
    audience: { assistant: toWriter },
    sentences: sentencesOf("letter_approved", "letter_approved_untitled"),
    urgency: "now",
    ...DELIVERY,
  }),
  letter_returned: declareNotice({
    params: LETTER,
    audience: { assistant: toWriter },
    sentences: sentencesOf("letter_returned", "letter_returned_untitled"),
    urgency: "now",
    ...DELIVERY,
  }),
});
