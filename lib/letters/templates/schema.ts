import { z } from "zod";
import { ReadVersion } from "@/lib/moves/schema";
import { manyLines, oneLine } from "@/lib/text";
import { LETTER_LANGUAGES } from "../rules-choices";

/** The usual words of a letter of a pool, in one language. */
export const AddTemplateInput = z.strictObject({
  poolId: z.uuid(),
  language: z.enum(LETTER_LANGUAGES),
  name: oneLine(80, 1),
  subject: oneLine(200, 1),
  body: manyLines(20_000, 1),
});
export type AddTemplateInput = z.infer<typeof AddTemplateInput>;

/** The whole of a template, changed; letters begun with it stay as they are. */
export const ChangeTemplateInput = AddTemplateInput.omit({ poolId: true, language: true }).extend({
  id: z.uuid(),
  version: ReadVersion,
  isRetired: z.boolean().default(false),
});
export type ChangeTemplateInput = z.infer<typeof ChangeTemplateInput>;

/** The same from a page, where a box that is not ticked is left out. */
export const ChangeTemplateFromPage = ChangeTemplateInput.omit({ isRetired: true }).extend({
  isRetired: z
    .literal("on")
    .optional()
    .transform((ticked) => ticked === "on"),
});

export const LetterTemplateView = AddTemplateInput.extend({
  id: z.uuid(),
  /** The fields it asks for, by their key. */
  fields: z.array(z.string()),
  isRetired: z.boolean(),
  version: z.number().int(),
});
export type LetterTemplateView = z.infer<typeof LetterTemplateView>;
