import { z } from "zod";
import { CEFR_LEVELS, DayText, LanguageCode, Proficiency } from "@/lib/assistants/schema";
import { ReadVersion } from "@/lib/moves/schema";
import { DutyId } from "@/lib/pools/schema";
import { manyLines, oneLine } from "@/lib/text";
import { DayInput } from "@/lib/time/inputs";
import { REQUISITION_MOVES, REQUISITION_STATUSES, type RequisitionMove } from "./rules";

const MOST_MINUTES = 5 * 24 * 60;

export const ProfileDutyInput = z.strictObject({
  dutyId: DutyId,
  level: Proficiency,
  minutesPerWeek: z.coerce.number().int().min(0).max(MOST_MINUTES),
});
export const ProfileLanguageInput = z.strictObject({
  language: LanguageCode,
  level: z.enum(CEFR_LEVELS).nullable().default(null),
});

const profileFields = {
  duties: z.array(ProfileDutyInput).max(40).default([]),
  languages: z.array(ProfileLanguageInput).max(10).default([]),
};

/** The profile as it is stored. */
export const StoredProfile = z.strictObject(profileFields);

const askedFields = {
  title: oneLine(80, 1),
  places: z.coerce.number().int().min(1).max(50).default(1).meta({ description: "How many people." }),
  ftePercent: z.coerce.number().int().min(1).max(100).default(100),
  wantedOn: DayInput.nullable().default(null),
  reason: manyLines(1_000).default(""),
};

/** A request for people; duties and languages are those that the executives ask for, or none for the whole pool. */
export const CreateRequisitionInput = z.strictObject({
  poolId: z.uuid(),
  executiveIds: z.array(z.uuid()).max(20).default([]),
  ...askedFields,
});
export type CreateRequisitionInput = z.infer<typeof CreateRequisitionInput>;

/** All of a requisition but whom it is for, while it is not yet decided. */
export const ChangeRequisitionInput = z.strictObject({
  id: z.uuid(),
  version: ReadVersion,
  ...askedFields,
  ...profileFields,
});
export type ChangeRequisitionInput = z.infer<typeof ChangeRequisitionInput>;

const MOVES = Object.keys(REQUISITION_MOVES.moves) as [RequisitionMove, ...RequisitionMove[]];

export const MoveRequisitionInput = z.strictObject({
  id: z.uuid(),
  version: ReadVersion,
  move: z.enum(MOVES),
  reason: manyLines(500).default("").meta({ description: "Needed to reject and to cancel." }),
});
export type MoveRequisitionInput = z.infer<typeof MoveRequisitionInput>;

export const RequisitionIdInput = z.strictObject({ id: z.uuid() });
export type RequisitionIdInput = z.infer<typeof RequisitionIdInput>;

/** The figures as they are stored. */
export const StoredFigures = z.strictObject({
  weeks: z.array(
    z.strictObject({
      week: z.string(),
      isPast: z.boolean(),
      halfDays: z.number().int(),
      minutes: z.number().int(),
    }),
  ),
  carriers: z.array(z.strictObject({ assistantId: z.uuid(), minutes: z.number().int() })),
});

export const EvidenceView = StoredFigures.extend({
  id: z.uuid(),
  at: z.string().meta({ format: "date-time" }),
});
export type EvidenceView = z.infer<typeof EvidenceView>;

export const RequisitionView = z.strictObject({
  id: z.uuid(),
  poolId: z.uuid(),
  pool: z.string(),
  timeZone: z.string(),
  title: z.string(),
  places: z.number().int(),
  ftePercent: z.number().int(),
  wantedOn: DayText.nullable(),
  reason: z.string(),
  ...StoredProfile.shape,
  executives: z.array(z.strictObject({ id: z.uuid(), name: z.string() })),
  status: z.enum(REQUISITION_STATUSES),
  decisionReason: z.string(),
  requestedBy: z.string(),
  decidedBy: z.string().nullable(),
  createdAt: z.string().meta({ format: "date-time" }),
  openedAt: z.string().meta({ format: "date-time" }).nullable(),
  canDecide: z
    .boolean()
    .meta({ description: "Nobody approves their own where the pool has another manager." }),
  version: z.number().int(),
});
export type RequisitionView = z.infer<typeof RequisitionView>;
