import type { Person } from "@/lib/actor";

/** What decides who may change an account's name and e-mail. */
export type AccountRoles = { userId: string; isAdministrator: boolean; managedPoolIds: readonly string[] };

/** A manager may rename the people of the pool, but never whoever has more to say than they: e-mail is the key to an account. */
export function canRenameAccount(actor: Person, account: AccountRoles): boolean {
  if (account.userId === actor.userId) return true;
  if (account.isAdministrator) return false;
  return account.managedPoolIds.every((poolId) => actor.managedPoolIds.includes(poolId));
}
