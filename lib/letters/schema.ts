import { z } from "zod";
import { CursorInput, LimitInput } from "@/lib/cursor";
import { ReadVersion } from "@/lib/moves/schema";
import { manyLines, oneLine } from "@/lib/text";
import { DayInput } from "@/lib/time/inputs";
import { LETTER_FILES, LETTER_LANGUAGES, LETTER_STATUSES, LETTER_WAYS } from "./rules-choices";
import { FIELD_KEYS } from "./rules-fields";

const Subject = oneLine(200);
const Body = manyLines(20_000);
const EmailOrNone = z.union([z.literal(""), z.email().max(254)]);

/** What fields are filled in with: lines of text, by the key of the field. */
export const FieldValuesInput = z.partialRecord(z.enum(FIELD_KEYS), oneLine(200));

/** A letter for a request, from a template or from nothing. What is left out is the template's. */
export const DraftLetterInput = z.strictObject({
  requestId: z.uuid(),
  templateId: z.uuid().nullable().default(null),
  language: z.enum(LETTER_LANGUAGES).optional(),
  subject: Subject.optional(),
  body: Body.optional(),
  values: FieldValuesInput.default({}),
  recipientEmail: EmailOrNone.default(""),
});
export type DraftLetterInput = z.infer<typeof DraftLetterInput>;

/** A letter, and the version it was read at. */
export const MoveLetterInput = z.strictObject({ id: z.uuid(), version: ReadVersion });
export type MoveLetterInput = z.infer<typeof MoveLetterInput>;

/** The whole of a letter, written anew. */
export const WriteLetterInput = MoveLetterInput.extend({
  subject: Subject.default(""),
  body: Body.default(""),
  values: FieldValuesInput.default({}),
  recipientEmail: EmailOrNone.default(""),
});
export type WriteLetterInput = z.infer<typeof WriteLetterInput>;

export const LetterIdInput = z.strictObject({ id: z.uuid() });
export type LetterIdInput = z.infer<typeof LetterIdInput>;

/** An approved letter, and how it goes out: by mail at once, or by post on a day, which is today where none is said. */
export const SendLetterInput = MoveLetterInput.extend({
  via: z.enum(LETTER_WAYS),
  postedOn: DayInput.optional(),
});
export type SendLetterInput = z.infer<typeof SendLetterInput>;

export const ReturnLetterInput = MoveLetterInput.extend({ remarks: manyLines(2_000, 1) });
export type ReturnLetterInput = z.infer<typeof ReturnLetterInput>;

export const ListLettersInput = z.strictObject({
  show: z.enum(["open", "for_approval", "sent", "all"]).default("open"),
  cursor: CursorInput.optional(),
  limit: LimitInput,
});
export type ListLettersInput = z.infer<typeof ListLettersInput>;

export const LetterFileInput = z.strictObject({ id: z.uuid(), as: z.enum(LETTER_FILES).default("pdf") });
export type LetterFileInput = z.infer<typeof LetterFileInput>;

const Instant = z.string().meta({ format: "date-time" });
const Decision = z.enum(["approved", "returned"]);

/** A version of a letter, and what became of it. */
const LetterVersionView = z.strictObject({
  number: z.number().int(),
  subject: z.string(),
  body: z.string(),
  values: z.record(z.string(), z.string()),
  writtenByName: z.string(),
  writtenAt: Instant,
  decision: Decision.nullable(),
  decidedByName: z.string().nullable(),
  decidedAt: Instant.nullable(),
  remarks: z.string(),
});
export type LetterVersionView = z.infer<typeof LetterVersionView>;

/** A letter in a list: its subject filled in as far as it is. */
export const LetterLine = z.strictObject({
  id: z.uuid(),
  requestId: z.uuid(),
  requestSummary: z.string(),
  executiveId: z.uuid(),
  executiveName: z.string(),
  title: z.string(),
  recipient: z.string(),
  language: z.enum(LETTER_LANGUAGES),
  status: z.enum(LETTER_STATUSES),
  number: z.number().int(),
  updatedAt: Instant,
  version: z.number().int(),
});
export type LetterLine = z.infer<typeof LetterLine>;

/** A letter with its versions, the latest first. */
export const LetterView = LetterLine.extend({
  subject: z.string(),
  body: z.string(),
  values: z.record(z.string(), z.string()),
  recipientEmail: z.string(),
  /** Fields that nothing is filled in for; the letter can't be sent for approval. */
  missing: z.array(z.string()),
  sentAt: Instant.nullable(),
  sentVia: z.enum(LETTER_WAYS).nullable(),
  postedOn: z.string().meta({ format: "date" }).nullable(),
  delivery: z
    .enum(["waiting", "taken", "refused"])
    .nullable()
    .meta({ description: "What the mail server has answered to a letter that goes by mail." }),
  versions: z.array(LetterVersionView),
});
export type LetterView = z.infer<typeof LetterView>;
