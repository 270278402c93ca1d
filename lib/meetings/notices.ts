import { IdFact, publicText } from "@/lib/facts";
import { declareNotice, declareNotices } from "@/lib/notices/schema";

const MEETING = { meetingId: IdFact, executive: publicText("name of a person") };
const DELIVERY = { icon: "request", channels: ["app", "mail", "digest"], mayBeOff: true } as const;

const toExecutive = () => "/executive/meetings";
const toAssistant = ({ meetingId }: { meetingId: string }) => `/assistant/meetings/${meetingId}`;

/** What is told of meetings: that a time is asked about, settled, changed or called off. Never what it is about. */
export const meetingNotice = declareNotices({
  meeting_asked: declareNotice({
    params: MEETING,
    audience: { executive: toExecutive },
    urgency: "now",
    ...DELIVERY,
  }),
  meeting_confirmed: declareNotice({
    params: MEETING,
    audience: { executive: toExecutive },
    urgency: "normal",
    ...DELIVERY,
  }),
  meeting_cancelled: declareNotice({
    params: MEETING,
    audience: { executive: toExecutive },
    urgency: "now",
    ...DELIVERY,
  }),
  meeting_answered: declareNotice({
    params: MEETING,
    audience: { assistant: toAssistant },
    urgency: "normal",
    ...DELIVERY,
  }),
});
