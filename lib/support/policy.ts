import type { Person } from "@/lib/actor";
import { canManagePool } from "@/lib/pools/policy";

/** Support is arranged by whoever leads the executive's pool. */
export function canArrangeSupport(actor: Person, executive: { poolId: string }): boolean {
  return canManagePool(actor, executive.poolId);
}

/** Support is known to whoever leads the executive's pool or the assistant's. */
export function canSeeSupport(
  actor: Person,
  pair: { executive: { poolId: string }; assistant: { poolId: string } },
): boolean {
  return canManagePool(actor, pair.executive.poolId) || canManagePool(actor, pair.assistant.poolId);
}
