"use server";
import { requireManager } from "@/lib/auth/guards";
import { SetAgreementInput } from "@/lib/requests/agreements/schema";
import { setPriorityAgreement } from "@/lib/requests/agreements/service";
import { formAction } from "@/lib/server/form-action";

export const decide = formAction(requireManager, SetAgreementInput, setPriorityAgreement, {
  revalidate: ["/manager/requests/agreements"],
});
