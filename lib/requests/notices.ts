import { z } from "zod";
import { IdFact, publicText } from "@/lib/facts";
import { declareNotice, declareNotices } from "@/lib/notices/schema";
import { AGREEMENT_RULES, AGREEMENT_STEPS } from "./agreements/rules";
import { PRIORITIES, REQUEST_STATUSES } from "./rules-choices";
import { HELD_BECAUSE } from "./schema";

/** The summary is left out of what is confidential, and where several requests are told of at once. */
const REQUEST = { requestId: IdFact, summary: publicText("summary of a request").nullable() };
const OF_EXECUTIVE = { ...REQUEST, executive: publicText("name of a person") };
const PROMISES = ["answer", "resolve"] as const;

const DELIVERY = { icon: "request", channels: ["app", "mail", "digest"], mayBeOff: true } as const;
const AT_ONCE = { ...DELIVERY, urgency: "now" } as const;

const toAssistant = () => "/assistant/requests";
const toManager = ({ requestId }: { requestId: string }) => `/manager/requests/${requestId}`;

/** Two sentences: one names the request, the other, which has its own words, does not. */
function sentencesOf(kind: string, untitled: string) {
  return {
    keys: [kind, untitled],
    of: ({ summary }: { summary: string | null }) => (summary === null ? untitled : kind),
  };
}

/** What is told of support requests: their summary, never their details. */
export const requestNotice = declareNotices({
  request_assigned: declareNotice({
    params: REQUEST,
    audience: { assistant: toAssistant },
    sentences: sentencesOf("request_assigned", "request_assigned_untitled"),
    ...AT_ONCE,
  }),
  request_moved: declareNotice({
    params: { ...OF_EXECUTIVE, because: z.enum(HELD_BECAUSE) },
    audience: { assistant: toAssistant },
    sentences: sentencesOf("request_moved", "request_moved_untitled"),
    ...AT_ONCE,
  }),
  request_unassigned: declareNotice({
    params: OF_EXECUTIVE,
    audience: { manager: toManager },
    sentences: sentencesOf("request_unassigned", "request_unassigned_untitled"),
    ...AT_ONCE,
  }),
  request_due_soon: declareNotice({
    params: { ...OF_EXECUTIVE, promise: z.enum(PROMISES) },
    audience: { assistant: toAssistant, manager: toManager },
    sentences: sentencesOf("request_due_soon", "request_due_soon_untitled"),
    ...AT_ONCE,
  }),
  request_overdue: declareNotice({
    params: { ...OF_EXECUTIVE, promise: z.enum(PROMISES) },
    audience: { assistant: toAssistant, manager: toManager },
    sentences: sentencesOf("request_overdue", "request_overdue_untitled"),
    ...AT_ONCE,
  }),
  phone_message: declareNotice({
    params: REQUEST,
    audience: { executive: () => "/executive", assistant: toAssistant },
    sentences: sentencesOf("phone_message", "phone_message_untitled"),
    ...AT_ONCE,
  }),
  request_commented: declareNotice({
    params: { ...REQUEST, name: publicText("name of a person") },
    audience: { executive: () => "/executive/requests", assistant: toAssistant, manager: toManager },
    sentences: sentencesOf("request_commented", "request_commented_untitled"),
    ...AT_ONCE,
  }),
  request_mentioned: declareNotice({
    params: {
      requestId: IdFact,
      summary: publicText("summary of a request"),
      name: publicText("name of a person"),
    },
    audience: { assistant: ({ requestId }) => `/assistant/requests/${requestId}` },
    ...AT_ONCE,
  }),
  request_priority: declareNotice({
    params: { ...REQUEST, name: publicText("name of a person"), priority: z.enum(PRIORITIES) },
    audience: { executive: () => "/executive/requests", assistant: toAssistant },
    sentences: sentencesOf("request_priority", "request_priority_untitled"),
    ...AT_ONCE,
  }),
  request_place: declareNotice({
    params: {
      ...REQUEST,
      assistant: publicText("name of a person"),
      count: z.number().int(),
      before: z.number().int(),
      why: z.enum(["placed", "agreed", "due"]),
    },
    audience: { executive: ({ requestId }) => `/executive/requests/${requestId}` },
    sentences: sentencesOf("request_place", "request_place_untitled"),
    ...AT_ONCE,
  }),
  request_rated: declareNotice({
    params: { ...OF_EXECUTIVE, value: z.number().int() },
    audience: { assistant: toAssistant },
    urgency: "slow",
    sentences: sentencesOf("request_rated", "request_rated_untitled"),
    ...DELIVERY,
  }),
  priority_agreement: declareNotice({
    params: {
      name: publicText("name of a person"),
      other: publicText("name of a person"),
      step: z.enum(AGREEMENT_STEPS),
      rule: z.enum(AGREEMENT_RULES),
    },
    audience: { executive: () => "/executive/agreements" },
    urgency: "normal",
    ...DELIVERY,
  }),
  request_moved_on: declareNotice({
    params: { ...REQUEST, status: z.enum(REQUEST_STATUSES) },
    audience: { executive: () => "/executive/requests", assistant: toAssistant },
    urgency: "normal",
    sentences: sentencesOf("request_moved_on", "request_moved_on_untitled"),
    ...DELIVERY,
  }),
});
