import type { Person } from "@/lib/actor";
import { canManagePool } from "@/lib/pools/policy";

/** The two of a mentorship, and the pool of the one who learns. */
export type Pair = { mentorId: string; menteeId: string; poolId: string };

/** The two themselves: they alone read what is noted. */
export function isOneOfPair(
  actor: Person,
  { mentorId, menteeId }: Pick<Pair, "mentorId" | "menteeId">,
): boolean {
  return actor.assistant?.id === mentorId || actor.assistant?.id === menteeId;
}

/** That there is a mentorship is known to the two and to whoever leads the learner's pool. */
export function canSeePair(actor: Person, pair: Pair): boolean {
  return isOneOfPair(actor, pair) || canManagePool(actor, pair.poolId);
}
