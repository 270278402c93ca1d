import type { Person } from "@/lib/actor";
import { canManagePool } from "@/lib/pools/policy";

/** Whose absence it is, and in which pool they work. */
export type AbsenceOwner = { assistantId: string; poolId: string };

export function isOwnAbsence(actor: Person, absence: { assistantId: string }): boolean {
  return actor.assistant?.id === absence.assistantId;
}

/** An absence is known to its owner and to whoever leads the owner's pool. */
export function canSeeAbsence(actor: Person, absence: AbsenceOwner): boolean {
  return isOwnAbsence(actor, absence) || canManagePool(actor, absence.poolId);
}

/** Whoever leads the pool decides, but nobody on an absence of their own. */
export function canDecideAbsence(actor: Person, absence: AbsenceOwner): boolean {
  return canManagePool(actor, absence.poolId) && !isOwnAbsence(actor, absence);
}
