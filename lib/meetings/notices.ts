import { z } from "zod";
import { IdFact, publicText } from "@/lib/facts";
import { declareNotice, declareNotices } from "@/lib/notices/schema";
import { MEETING_REPLIES } from "./rules-choices";

const MEETING = { meetingId: IdFact, executive: publicText("name of a person") };
/** Told in the app alone: the invitation itself goes to them by mail. */
const INVITED = { icon: "request", channels: ["app", "digest"], mayBeOff: true } as const;
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
    ...INVITED,
  }),
  meeting_changed: declareNotice({
    params: MEETING,
    audience: { executive: toExecutive },
    urgency: "normal",
    ...INVITED,
  }),
  meeting_cancelled: declareNotice({
    params: MEETING,
    audience: { executive: toExecutive },
    urgency: "normal",
    ...INVITED,
  }),
  meeting_answered: declareNotice({
    params: MEETING,
    audience: { assistant: toAssistant },
    urgency: "normal",
    ...DELIVERY,
  }),
  meeting_arrangement_given: declareNotice({
    params: MEETING,
    audience: { assistant: toAssistant },
    urgency: "normal",
    ...DELIVERY,
  }),
  meeting_replied: declareNotice({
    params: { ...MEETING, reply: z.enum(MEETING_REPLIES) },
    audience: { assistant: toAssistant },
    urgency: "normal",
    ...DELIVERY,
  }),
});
