import { DayFact, IdFact, KeyFact, MomentFact, publicText } from "@/lib/facts";
import { declareNotice, declareNotices, RangeFact } from "@/lib/notices/schema";

const COURSE = { enrolmentId: IdFact, course: publicText("name of a course") };
const DATED = { ...COURSE, range: RangeFact };
const OF_PERSON = { ...COURSE, sessionId: IdFact, name: publicText("name of a person") };

const DELIVERY = { icon: "training", channels: ["app", "mail", "digest"], mayBeOff: true } as const;
const AT_ONCE = { ...DELIVERY, urgency: "now" } as const;
/** The mail with the entry for the calendar says the same. */
const BY_CALENDAR = { ...AT_ONCE, channels: ["app"] } as const;
const LATER = { ...DELIVERY, urgency: "normal" } as const;

const toAssistant = () => "/assistant/training";
const toSession = ({ sessionId }: { sessionId: string }) => `/manager/training/sessions/${sessionId}`;
const toManager = () => "/manager/training";

const OF_SESSION = { sessionId: IdFact, course: publicText("name of a course") };
const OF_PERSON_HOLDING = { ...OF_SESSION, name: publicText("name of a person") };
/** Who sees to something leads the pool or is one of its assistants. */
const TO_OWNER = { manager: toSession, assistant: toAssistant };

/** What people are told of training: its participant of the course and the date, managers of who asks and who gives back. */
export const trainingNotice = declareNotices({
  training_requested: declareNotice({
    params: { ...COURSE, name: publicText("name of a person") },
    audience: { manager: toManager },
    ...LATER,
  }),
  training_booked: declareNotice({ params: DATED, audience: { assistant: toAssistant }, ...BY_CALENDAR }),
  training_moved: declareNotice({ params: DATED, audience: { assistant: toAssistant }, ...BY_CALENDAR }),
  training_invited: declareNotice({
    params: { ...DATED, until: MomentFact },
    audience: { assistant: toAssistant },
    ...AT_ONCE,
    mayBeOff: false,
  }),
  training_answered: declareNotice({
    params: { ...OF_PERSON, answer: KeyFact },
    audience: { manager: toSession },
    ...LATER,
  }),
  training_waiting: declareNotice({ params: COURSE, audience: { assistant: toAssistant }, ...LATER }),
  training_offered: declareNotice({
    params: { ...DATED, until: MomentFact },
    audience: { assistant: toAssistant },
    ...AT_ONCE,
    mayBeOff: false,
  }),
  training_declined: declareNotice({ params: COURSE, audience: { assistant: toAssistant }, ...LATER }),
  training_cancelled: declareNotice({ params: COURSE, audience: { assistant: toAssistant }, ...AT_ONCE }),
  training_seat_ended: declareNotice({
    params: COURSE,
    audience: { assistant: toAssistant },
    ...BY_CALENDAR,
  }),
  training_attended: declareNotice({
    params: { ...COURSE, executives: publicText("name of a person") },
    audience: { assistant: toAssistant },
    sentences: {
      keys: ["training_attended", "training_attended_opens"],
      of: ({ executives }) => (executives === "" ? "training_attended" : "training_attended_opens"),
    },
    ...LATER,
  }),
  /** Never kept as a notice: it says who wants the entry for their calendar by mail. */
  training_entry: declareNotice({
    params: DATED,
    audience: { assistant: toAssistant },
    ...{ ...AT_ONCE, channels: ["mail"], isPrivate: true },
  }),
  training_reminder: declareNotice({
    params: DATED,
    audience: { assistant: toAssistant },
    ...AT_ONCE,
    icon: "reminder",
  }),
  certificate_expiring: declareNotice({
    params: { ...COURSE, name: publicText("name of a person"), until: DayFact },
    audience: { assistant: toAssistant, manager: toManager },
    ...LATER,
    icon: "reminder",
  }),
  training_too_few: declareNotice({
    params: OF_SESSION,
    audience: { manager: toSession },
    ...LATER,
  }),
  arrangement_given: declareNotice({ params: OF_SESSION, audience: TO_OWNER, ...LATER }),
  arrangement_due: declareNotice({ params: OF_SESSION, audience: TO_OWNER, ...LATER, icon: "reminder" }),
  arrangement_overdue: declareNotice({
    params: OF_SESSION,
    audience: { manager: toSession },
    ...LATER,
    icon: "reminder",
  }),
  training_to_hold: declareNotice({
    params: { ...OF_SESSION, range: RangeFact },
    audience: { assistant: toAssistant },
    ...AT_ONCE,
  }),
  training_trainer_away: declareNotice({
    params: { ...OF_SESSION, name: publicText("name of a person") },
    audience: { manager: toSession },
    ...AT_ONCE,
  }),
  /** Whom a course was to be held by is left out: why they cannot is theirs. */
  training_trainer_missing: declareNotice({
    params: OF_SESSION,
    audience: { assistant: toAssistant },
    ...AT_ONCE,
  }),
  training_trainer_set: declareNotice({
    params: OF_PERSON_HOLDING,
    audience: { assistant: toAssistant },
    ...LATER,
  }),
  mandatory_due: declareNotice({
    params: { courseId: IdFact, course: publicText("name of a course"), until: DayFact },
    audience: { assistant: toAssistant },
    ...LATER,
    icon: "reminder",
  }),
  mandatory_overdue: declareNotice({
    params: { courseId: IdFact, course: publicText("name of a course") },
    audience: { manager: () => "/manager/training/mandatory" },
    ...LATER,
    icon: "reminder",
  }),
  training_seat_free: declareNotice({ params: OF_PERSON, audience: { manager: toSession }, ...LATER }),
  training_seat_taken: declareNotice({ params: OF_PERSON, audience: { manager: toSession }, ...LATER }),
});
