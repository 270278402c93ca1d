import type { RequestStatus } from "../rules";

/** What a request can be rated, the least first. */
export const RATINGS = [1, 2, 3, 4, 5] as const;

const CHANGEABLE_MS = 7 * 86_400_000;

/** True for a request that is done. */
export function isRatable(status: RequestStatus): boolean {
  return status === "resolved" || status === "closed";
}

/** True while a rating can still be changed: for seven days. */
export function isRatingChangeable({ ratedAt }: { ratedAt: Date | string }, now: Date): boolean {
  return now.getTime() - new Date(ratedAt).getTime() <= CHANGEABLE_MS;
}
