import type { Choice } from "@/components/ui/layout/row-choice";
import type { AccountStanding } from "@/lib/accounts/schema";

/** Whether a person in a list can be invited: until they have a password. */
export function isInvitable({ state }: AccountStanding): boolean {
  return state === "not_invited" || state === "invited";
}

/** The box by which a person is chosen to be invited; null for one who can't be. */
export function choiceOfInvited(userId: string, account: AccountStanding, label: string): Choice | null {
  return isInvitable(account) ? { name: "userIds[]", value: userId, label } : null;
}
