import { z } from "zod";
import { EmailInput, PersonName } from "@/lib/accounts/schema";
import { CEFR_LEVELS, LanguageCode, Proficiency, SENIORITIES } from "@/lib/assistants/schema";
import { DutyId } from "@/lib/pools/schema";
import { oneLine } from "@/lib/text";
import { DayInput } from "@/lib/time/inputs";

/** What a hire makes, all at once: account, assistant, support from a day on, introduction plan, mentor and first training. */
export const HireInput = z.strictObject({
  applicationId: z.uuid(),
  name: PersonName,
  email: EmailInput.meta({ description: "The address at work, which no account has yet." }),
  seniority: z.enum(SENIORITIES).default("assistant"),
  site: oneLine(80).default(""),
  skills: z
    .array(z.strictObject({ dutyId: DutyId, proficiency: Proficiency }))
    .max(40)
    .default([]),
  languages: z
    .array(z.strictObject({ language: LanguageCode, level: z.enum(CEFR_LEVELS) }))
    .max(10)
    .default([]),
  supports: z
    .array(z.strictObject({ executiveId: z.uuid(), from: DayInput }))
    .max(20)
    .default([])
    .meta({ description: "Whom they support as primary, from their first day on or later." }),
  ramp: z
    .array(
      z.strictObject({
        dutyId: DutyId,
        fromWeek: z.coerce.number().int().min(1).max(52),
        level: Proficiency,
      }),
    )
    .max(40)
    .default([]),
  mentorId: z.uuid().nullable().default(null),
  sessionId: z.uuid().nullable().default(null).meta({ description: "A training session to begin with." }),
});
export type HireInput = z.infer<typeof HireInput>;

export const DidNotStartInput = z.strictObject({ applicationId: z.uuid() });
export type DidNotStartInput = z.infer<typeof DidNotStartInput>;

/** What was made, as it is stored for taking it back. */
export const StoredMade = z.strictObject({
  supports: z.array(z.uuid()),
  ended: z.array(z.strictObject({ id: z.uuid(), to: z.string().nullable() })),
  mentorshipId: z.uuid().nullable(),
  hasFilled: z.boolean(),
});
export type StoredMade = z.infer<typeof StoredMade>;

export const HiredView = z.strictObject({
  applicationId: z.uuid(),
  assistantId: z.uuid(),
  isUndone: z.boolean(),
  othersWaiting: z.number().int().meta({ description: "Who is still in it, and waits for an answer." }),
});
export type HiredView = z.infer<typeof HiredView>;
