import { z } from "zod";
import { IdFact, publicText } from "@/lib/facts";
import { declareNotice, declareNotices } from "@/lib/notices/schema";
import { HELD_BECAUSE, REQUEST_STATUSES } from "./schema";

const REQUEST = { requestId: IdFact, summary: publicText("summary of a request") };

/** Of several requests of an executive at once, the first; their summaries are left out. */
const OF_EXECUTIVE = {
  requestId: IdFact,
  executive: publicText("name of a person"),
  summary: publicText("summary of a request").nullable(),
};

const DELIVERY = { icon: "request", channels: ["app", "mail", "digest"], mayBeOff: true } as const;

/** What is told of support requests: their summary, never their details. */
export const requestNotice = declareNotices({
  request_assigned: declareNotice({
    params: REQUEST,
    audience: { assistant: () => "/assistant/requests" },
    urgency: "now",
    ...DELIVERY,
  }),
  request_moved: declareNotice({
    params: { ...OF_EXECUTIVE, because: z.enum(HELD_BECAUSE) },
    audience: { assistant: () => "/assistant/requests" },
    urgency: "now",
    sentences: {
      keys: ["request_moved", "request_moved_some"],
      of: ({ summary }) => (summary === null ? "request_moved_some" : "request_moved"),
    },
    ...DELIVERY,
  }),
  request_unassigned: declareNotice({
    params: OF_EXECUTIVE,
    audience: { manager: ({ requestId }) => `/manager/requests/${requestId}` },
    urgency: "now",
    sentences: {
      keys: ["request_unassigned", "request_unassigned_some"],
      of: ({ summary }) => (summary === null ? "request_unassigned_some" : "request_unassigned"),
    },
    ...DELIVERY,
  }),
  request_moved_on: declareNotice({
    params: { ...REQUEST, status: z.enum(REQUEST_STATUSES) },
    audience: { executive: () => "/executive/requests", assistant: () => "/assistant/requests" },
    urgency: "normal",
    ...DELIVERY,
  }),
});
