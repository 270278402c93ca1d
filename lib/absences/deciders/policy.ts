import type { Person } from "@/lib/actor";
import { canManagePool } from "@/lib/pools/policy";

/** Whose absence it is, in which pool they work, and who decides where it is not the pool's managers. */
export type AbsenceOwner = {
  assistantId: string;
  poolId: string;
  /** A decider of the person's own. */
  deciderId?: string | null;
  /** Who decides second in a pool that decides twice; null is any manager of it. */
  secondDeciderId?: string | null;
};

/** In whose places a person may act: their own first, then those they are deputy of today. */
export type Place = { userId: string; poolIds: readonly string[] };
export type ActingFor = readonly [Place, ...Place[]];

export function isOwnAbsence(actor: Person, absence: { assistantId: string }): boolean {
  return actor.assistant?.id === absence.assistantId;
}

/** An absence is known to its owner, to whoever leads the owner's pool, and to whoever decides on it. */
export function canSeeAbsence(actor: Person, absence: AbsenceOwner, actingFor?: ActingFor): boolean {
  if (isOwnAbsence(actor, absence) || canManagePool(actor, absence.poolId)) return true;
  return (actingFor ?? []).some(
    ({ userId, poolIds }) =>
      poolIds.includes(absence.poolId) || userId === absence.deciderId || userId === absence.secondDeciderId,
  );
}

/** The place in which a person decides: the person's own decider, else the managers of the pool, or a deputy of theirs. */
export function placeToDecide(
  actingFor: ActingFor,
  { poolId, deciderId, secondDeciderId }: AbsenceOwner,
  stage: "first" | "second" = "first",
): Place | null {
  const named = stage === "first" ? deciderId : secondDeciderId;
  const isHere = ({ userId, poolIds }: Place) => (named ? userId === named : poolIds.includes(poolId));
  return actingFor.find(isHere) ?? null;
}

type Deputyship = { managerId: string; deputyId: string };

/** A manager gives away their own decisions and no other's; an administrator names deputies of others, never themselves. */
export function canNameDeputy(actor: Person, { managerId, deputyId }: Deputyship): boolean {
  return actor.userId === managerId || (actor.isAdministrator && actor.userId !== deputyId);
}

/** A deputy's turn is ended by the manager, by an administrator, or by the deputy. */
export function canEndDeputy(actor: Person, { managerId, deputyId }: Deputyship): boolean {
  return actor.isAdministrator || actor.userId === managerId || actor.userId === deputyId;
}

/** Types of leave are the whole organisation's: an administrator changes them, or a manager who leads all of its pools. */
export function canEditLeaveTypes(actor: Person, poolIds: readonly string[]): boolean {
  return actor.isAdministrator || (poolIds.length > 0 && poolIds.every((id) => canManagePool(actor, id)));
}
