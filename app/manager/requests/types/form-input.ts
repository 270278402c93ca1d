import { z } from "zod";
import { FIELD_KINDS } from "@/lib/requests/types/rules-kinds";
import { AddRequestTypeInput, ChangeRequestTypeInput } from "@/lib/requests/types/schema";
import { rowsOf } from "@/lib/server/form-rows";
import { oneLine } from "@/lib/text";

const Name = oneLine(60, 1);
/** Choices with commas between, in the same order in both languages; a missing Swedish one is called as in English. */
const Names = z
  .string()
  .max(1_000)
  .default("")
  .transform((typed) => typed.split(",").flatMap((name) => name.trim() || []))
  .pipe(z.array(Name).max(20));

const FieldRow = z
  .strictObject({
    key: z.string().max(40).optional(),
    kind: z.enum(FIELD_KINDS).default("text"),
    nameEn: Name,
    nameSv: Name,
    choicesEn: Names,
    choicesSv: Names,
  })
  .transform(({ choicesEn, choicesSv, ...field }) => ({
    ...field,
    choices: choicesEn.map((nameEn, i) => ({ nameEn, nameSv: choicesSv[i] ?? nameEn })),
  }));

const Rows = { fields: rowsOf(FieldRow, "nameEn") };

export const AddFromPage = AddRequestTypeInput.extend(Rows);

export const ChangeFromPage = ChangeRequestTypeInput.extend({
  ...Rows,
  isRetired: z
    .literal("on")
    .optional()
    .transform((ticked) => ticked === "on"),
});
