import { z } from "zod";
import { IdFact, MomentFact, publicText } from "@/lib/facts";
import { DutiesFact, declareNotice, declareNotices, type NoticeRange, RangeFact } from "@/lib/notices/schema";
import { isoWeekOf } from "@/lib/time/iso-week";

const person = publicText("name of a person");

const DELIVERY = { channels: ["app", "mail", "digest"], mayBeOff: true } as const;

const toOwnWeek = ({ range }: { range: NoticeRange }) => `/assistant/week?week=${isoWeekOf(range.from)}`;
const toBoard = ({ range }: { range: NoticeRange }) => `/manager/coverage?week=${isoWeekOf(range.from)}`;
const toOffers = () => "/assistant/offers";

/** What is told of covers: to the cover, to the executive, and to the managers. */
export const coverNotice = declareNotices({
  cover_assigned: declareNotice({
    params: { executive: person, range: RangeFact, dutyIds: DutiesFact.optional() },
    audience: { assistant: toOwnWeek },
    urgency: "normal",
    icon: "cover",
    ...DELIVERY,
  }),
  cover_released: declareNotice({
    params: { executive: person, range: RangeFact, dutyIds: DutiesFact.optional() },
    audience: { assistant: toOwnWeek },
    urgency: "normal",
    icon: "cover",
    ...DELIVERY,
  }),
  support_changed: declareNotice({
    params: { assistant: person.nullable(), range: RangeFact, dutyIds: DutiesFact.optional() },
    audience: { executive: () => "/executive" },
    urgency: "normal",
    icon: "support",
    sentences: {
      keys: ["support_changed", "support_open"],
      of: ({ assistant }) => (assistant === null ? "support_open" : "support_changed"),
    },
    ...DELIVERY,
  }),
  assistant_lent: declareNotice({
    params: {
      assistant: person,
      executive: person,
      pool: publicText("name of a pool"),
      range: RangeFact,
    },
    audience: { manager: toBoard },
    urgency: "slow",
    icon: "cover",
    ...DELIVERY,
  }),
  cover_offered: declareNotice({
    params: { coverId: IdFact.optional(), executive: person, range: RangeFact, until: MomentFact },
    audience: { assistant: toOffers },
    urgency: "now",
    icon: "offer",
    ...DELIVERY,
  }),
  offer_withdrawn: declareNotice({
    params: { executive: person, range: RangeFact },
    audience: { assistant: toOffers },
    urgency: "normal",
    icon: "offer",
    ...DELIVERY,
  }),
  offer_answered: declareNotice({
    params: {
      name: person,
      executive: person,
      range: RangeFact,
      answer: z.enum(["accepted", "declined", "expired", "unanswered", "handover_unread"]),
      note: publicText("answer to the managers"),
      absenceId: IdFact.nullable(),
    },
    audience: {
      manager: ({ absenceId, range }) => (absenceId ? `/manager/absences/${absenceId}` : toBoard({ range })),
    },
    urgency: "normal",
    icon: "offer",
    sentences: {
      keys: ["offer_answered", "offer_answered_with_note"],
      of: ({ note }) => (note === "" ? "offer_answered" : "offer_answered_with_note"),
    },
    ...DELIVERY,
  }),
  cover_starts: declareNotice({
    params: { executive: person, range: RangeFact },
    audience: { assistant: toOwnWeek },
    urgency: "now",
    icon: "reminder",
    ...DELIVERY,
  }),
});
