import { IdFact, MomentFact } from "@/lib/facts";
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
