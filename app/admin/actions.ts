"use server";
import { z } from "zod";
import { AccountIdInput, InviteUsersInput } from "@/lib/accounts/schema";
import { TokenIdInput } from "@/lib/accounts/schema-tokens";
import { enableAccount, makeAdministrator, unmakeAdministrator } from "@/lib/accounts/service-administration";
import { allowAuditFile } from "@/lib/accounts/service-audit-file";
import * as factors from "@/lib/accounts/service-factor-administration";
import { unlinkIdentity } from "@/lib/accounts/service-identities";
import { inviteUser } from "@/lib/accounts/service-invitations";
import { inviteUsers } from "@/lib/accounts/service-invite-many";
import { endToken } from "@/lib/accounts/service-tokens";
import { requireAdministrator } from "@/lib/auth/guards";
import { PERSONAL } from "@/lib/catalogues/personal";
import { PassOnInput } from "@/lib/insight/leaving/schema";
import { passOn, shutAccount } from "@/lib/insight/leaving/service";
import { erasePerson } from "@/lib/insight/personal/service";
import { LeadPoolsInput } from "@/lib/pools/schema-managers";
import { setPoolsLed } from "@/lib/pools/service-managers";
import { formAction } from "@/lib/server/form-action";

const ACCOUNTS = { revalidate: ["/admin"] };

export const disable = formAction(requireAdministrator, AccountIdInput, shutAccount, ACCOUNTS);
export const enable = formAction(requireAdministrator, AccountIdInput, enableAccount, ACCOUNTS);
export const make = formAction(requireAdministrator, AccountIdInput, makeAdministrator, ACCOUNTS);
export const unmake = formAction(requireAdministrator, AccountIdInput, unmakeAdministrator, ACCOUNTS);
export const resetFactor = formAction(requireAdministrator, AccountIdInput, factors.resetFactor, ACCOUNTS);
export const unlink = formAction(requireAdministrator, AccountIdInput, unlinkIdentity, ACCOUNTS);
export const requireFactor = formAction(
  requireAdministrator,
  AccountIdInput,
  factors.requireFactor,
  ACCOUNTS,
);
export const stopRequiringFactor = formAction(
  requireAdministrator,
  AccountIdInput,
  factors.stopRequiringFactor,
  ACCOUNTS,
);
export const erase = formAction(
  requireAdministrator,
  AccountIdInput,
  (ctx, input) => erasePerson(ctx, input, PERSONAL),
  { ...ACCOUNTS, redirectTo: () => "/admin" },
);
export const leadPools = formAction(requireAdministrator, LeadPoolsInput, setPoolsLed, ACCOUNTS);
export const passOnHeld = formAction(requireAdministrator, PassOnInput, passOn, ACCOUNTS);
export const showAuditFile = formAction(requireAdministrator, z.strictObject({}), allowAuditFile, {
  mayRepeat: true,
});
export const endTokenOf = formAction(requireAdministrator, TokenIdInput, endToken, ACCOUNTS);
export const invite = formAction(requireAdministrator, AccountIdInput, inviteUser, {
  ...ACCOUNTS,
  mayRepeat: true,
});
export const inviteMany = formAction(requireAdministrator, InviteUsersInput, inviteUsers, {
  ...ACCOUNTS,
  mayRepeat: true,
});
