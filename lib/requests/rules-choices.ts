/*
 * What forms choose from, apart from the schemas that read it, so that a page that draws a form doesn't load a parser.
 */

export const PRIORITIES = ["low", "normal", "high", "urgent"] as const;

/** Whom a request can wait for: who asked, or another person. */
export const WAITS_FOR = ["requester", "third"] as const;

/** What a caller wants, the most frequent first. */
export const CALLER_WISHES = ["call_back", "calls_again", "message", "called", "came_by"] as const;
