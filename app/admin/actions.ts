"use server";
import { AccountIdInput, InviteUsersInput } from "@/lib/accounts/schema";
import {
  disableAccount,
  enableAccount,
  makeAdministrator,
  unmakeAdministrator,
} from "@/lib/accounts/service-administration";
import { inviteUser } from "@/lib/accounts/service-invitations";
import { inviteUsers } from "@/lib/accounts/service-invite-many";
import { requireAdministrator } from "@/lib/auth/guards";
import { formAction } from "@/lib/server/form-action";
import { verbAction } from "@/lib/server/verb-action";

const ACCOUNTS = { revalidate: ["/admin"] };

export const disable = verbAction(requireAdministrator, AccountIdInput, disableAccount, ACCOUNTS);
export const enable = verbAction(requireAdministrator, AccountIdInput, enableAccount, ACCOUNTS);
export const make = verbAction(requireAdministrator, AccountIdInput, makeAdministrator, ACCOUNTS);
export const unmake = verbAction(requireAdministrator, AccountIdInput, unmakeAdministrator, ACCOUNTS);
export const invite = formAction(requireAdministrator, AccountIdInput, inviteUser, {
  ...ACCOUNTS,
  mayRepeat: true,
});
export const inviteMany = formAction(requireAdministrator, InviteUsersInput, inviteUsers, {
  ...ACCOUNTS,
  mayRepeat: true,
});
