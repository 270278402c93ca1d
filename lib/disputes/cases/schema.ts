import { z } from "zod";
import { DayText } from "@/lib/assistants/schema";
import { ReadVersion } from "@/lib/moves/schema";
import { manyLines } from "@/lib/text";
import { DayInput } from "@/lib/time/inputs";
import { MediationView } from "../mediation/schema";
import { CASE_TOPICS, CASE_WISHES, LONGEST_STATEMENT } from "../raising/schema";
import { CasePairView } from "../restrictions/schema";
import { CASE_STATUSES } from "./rules";

const Row = { id: z.uuid(), version: ReadVersion };
const Sentence = manyLines(2_000, 1);
const Moment = z.string().meta({ format: "date-time" });

export const CASE_ROLES = ["party", "handler"] as const;
export const CLOSING_OUTCOMES = ["agreed", "settled", "nothing_to_do", "passed_on"] as const;
const OUTCOMES = [...CLOSING_OUTCOMES, "withdrawn"] as const;
export const SHOWN_TEXTS = ["statement", "note", "answer", "reason"] as const;

/** The first answer, by a person and in words. */
export const AcknowledgeCaseInput = z.strictObject({ ...Row, words: Sentence });
export type AcknowledgeCaseInput = z.infer<typeof AcknowledgeCaseInput>;

/** How grave it is and by when it is to be closed; a lower tier than was asked for needs a reason, which the writer reads. */
export const TriageCaseInput = z.strictObject({
  ...Row,
  tier: z.coerce.number().pipe(z.union([z.literal(1), z.literal(2), z.literal(3)])),
  reason: manyLines(2_000).default(""),
  promisedOn: DayInput,
});
export type TriageCaseInput = z.infer<typeof TriageCaseInput>;

/** Another day by which it is to be closed, and why. */
export const MovePromiseInput = z.strictObject({ ...Row, promisedOn: DayInput, reason: Sentence });
export type MovePromiseInput = z.infer<typeof MovePromiseInput>;

/** How it ended, and a sentence to each of its people, who read only their own. */
export const CloseCaseInput = z.strictObject({
  ...Row,
  outcome: z.enum(CLOSING_OUTCOMES),
  words: z.record(z.uuid(), Sentence).meta({ description: "A sentence to each of its people, by account." }),
});
export type CloseCaseInput = z.infer<typeof CloseCaseInput>;

/** With a reason or without. */
export const EndCaseInput = z.strictObject({ ...Row, reason: manyLines(2_000).default("") });
export type EndCaseInput = z.infer<typeof EndCaseInput>;

export const WriteTextInput = z.strictObject({
  id: z.uuid(),
  kind: z.enum(["statement", "note"]),
  words: manyLines(LONGEST_STATEMENT, 1),
});
export type WriteTextInput = z.infer<typeof WriteTextInput>;

export const TextIdInput = z.strictObject({ id: z.uuid(), textId: z.uuid() });
export type TextIdInput = z.infer<typeof TextIdInput>;

export const CasePersonInput = z.strictObject({ id: z.uuid(), userId: z.uuid() });
export type CasePersonInput = z.infer<typeof CasePersonInput>;

/** A conversation in a list: nothing of what it is about. */
export const CaseLine = z.strictObject({
  id: z.uuid(),
  code: z.string(),
  role: z.enum(CASE_ROLES),
  isWriter: z.boolean(),
  status: z.enum(CASE_STATUSES),
  since: Moment,
  dueAt: Moment.nullable(),
});
export type CaseLine = z.infer<typeof CaseLine>;

/** Somebody in a conversation: since when they may see it, and at what they last looked. */
export const CasePersonView = z.strictObject({
  userId: z.uuid(),
  name: z.string(),
  role: z.enum(CASE_ROLES),
  isWriter: z.boolean(),
  since: Moment.nullable(),
  until: Moment.nullable(),
  isAllowed: z.boolean().meta({ description: "Whether the writer has said that this person may know." }),
  lookedAt: Moment.nullable(),
});
export type CasePersonView = z.infer<typeof CasePersonView>;

/** Something that was written; who may read it is in it already. */
export const CaseTextView = z.strictObject({
  id: z.uuid(),
  kind: z.enum(SHOWN_TEXTS),
  authorId: z.uuid(),
  toId: z.uuid().nullable(),
  words: z.string(),
  at: Moment,
  releasedAt: Moment.nullable(),
});
export type CaseTextView = z.infer<typeof CaseTextView>;

/** A conversation as one of its people reads it. */
export const CaseView = z.strictObject({
  ...CaseLine.shape,
  version: z.number().int(),
  timeZone: z.string(),
  topic: z.enum(CASE_TOPICS),
  wish: z.enum(CASE_WISHES),
  tier: z.number().int(),
  concernsOutsider: z.boolean(),
  mayKnowLater: z.boolean(),
  reportedAt: Moment.nullable(),
  acknowledgedAt: Moment.nullable(),
  triagedAt: Moment.nullable(),
  promisedOn: DayText.nullable(),
  closedAt: Moment.nullable(),
  outcome: z.enum(OUTCOMES).nullable(),
  canReopen: z.boolean(),
  people: z.array(CasePersonView),
  texts: z.array(CaseTextView),
  mediation: MediationView,
  pair: CasePairView.nullable().meta({ description: "For the handler: who may be kept apart." }),
});
export type CaseView = z.infer<typeof CaseView>;
