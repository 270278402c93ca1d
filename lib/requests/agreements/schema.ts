import { z } from "zod";
import { oneLine } from "@/lib/text";
import { AGREEMENT_RULES } from "./rules";

/** The rule for the urgent requests of two executives; none ends what was agreed. A manager says why. */
export const SetAgreementInput = z.strictObject({
  executiveId: z.uuid(),
  otherId: z.uuid(),
  rule: z.enum(AGREEMENT_RULES).nullable().default(null),
  word: oneLine(200).default(""),
});
export type SetAgreementInput = z.infer<typeof SetAgreementInput>;

export const PriorityAgreementView = z.strictObject({
  id: z.uuid(),
  executiveId: z.uuid(),
  executiveName: z.string(),
  otherId: z.uuid(),
  otherName: z.string(),
  rule: z.enum(AGREEMENT_RULES),
  /** It counts once both have agreed, or a manager has decided. */
  isInForce: z.boolean(),
  /** Whose consent is there. */
  agreedByIds: z.array(z.uuid()),
  decidedByName: z.string().nullable(),
  word: z.string(),
});
export type PriorityAgreementView = z.infer<typeof PriorityAgreementView>;
