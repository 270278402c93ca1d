import { DayFact, IdFact, publicText } from "@/lib/facts";
import { declareNotice, declareNotices } from "@/lib/notices/schema";

const DELIVERY = { icon: "support", channels: ["app", "mail", "digest"], urgency: "normal" } as const;
const NAME = publicText("name of a person");
const toOwn = () => "/assistant/matching";

const OF_TRIAL = {
  ...DELIVERY,
  audience: { assistant: toOwn, executive: () => "/executive", manager: () => "/manager/matching/trials" },
} as const;

/** What people are told of matching: that it is used, and that a figure is objected to or answered for. */
export const matchingNotice = declareNotices({
  matching_explained: declareNotice({
    params: { name: NAME },
    audience: { assistant: toOwn },
    ...DELIVERY,
    mayBeOff: false,
  }),
  support_changes: declareNotice({
    params: { on: DayFact },
    audience: { assistant: () => "/assistant/week", executive: () => "/executive" },
    ...DELIVERY,
    mayBeOff: false,
  }),
  cover_ended: declareNotice({
    params: { coverId: IdFact, name: NAME, on: DayFact },
    audience: { executive: () => "/executive" },
    ...DELIVERY,
    urgency: "slow",
    mayBeOff: true,
  }),
  trial_proposed: declareNotice({
    params: { name: NAME, from: DayFact, to: DayFact },
    ...OF_TRIAL,
    mayBeOff: false,
  }),
  trial_agreed: declareNotice({
    params: { assistant: NAME, executive: NAME, from: DayFact, to: DayFact },
    ...OF_TRIAL,
    mayBeOff: false,
  }),
  trial_check_in: declareNotice({ params: { name: NAME }, ...OF_TRIAL, mayBeOff: true }),
  trial_over: declareNotice({
    params: { assistant: NAME, executive: NAME },
    ...OF_TRIAL,
    mayBeOff: false,
  }),
  trial_confirmed: declareNotice({
    params: { assistant: NAME, executive: NAME, from: DayFact },
    ...OF_TRIAL,
    mayBeOff: false,
  }),
  figure_objected: declareNotice({
    params: { assistantId: IdFact, name: NAME },
    audience: { manager: ({ assistantId }) => `/manager/assistants/${assistantId}` },
    ...DELIVERY,
    mayBeOff: true,
  }),
  objection_answered: declareNotice({
    params: { name: NAME },
    audience: { assistant: toOwn },
    ...DELIVERY,
    mayBeOff: true,
  }),
});
