import type { Person } from "@/lib/actor";
import { canManagePool } from "@/lib/pools/policy";

/** Whose enrolment it is, and in which pool they work. */
export type EnrolmentOwner = { assistantId: string; poolId: string };

export function isOwnEnrolment(actor: Person, { assistantId }: Pick<EnrolmentOwner, "assistantId">): boolean {
  return actor.assistant?.id === assistantId;
}

/** An enrolment is known to its person and to whoever leads the person's pool; nobody else learns who asked or waits. */
export function canSeeEnrolment(actor: Person, enrolment: EnrolmentOwner): boolean {
  return isOwnEnrolment(actor, enrolment) || canManagePool(actor, enrolment.poolId);
}

/** A session is known to the people of its pool and to whoever leads it. */
export function canSeeSession(actor: Person, { poolId }: { poolId: string }): boolean {
  return actor.assistant?.poolId === poolId || canManagePool(actor, poolId);
}
