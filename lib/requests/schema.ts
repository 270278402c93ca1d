import { z } from "zod";
import { DayText } from "@/lib/assistants/schema";
import { CursorInput, LimitInput } from "@/lib/cursor";
import { FileIds } from "@/lib/files/schema";
import { ReadVersion } from "@/lib/moves/schema";
import { DutyId } from "@/lib/pools/schema";
import { manyLines, oneLine, SearchText } from "@/lib/text";
import { DayInput } from "@/lib/time/inputs";
import { ServiceLevelView } from "./levels/schema-clock";
import { PRIORITIES, REQUEST_STATUSES, REQUEST_VIAS, WAITS_FOR } from "./rules-choices";

/** Why an assistant has a request. */
export const HELD_BECAUSE = ["own", "cover", "backup", "hand", "kept"] as const;
export type HeldBecause = (typeof HELD_BECAUSE)[number];

/** What an executive asks for: one line, and more only where it is needed. It is needed by a day, or by a minute of one. */
export const FileSupportRequestInput = z.strictObject({
  /** For whom it is filed, where another person does it: an assistant who serves them or a manager. */
  executiveId: z.uuid().optional(),
  typeId: z.string().max(40).nullable().default(null),
  /** Answers to what the type asks, by the key of the field. */
  fields: z.record(z.string().max(40), z.string().max(200)).default({}),
  confidential: z.boolean().default(false),
  dutyId: DutyId.nullable().default(null),
  summary: oneLine(160, 1),
  details: manyLines(4_000).default(""),
  priority: z.enum(PRIORITIES).default("normal"),
  dueOn: DayInput.nullable().default(null),
  dueAt: z.iso.datetime({ offset: true }).nullable().default(null),
  /** Files that were sent before and wait to belong to it. */
  fileIds: FileIds,
});
export type FileSupportRequestInput = z.infer<typeof FileSupportRequestInput>;

/** The same from a page: the day by what it is to the executive, or one that is picked, with a time where one is named. */
export const FileFromPageInput = FileSupportRequestInput.omit({ dueAt: true, confidential: true }).extend({
  when: z.enum(["today", "tomorrow", "week", "pick"]).nullable().default(null),
  dueTime: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
  confidential: z
    .literal("on")
    .optional()
    .transform((ticked) => ticked === "on"),
});
export type FileFromPageInput = z.output<typeof FileFromPageInput>;

/** A request, and the version it was read at. */
export const MoveRequestInput = z.strictObject({
  id: z.uuid(),
  version: ReadVersion,
});
export type MoveRequestInput = z.infer<typeof MoveRequestInput>;

/** Whom a request waits for, and when work goes on by itself. */
export const WaitRequestInput = MoveRequestInput.extend({
  for: z.enum(WAITS_FOR).default("requester"),
  until: z.iso.datetime({ offset: true }).nullable().default(null),
});
export type WaitRequestInput = MoveRequestInput &
  Partial<Pick<z.infer<typeof WaitRequestInput>, "for" | "until">>;

/** The same from a page: a day and a time, in the time zone of whoever waits. */
export const WaitFromPageInput = MoveRequestInput.extend({
  for: z.enum(WAITS_FOR).default("requester"),
  untilOn: DayInput.optional(),
  untilTime: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
});
export type WaitFromPageInput = z.output<typeof WaitFromPageInput>;

/** A request is merged into another one of the same executive; the older of the two stays. */
export const MergeRequestInput = MoveRequestInput.extend({ intoId: z.uuid() });
export type MergeRequestInput = z.infer<typeof MergeRequestInput>;

export const AssignRequestInput = MoveRequestInput.extend({ assistantId: z.uuid() });
export type AssignRequestInput = z.infer<typeof AssignRequestInput>;

/** Another type or priority of an open request; what is left out stays. */
export const ChangeRequestInput = MoveRequestInput.extend({
  typeId: z.string().max(40).nullable().optional(),
  priority: z.enum(PRIORITIES).optional(),
});
export type ChangeRequestInput = z.infer<typeof ChangeRequestInput>;

/** The same from a page, where no type is a choice. */
export const ChangeFromPageInput = ChangeRequestInput.extend({
  typeId: z.string().max(40).nullable().default(null),
});

/** A page of requests: those nobody has, those that are overdue or due soon, those in hand, both (open), those done with, or all. `poolId` is the executive's. */
export const ListRequestsInput = z.strictObject({
  /** "mine" is your own queue in its order, each with the reasons why it stands there. */
  queue: z.enum(["mine"]).optional(),
  show: z.enum(["unassigned", "overdue", "soon", "in_hand", "open", "done", "all"]).default("all"),
  poolId: z.uuid().optional(),
  typeId: z.string().max(40).optional(),
  executiveId: z.uuid().optional(),
  q: SearchText.optional(),
  cursor: CursorInput.optional(),
  limit: LimitInput,
});
export type ListRequestsInput = z.infer<typeof ListRequestsInput>;

const Instant = z.string().meta({ format: "date-time" });

/** A request as the executive, whoever serves the executive, and the pool's managers see it. */
export const SupportRequestView = z.strictObject({
  id: z.uuid(),
  executiveId: z.uuid(),
  executiveName: z.string(),
  assigneeId: z.uuid().nullable(),
  assigneeName: z.string().nullable(),
  dutyId: z.string().nullable(),
  summary: z.string(),
  details: z.string(),
  priority: z.enum(PRIORITIES),
  dueOn: DayText.nullable(),
  dueAt: Instant.nullable(),
  homeAssistantId: z.uuid().nullable(),
  homeAssistantName: z.string().nullable(),
  heldBecause: z.enum(HELD_BECAUSE).nullable(),
  typeId: z.string().nullable(),
  fields: z.record(z.string(), z.string()),
  /** Its words are shown to the requester and whoever has it alone; others read empty ones. */
  confidential: z.boolean(),
  /** How it came. */
  via: z.enum(REQUEST_VIAS),
  /** The older request it was merged into. */
  mergedIntoId: z.uuid().nullable(),
  /** Whoever filed it for the executive; null where the executive did. */
  filedByName: z.string().nullable(),
  /** Why it is with its assistant, or, in a queue, why it stands where it does. */
  why: z.array(z.string()),
  status: z.enum(REQUEST_STATUSES),
  serviceLevel: ServiceLevelView,
  /** Whom it waits for, since when and until when. */
  waiting: z.strictObject({ for: z.enum(WAITS_FOR), since: Instant, until: Instant.nullable() }).nullable(),
  createdAt: Instant,
  updatedAt: Instant,
  version: z.number().int(),
});
export type SupportRequestView = z.infer<typeof SupportRequestView>;
