import { ProposeAgreementInput, TermInput } from "@/lib/disputes/mediation/schema";
import { rowsOf } from "@/lib/server/form-rows";

/** An agreement as its form sends it: a term a row. */
export const AgreementFormInput = ProposeAgreementInput.extend({
  terms: rowsOf(TermInput, "words").refine((rows) => rows.length > 0, { error: "required" }),
});
