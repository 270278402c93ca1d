import { IdFact, publicText } from "@/lib/facts";
import { declareNotice, declareNotices, RangeFact } from "@/lib/notices/schema";

const WITH = { mentorshipId: IdFact, name: publicText("name of a person") };
const LATER = {
  icon: "training",
  urgency: "normal",
  channels: ["app", "mail", "digest"],
  mayBeOff: true,
} as const;
const toAssistant = () => "/assistant/mentoring";
const toManager = () => "/manager/training/mentoring";
const OF_NEWCOMER = { assistantId: IdFact, name: publicText("name of a person") };

/** What people are told of mentoring: the two of each other, managers that a pair rests because its mentor left. */
export const mentoringNotice = declareNotices({
  mentoring_proposed: declareNotice({ params: WITH, audience: { assistant: toAssistant }, ...LATER }),
  mentoring_begun: declareNotice({ params: WITH, audience: { assistant: toAssistant }, ...LATER }),
  mentoring_meeting: declareNotice({
    params: { ...WITH, range: RangeFact },
    audience: { assistant: toAssistant },
    ...LATER,
  }),
  mentoring_paused: declareNotice({ params: WITH, audience: { assistant: toAssistant }, ...LATER }),
  mentoring_ending: declareNotice({ params: WITH, audience: { assistant: toAssistant }, ...LATER }),
  mentoring_ended: declareNotice({ params: WITH, audience: { assistant: toAssistant }, ...LATER }),
  mentoring_tomorrow: declareNotice({
    params: { ...WITH, range: RangeFact },
    audience: { assistant: toAssistant },
    ...LATER,
    icon: "reminder",
  }),
  mentor_asked: declareNotice({ params: OF_NEWCOMER, audience: { manager: toManager }, ...LATER }),
  mentor_left: declareNotice({ params: WITH, audience: { manager: toManager }, ...LATER }),
  ramp_step_due: declareNotice({
    params: OF_NEWCOMER,
    audience: { assistant: toAssistant, manager: toManager },
    ...LATER,
  }),
});
