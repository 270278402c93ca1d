import type { Person } from "@/lib/actor";
import { canManagePool } from "@/lib/pools/policy";

/** What is hired for belongs to whoever leads the pool; administrators learn nothing of it by their role, assistants nothing at all. */
export function canHireFor(actor: Person, { poolId }: { poolId: string }): boolean {
  return canManagePool(actor, poolId);
}

/** A request is decided by another manager of its pool, and by the one who asked only where there is no other. */
export function canDecideRequisition(
  actor: Person,
  requisition: { poolId: string; requestedById: string; managerIds: readonly string[] },
): boolean {
  if (!canHireFor(actor, requisition)) return false;
  const others = requisition.managerIds.filter((id) => id !== requisition.requestedById);
  return others.length === 0 || actor.userId !== requisition.requestedById;
}
