"use server";
import { AccountIdInput, InviteUsersInput } from "@/lib/accounts/schema";
import { inviteUser } from "@/lib/accounts/service-invitations";
import { inviteUsers } from "@/lib/accounts/service-invite-many";
import { requireManager } from "@/lib/auth/guards";
import { formAction } from "@/lib/server/form-action";

export const invite = formAction(requireManager, AccountIdInput, inviteUser, {
  revalidate: ["/manager"],
  mayRepeat: true,
});
export const inviteMany = formAction(requireManager, InviteUsersInput, inviteUsers, {
  revalidate: ["/manager"],
  mayRepeat: true,
});
