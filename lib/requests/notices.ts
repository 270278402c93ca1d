import { z } from "zod";
import { IdFact, publicText } from "@/lib/facts";
import { declareNotice, declareNotices } from "@/lib/notices/schema";
import { REQUEST_STATUSES } from "./schema";

const REQUEST = { requestId: IdFact, summary: publicText("summary of a request") };

const DELIVERY = { icon: "request", channels: ["app", "mail", "digest"], mayBeOff: true } as const;

/** What is told of support requests: their summary, never their details. */
export const requestNotice = declareNotices({
  request_assigned: declareNotice({
    params: REQUEST,
    audience: { assistant: () => "/assistant/requests" },
    urgency: "now",
    ...DELIVERY,
  }),
  request_unassigned: declareNotice({
    params: { ...REQUEST, executive: publicText("name of a person") },
    audience: { manager: ({ requestId }) => `/manager/requests/${requestId}` },
    urgency: "now",
    ...DELIVERY,
  }),
  request_moved_on: declareNotice({
    params: { ...REQUEST, status: z.enum(REQUEST_STATUSES) },
    audience: { executive: () => "/executive/requests", assistant: () => "/assistant/requests" },
    urgency: "normal",
    ...DELIVERY,
  }),
});
