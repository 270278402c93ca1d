/*
 * What a request can be, apart from the schemas, so that a page that shows it doesn't load a parser.
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
