import { z } from "zod";
import { DayText } from "@/lib/assistants/schema";
import { CursorInput, LimitInput } from "@/lib/cursor";
import { ACCESS_KINDS } from "@/lib/executives/schema-profile";
import { ReadVersion } from "@/lib/moves/schema";
import { manyLines, oneLine } from "@/lib/text";

export const HANDOVER_STATUSES = [
  "draft",
  "ready",
  "acknowledged",
  "active",
  "handed_back",
  "closed",
] as const;
export type HandoverStatus = (typeof HANDOVER_STATUSES)[number];

/** What is to know: taken from records, written by the assistant, and written by the cover. */
export const ITEM_KINDS = ["watch", "request", "recurring", "date", "note", "happened", "changed"] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** A handover, and the version it was read at. */
export const HandoverInput = z.strictObject({ id: z.uuid(), version: ReadVersion });
export type HandoverInput = z.infer<typeof HandoverInput>;

/** What the assistant adds to watch or to know; what the cover says happened or changed. */
export const AddItemInput = z.strictObject({
  id: z.uuid(),
  kind: z.enum(["watch", "note", "happened", "changed"]),
  text: manyLines(2_000, 1),
});
export type AddItemInput = z.infer<typeof AddItemInput>;

export const EditItemInput = z.strictObject({ id: z.uuid(), text: manyLines(2_000, 1) });
export type EditItemInput = z.infer<typeof EditItemInput>;

export const ItemInput = z.strictObject({ id: z.uuid() });
export type ItemInput = z.infer<typeof ItemInput>;

export const MoveItemInput = z.strictObject({ id: z.uuid(), direction: z.enum(["up", "down"]) });
export type MoveItemInput = z.infer<typeof MoveItemInput>;

export const AskQuestionInput = z.strictObject({ id: z.uuid(), text: manyLines(1_000, 1) });
export type AskQuestionInput = z.infer<typeof AskQuestionInput>;

export const AnswerQuestionInput = z.strictObject({ id: z.uuid(), answer: manyLines(2_000, 1) });
export type AnswerQuestionInput = z.infer<typeof AnswerQuestionInput>;

/** The cover's last words, said when handing back. */
export const HandBackInput = HandoverInput.extend({ note: manyLines(2_000).default("") });
export type HandBackInput = z.infer<typeof HandBackInput>;

/** One tick of the access checklist, made or taken back. */
export const TickAccessInput = z.strictObject({
  id: z.uuid(),
  step: z.enum(["grant", "withdraw"]),
  done: z.stringbool().or(z.boolean()),
});
export type TickAccessInput = z.infer<typeof TickAccessInput>;

const MOST_AT_ONCE = 50;

/** Handovers whose accesses are all given by now, or all withdrawn. */
export const TickAllAccessInput = z.strictObject({
  ids: z.array(z.uuid()).min(1).max(MOST_AT_ONCE),
  step: z.enum(["grant", "withdraw"]),
});
export type TickAllAccessInput = z.infer<typeof TickAllAccessInput>;

export const AddAccessInput = z.strictObject({
  id: z.uuid(),
  kind: z.enum(ACCESS_KINDS),
  label: oneLine(80).default(""),
});
export type AddAccessInput = z.infer<typeof AddAccessInput>;

/** The concerns about a handover, gaps first in lists. */
export const CONCERNS = ["not_granted", "not_withdrawn", "unread", "questions", "not_ready"] as const;
export type Concern = (typeof CONCERNS)[number];

/** A page of the pool's handovers: those with concerns, or all that start soon or are not closed. */
export const ListHandoversInput = z.strictObject({
  poolId: z.uuid().optional(),
  concern: z.enum(CONCERNS).optional(),
  cursor: CursorInput.optional(),
  limit: LimitInput,
});
export type ListHandoversInput = z.infer<typeof ListHandoversInput>;

const Instant = z.string().meta({ format: "date-time" });
const Part = z.enum(["am", "pm"]);

const stretch = { from: DayText, fromPart: Part, to: DayText, toPart: Part };

