/*
 * What a request can be and what forms choose from, apart from the schemas that read it, so that a page loads no parser.
 */

export const REQUEST_STATUSES = [
  "new",
  "assigned",
  "in_progress",
  "waiting",
  "resolved",
  "closed",
  "cancelled",
] as const;

export const PRIORITIES = ["low", "normal", "high", "urgent"] as const;

/** Whom a request can wait for: who asked, or another person. */
export const WAITS_FOR = ["requester", "third"] as const;

/** What a caller wants, the most frequent first. */
export const CALLER_WISHES = ["call_back", "calls_again", "message", "called", "came_by"] as const;

/** How a request came: written in Standby, by e-mail, by the executive's personal link, or made by a rule. */
export const REQUEST_VIAS = ["app", "mail", "link", "recurring"] as const;
export type RequestVia = (typeof REQUEST_VIAS)[number];
