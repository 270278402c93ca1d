import type { Person } from "@/lib/actor";

/** What decides who may change an account's name and e-mail. */
export type AccountRoles = { userId: string; isAdministrator: boolean; managedPoolIds: readonly string[] };

/** A manager may rename the people of the pool, but never whoever has more to say than they: e-mail is the key to an account. */
export function canRenameAccount(actor: Person, account: AccountRoles): boolean {
  if (account.userId === actor.userId) return true;
  if (account.isAdministrator) return false;
  return account.managedPoolIds.every((poolId) => actor.managedPoolIds.includes(poolId));
}

/** Whose account it is, as far as inviting goes: the pools it belongs to and what it may do. */
export type InvitedAccount = AccountRoles & { poolIds: readonly string[] };

/** An administrator may know of every account, a manager of those in the pools they lead. */
export function canSeeInvitation(actor: Person, account: InvitedAccount): boolean {
  return actor.isAdministrator || account.poolIds.some((poolId) => actor.managedPoolIds.includes(poolId));
}

/** A link is the key to an account: a manager may not hold one to whoever has more to say than they. */
export function canHoldKeyTo(actor: Person, account: InvitedAccount): boolean {
  return actor.isAdministrator || canRenameAccount(actor, account);
}
