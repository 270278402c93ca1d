/** Whose calls are tried; the manager leads the pool that all but the other manager are of. */
export const ACTORS = ["anonymous", "assistant", "executive", "otherManager", "manager"] as const;
export type Actor = (typeof ACTORS)[number];

/** What an actor's call, with the office's own ids and no body, is answered with: "in" is past every guard. */
export type Verdict = 401 | 403 | 404 | "in";
/** The verdicts on those who have a token. */
export type Row = readonly [assistant: Verdict, executive: Verdict, otherManager: Verdict, manager: Verdict];

export const SERVING: Row = ["in", 403, 403, 403];
export const ASKING: Row = [403, "in", 403, 403];
export const EVERYBODY: Row = ["in", "in", "in", "in"];
/** What takes more than an API token. */
export const BROWSERS: Row = [403, 403, 403, 403];
export const MANAGERS: Row = [403, 403, "in", "in"];
/** None of these actors administers, and none leads every pool. */
export const ADMINISTRATORS: Row = [403, 403, 403, 403];
export const POOLS_MANAGER: Row = [403, 403, 404, "in"];
export const KEEPERS: Row = ["in", "in", 404, "in"];
export const EXECUTIVE_AND_MANAGER: Row = ["in", 404, 404, "in"];
export const EXECUTIVE_AND_MANAGER_ALONE: Row = [404, "in", 404, "in"];
export const PAIR_AND_MANAGER: Row = ["in", "in", 404, "in"];
/** The cover's own; none of these actors is that. */
export const COVER: Row = [404, 404, 404, 404];
