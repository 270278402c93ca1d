import type { Person } from "@/lib/actor";

/** A manager leads the pools they are named for, no other. */
export function canManagePool(actor: Person, poolId: string): boolean {
  return actor.managedPoolIds.includes(poolId);
}
