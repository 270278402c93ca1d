"use server";
import { ConfirmFactorInput } from "@/lib/accounts/schema-factor";
import { confirmFactor } from "@/lib/accounts/service-factor";
import { requireEntering } from "@/lib/auth/guards";
import { formAction } from "@/lib/server/form-action";

/** Begins to ask for codes of the app that a first one was shown of. */
export const setUpFactor = formAction(requireEntering, ConfirmFactorInput, confirmFactor, {
  revalidate: ["/"],
  mayRepeat: true,
});
