import { z } from "zod";
import { oneLine } from "@/lib/text";

const FIELD_KINDS = ["text", "number", "date", "choice", "person"] as const;

const Choice = z.strictObject({
  value: z.string().regex(/^[a-z0-9_]{1,40}$/),
  nameEn: oneLine(60, 1),
  nameSv: oneLine(60, 1),
});

/** One thing a type of request asks beside its summary. */
const RequestField = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  kind: z.enum(FIELD_KINDS),
  nameEn: oneLine(60, 1),
  nameSv: oneLine(60, 1),
  choices: z.array(Choice).max(20).optional(),
});
export type RequestField = z.infer<typeof RequestField>;

const MOST_FIELDS = 10;
export const RequestFields = z.array(RequestField).max(MOST_FIELDS);

/** A type of request with its small form. */
export const RequestTypeView = z.strictObject({
  id: z.string(),
  nameEn: z.string(),
  nameSv: z.string(),
  fields: RequestFields,
  isRetired: z.boolean(),
  version: z.number().int(),
});
export type RequestTypeView = z.infer<typeof RequestTypeView>;