/** A handover in a list. */
export const HandoverSummary = z.strictObject({
  id: z.uuid(),
  executiveId: z.uuid(),
  executiveName: z.string(),
  ownerName: z.string().nullable().meta({ description: "The executive's own assistant." }),
  coverName: z.string().nullable(),
  dutyIds: z.array(z.string()).meta({ description: "What is handed over; empty for all duties." }),
  ...stretch,
  status: z.enum(HANDOVER_STATUSES),
  isAutomatic: z.boolean(),
  openQuestions: z.number().int(),
  notGranted: z.number().int(),
  notWithdrawn: z.number().int(),
  hasStarted: z.boolean(),
  hasEnded: z.boolean(),
  concerns: z.array(z.enum(CONCERNS)),
});
export type HandoverSummary = z.infer<typeof HandoverSummary>;

export const HandoverItemView = z.strictObject({
  id: z.uuid(),
  kind: z.enum(ITEM_KINDS),
  text: z.string(),
  on: DayText.nullable(),
  weekdays: z.array(z.number().int()),
  monthDay: z.number().int().nullable(),
  minute: z.number().int().nullable(),
  isGenerated: z.boolean(),
  isEdited: z.boolean(),
  isNew: z.boolean().meta({ description: "Added after the cover had read the handover." }),
  requestStatus: z.string().nullable(),
  byName: z.string().nullable(),
  createdAt: Instant,
});
export type HandoverItemView = z.infer<typeof HandoverItemView>;

export const QuestionView = z.strictObject({
  id: z.uuid(),
  text: z.string(),
  askedByName: z.string(),
  askedAt: Instant,
  answer: z.string().nullable(),
  answeredByName: z.string().nullable(),
  answeredAt: Instant.nullable(),
});
export type QuestionView = z.infer<typeof QuestionView>;

const Tick = z.strictObject({ at: Instant, byName: z.string() }).nullable();

export const AccessView = z.strictObject({
  id: z.uuid(),
  kind: z.enum(ACCESS_KINDS),
  label: z.string(),
  granted: Tick,
  withdrawn: Tick,
});
export type AccessView = z.infer<typeof AccessView>;

export const StepView = z.strictObject({
  id: z.uuid(),
  status: z.enum(HANDOVER_STATUSES),
  coverName: z.string().nullable(),
  byName: z.string().nullable(),
  at: Instant,
});

/** What became different while somebody covered. */
export const ChangesView = z.strictObject({
  requestsClosed: z.array(z.strictObject({ id: z.uuid(), summary: z.string(), status: z.string() })),
  requestsNew: z.array(z.strictObject({ id: z.uuid(), summary: z.string(), status: z.string() })),
  profileSections: z.array(z.strictObject({ id: z.uuid(), category: z.string(), at: Instant })),
});
export type ChangesView = z.infer<typeof ChangesView>;

/** What the reader may do to a handover now. */
export const ABILITIES = [
  "complete",
  "markReady",
  "acknowledge",
  "ask",
  "answer",
  "report",
  "handBack",
  "close",
  "grant",
  "withdraw",
] as const;
export type Ability = (typeof ABILITIES)[number];

/** A whole handover, without the profile, which is read apart. */
export const HandoverView = HandoverSummary.extend({
  today: DayText,
  executiveTitle: z.string(),
  dutyNames: z.record(z.string(), z.string()).meta({ description: "Names of the duties, by their key." }),
  items: z.array(HandoverItemView),
  questions: z.array(QuestionView),
  access: z.array(AccessView),
  steps: z.array(StepView),
  others: z.array(
    z.strictObject({ executiveName: z.string(), coverName: z.string(), from: DayText, to: DayText }),
  ),
  changes: ChangesView.nullable(),
  can: z.array(z.enum(ABILITIES)),
  version: z.number().int(),
});
export type HandoverView = z.infer<typeof HandoverView>;

/** What an executive knows of who covers: who, when, whether they have read it, and what access is given. */
export const OwnCoverView = z.strictObject({
  id: z.uuid(),
  coverName: z.string().nullable(),
  ...stretch,
  status: z.enum(HANDOVER_STATUSES),
  accessGiven: z.number().int(),
  accessNeeded: z.number().int(),
});
export type OwnCoverView = z.infer<typeof OwnCoverView>;
