"use server";
import { AccountIdInput } from "@/lib/accounts/schema";
import { inviteUser } from "@/lib/accounts/service-invitations";
import { requireManager } from "@/lib/auth/guards";
import { formAction } from "@/lib/server/form-action";

export const invite = formAction(requireManager, AccountIdInput, inviteUser, {
  revalidate: ["/manager"],
  mayRepeat: true,
});
