import { IdFact, MomentFact, publicText } from "@/lib/facts";
import { declareNotice, declareNotices } from "@/lib/notices/schema";

/** Never who the candidate is: a notice outlives what may be kept of them. */
const INTERVIEW = { interviewId: IdFact };
const DATED = { ...INTERVIEW, at: MomentFact };

type About = { interviewId: string };
const AUDIENCE = {
  manager: ({ interviewId }: About) => `/manager/hiring/interviews/${interviewId}`,
  assistant: ({ interviewId }: About) => `/assistant/interviews/${interviewId}`,
  executive: ({ interviewId }: About) => `/executive/interviews/${interviewId}`,
};

const DELIVERY = {
  icon: "interview",
  channels: ["app", "mail", "digest"],
  mayBeOff: true,
  isPrivate: true,
} as const;

/** What panels are told of interviews. */
export const hiringNotice = declareNotices({
  interview_planned: declareNotice({
    params: INTERVIEW,
    audience: AUDIENCE,
    urgency: "normal",
    ...DELIVERY,
  }),
  interview_booked: declareNotice({ params: DATED, audience: AUDIENCE, urgency: "now", ...DELIVERY }),
  scorecard_in: declareNotice({ params: INTERVIEW, audience: AUDIENCE, urgency: "slow", ...DELIVERY }),
  job_offer_answered: declareNotice({
    params: { applicationId: IdFact },
    audience: { manager: () => "/manager/hiring" },
    urgency: "now",
    ...DELIVERY,
  }),
  pack_sent: declareNotice({
    params: { packId: IdFact },
    audience: { executive: ({ packId }) => `/executive/interviews/packs/${packId}` },
    urgency: "normal",
    ...DELIVERY,
  }),
  pack_answered: declareNotice({
    params: { packId: IdFact, name: publicText("name of a person") },
    audience: { manager: () => "/manager/hiring" },
    urgency: "normal",
    ...DELIVERY,
  }),
  interview_cancelled: declareNotice({
    params: INTERVIEW,
    audience: AUDIENCE,
    urgency: "now",
    ...DELIVERY,
  }),
  interview_reminder: declareNotice({
    params: DATED,
    audience: AUDIENCE,
    urgency: "now",
    ...DELIVERY,
  }),
});
