import type { Person } from "@/lib/actor";
import { canManagePool } from "@/lib/pools/policy";
import type { MakeFeedInput } from "./schema";

/** A pool's calendar is for those who lead it and for its own assistants. */
export function canReadPoolFeed(actor: Person, poolId: string): boolean {
  return canManagePool(actor, poolId) || actor.assistant?.poolId === poolId;
}

/** The assistant, executive or pool a calendar is about; null when it is not the person's to read. */
export function subjectOf(actor: Person, { kind, poolId }: MakeFeedInput): string | null {
  if (kind === "assistant") return actor.assistant?.id ?? null;
  if (kind === "executive") return actor.executive?.id ?? null;
  return poolId !== undefined && canReadPoolFeed(actor, poolId) ? poolId : null;
}
