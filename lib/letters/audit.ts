import { z } from "zod";
import { declareAudit, forAdministrators } from "@/lib/audit-catalogue";
import { IdFact, KeyFact } from "@/lib/facts";

const LETTER = forAdministrators("letter", { requestId: IdFact, number: z.number().int(), status: KeyFact });
const DEPUTY = forAdministrators("executive", { deputyId: IdFact.optional() });
const TEMPLATE = forAdministrators("letter_template", { poolId: IdFact, language: KeyFact });

/** What the audit log tells of letters: which version, never a word of it. */
export const letterAudit = declareAudit({
  "letter.drafted": LETTER,
  "letter.written": LETTER,
  "letter.submitted": LETTER,
  "letter.approved": LETTER,
  "letter.returned": LETTER,
  "letter.sent": LETTER,
  "letter_deputy.named": DEPUTY,
  "letter_deputy.ended": DEPUTY,
  "letter_template.added": TEMPLATE,
  "letter_template.changed": TEMPLATE,
});
