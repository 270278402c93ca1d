import { DayFact, IdFact, publicText } from "@/lib/facts";
import { declareNotice, declareNotices } from "@/lib/notices/schema";

const DELIVERY = { icon: "support", channels: ["app", "mail", "digest"], urgency: "normal" } as const;
const NAME = publicText("name of a person");
const toOwn = () => "/assistant/matching";

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
