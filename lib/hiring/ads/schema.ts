import { z } from "zod";
import { DayText } from "@/lib/assistants/schema";
import { manyLines, oneLine } from "@/lib/text";
import { DayInput } from "@/lib/time/inputs";
import { AD_STATES } from "./rules";

export const PAY_UNITS = ["year", "month", "hour"] as const;

const SECTION = manyLines(4_000).default("");
const AdTextInput = z.strictObject({
  title: oneLine(80).default(""),
  work: SECTION,
  who: SECTION,
  bring: SECTION,
  offer: SECTION,
  how: SECTION,
});
const EMPTY = { title: "", work: "", who: "", bring: "", offer: "", how: "" };

/** A question of an ad in both languages; in one that is left empty the other is asked. */
export const AdQuestionInput = z.strictObject({
  en: oneLine(200).default(""),
  sv: oneLine(200).default(""),
  isRequired: z
    .union([z.boolean(), z.literal("on").transform(() => true)])
    .default(false)
    .meta({ type: "boolean" }),
});

export const StoredTexts = z.strictObject({ en: AdTextInput, sv: AdTextInput });
export const StoredQuestions = z.array(AdQuestionInput);
export type AdQuestion = z.infer<typeof AdQuestionInput>;

const Pay = z.coerce.number().int().min(1).max(100_000_000).nullable().default(null);

/** An ad as it is saved: its words in both languages, what is asked, where, until when and for what pay. */
export const SaveAdInput = z.strictObject({
  requisitionId: z.uuid(),
  version: z.coerce.number().int().min(0).meta({ description: "The version that was read; 0 for a new ad." }),
  en: AdTextInput.default(EMPTY),
  sv: AdTextInput.default(EMPTY),
  questions: z.array(AdQuestionInput).max(8).default([]),
  employer: oneLine(80, 1),
  place: oneLine(80, 1),
  country: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/)
    .default("SE"),
  opensOn: DayInput.nullable().default(null),
  closesOn: DayInput,
  payFrom: Pay,
  payTo: Pay,
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{3}$/)
    .default("EUR"),
  payUnit: z.enum(PAY_UNITS).default("year"),
  payReason: oneLine(200).default("").meta({ description: "Why no pay is named, where none is." }),
});
export type SaveAdInput = z.infer<typeof SaveAdInput>;

export const AdVersionInput = z.strictObject({
  requisitionId: z.uuid(),
  version: z.coerce.number().int().min(1),
});
export type AdVersionInput = z.infer<typeof AdVersionInput>;

export const AdView = z.strictObject({
  id: z.uuid(),
  requisitionId: z.uuid(),
  slug: z.string(),
  state: z.enum(AD_STATES),
  en: AdTextInput,
  sv: AdTextInput,
  questions: StoredQuestions,
  employer: z.string(),
  place: z.string(),
  country: z.string(),
  opensOn: DayText.nullable(),
  closesOn: DayText,
  payFrom: z.number().int().nullable(),
  payTo: z.number().int().nullable(),
  currency: z.string(),
  payUnit: z.enum(PAY_UNITS),
  payReason: z.string(),
  versions: z.number().int().meta({ description: "How often its words were saved." }),
  version: z.number().int(),
});
export type AdView = z.infer<typeof AdView>;

/** What the list of open jobs is narrowed to. */
export const CareersInput = z.object({
  place: oneLine(80).optional(),
  hours: z.enum(["full", "part"]).optional(),
});
export type CareersInput = z.infer<typeof CareersInput>;
