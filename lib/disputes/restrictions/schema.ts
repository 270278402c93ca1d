import { z } from "zod";
import { DayText } from "@/lib/assistants/schema";
import { RESTRICTION_KINDS } from "@/lib/matching/schema";
import { DayInput } from "@/lib/time/inputs";

/** Keeps assistant and executive of a conversation apart; looked at again on a day, and over after another. */
export const SetRestrictionInput = z.strictObject({
  id: z.uuid(),
  kind: z.enum(RESTRICTION_KINDS).default("hard"),
  reviewOn: DayInput,
  expiresOn: DayInput.nullable().default(null),
  supportUntil: DayInput.nullable()
    .default(null)
    .meta({ description: "The last day of support between them, where there is any." }),
});
export type SetRestrictionInput = z.infer<typeof SetRestrictionInput>;

/** The assistant and the executive of a conversation, and what keeps them apart now. */
export const CasePairView = z.strictObject({
  assistantName: z.string(),
  executiveName: z.string(),
  restriction: z
    .strictObject({
      kind: z.enum(RESTRICTION_KINDS),
      reviewOn: DayText.nullable(),
      expiresOn: DayText.nullable(),
    })
    .nullable(),
});
export type CasePairView = z.infer<typeof CasePairView>;
