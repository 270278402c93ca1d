"use server";
import { requireExecutive } from "@/lib/auth/guards";
import { SetAgreementInput } from "@/lib/requests/agreements/schema";
import { setPriorityAgreement } from "@/lib/requests/agreements/service";
import { formAction } from "@/lib/server/form-action";

export const agree = formAction(requireExecutive, SetAgreementInput, setPriorityAgreement, {
  revalidate: ["/executive/agreements"],
});
