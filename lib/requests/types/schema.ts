import { z } from "zod";
import { ReadVersion } from "@/lib/moves/schema";
import { DutyId } from "@/lib/pools/schema";
import { oneLine } from "@/lib/text";
import { FIELD_KINDS } from "./rules-kinds";

const Name = oneLine(60, 1);
const Key = z.string().regex(/^[a-z0-9_]{1,40}$/);

const Choice = z.strictObject({ value: Key, nameEn: Name, nameSv: Name });

/** One thing a type of request asks beside its summary. One that is no longer asked stays, so that old answers keep its name. */
const RequestField = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  kind: z.enum(FIELD_KINDS),
  nameEn: Name,
  nameSv: Name,
  choices: z.array(Choice).max(20).optional(),
  isRetired: z.boolean().optional(),
});
export type RequestField = z.infer<typeof RequestField>;

const MOST_FIELDS = 10;
const MOST_EVER = 100;
export const RequestFields = z.array(RequestField).max(MOST_EVER);

/** A type of request with its small form. */
export const RequestTypeView = z.strictObject({
  id: z.string(),
  nameEn: z.string(),
  nameSv: z.string(),
  dutyId: z.string().nullable(),
  fields: RequestFields,
  isRetired: z.boolean(),
  version: z.number().int(),
});
export type RequestTypeView = z.infer<typeof RequestTypeView>;

const AskedField = z.strictObject({
  /** Of a field that was asked before. */
  key: Key.optional(),
  kind: z.enum(FIELD_KINDS).default("text"),
  nameEn: Name,
  nameSv: Name,
  choices: z
    .array(z.strictObject({ nameEn: Name, nameSv: Name }))
    .max(20)
    .default([]),
});
export type AskedField = z.infer<typeof AskedField>;

/** What a type of request is called, what it asks, and the duty it is about. */
export const AddRequestTypeInput = z.strictObject({
  nameEn: Name,
  nameSv: Name,
  dutyId: DutyId.nullable().default(null),
  fields: z.array(AskedField).max(MOST_FIELDS).default([]),
});
export type AddRequestTypeInput = z.infer<typeof AddRequestTypeInput>;

/** The whole of a type, changed. One that is retired is no choice any more; requests of it stay what they are. */
export const ChangeRequestTypeInput = AddRequestTypeInput.extend({
  id: z.string().min(1).max(40),
  version: ReadVersion,
  isRetired: z.boolean().default(false),
});
export type ChangeRequestTypeInput = z.infer<typeof ChangeRequestTypeInput>;
