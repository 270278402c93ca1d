import { z } from "zod";
import { CursorInput } from "@/lib/cursor";
import { ReadVersion } from "@/lib/moves/schema";
import { manyLines } from "@/lib/text";
import { type Day, daysBetween } from "@/lib/time/day";
import { isForward } from "@/lib/time/half-day";
import { DayInput, DayPartInput } from "@/lib/time/inputs";

const LONGEST_RANGE_DAYS = 84;

export function isBounded({ from, to }: { from: Day; to: Day }): boolean {
  return daysBetween(from, to) < LONGEST_RANGE_DAYS;
}

export const OrderedDays = { from: DayInput, to: DayInput };

const MOST_ROWS = 500;

/** A board of one pool: at most twelve weeks, and so many executives at once. */
export const BoardInput = z
  .strictObject({
    poolId: z.uuid(),
    ...OrderedDays,
    cursor: CursorInput.optional(),
    limit: z.coerce.number().int().min(1).max(MOST_ROWS).default(MOST_ROWS),
  })
  .refine((input) => input.from <= input.to, { path: ["to"], error: "ends_before_start" })
  .refine(isBounded, {
    path: ["to"],
    error: "range_too_long",
  });
export type BoardInput = z.infer<typeof BoardInput>;

const DutyIds = z.array(z.string().trim().min(1).max(40)).max(40).default([]);
const RangeFields = { from: DayInput, fromPart: DayPartInput, to: DayInput, toPart: DayPartInput };

/** Who is to cover an executive in a stretch of half-days. Half-days the own assistant serves are left alone. */
export const AssignCoverInput = z
  .strictObject({
    executiveId: z.uuid(),
    assistantId: z.uuid(),
    ...RangeFields,
    /** The duties to cover; empty for all. */
    dutyIds: DutyIds,
    replace: z.boolean().default(false),
    /** Leaves alone what others cover, rather than refuse. */
    openOnly: z.boolean().default(false),
    pinned: z.boolean().default(false),
    overrideReason: manyLines(500).default(""),
  })
  .refine(isForward, { path: ["to"], error: "ends_before_start" })
  .refine(isBounded, { path: ["to"], error: "range_too_long" });
export type AssignCoverInput = z.infer<typeof AssignCoverInput>;

/** Which cover ends; with a stretch, only that part of it; with a version, only as it was read. */
export const ReleaseCoverInput = z
  .strictObject({
    id: z.uuid(),
    version: ReadVersion.optional(),
    stretch: z
      .strictObject(RangeFields)
      .refine(isForward, { path: ["to"], error: "ends_before_start" })
      .optional(),
  })
  .strict();
export type ReleaseCoverInput = z.infer<typeof ReleaseCoverInput>;

export const PinCoverInput = z.strictObject({ id: z.uuid(), pinned: z.boolean() });
export type PinCoverInput = z.infer<typeof PinCoverInput>;

export const UndoChangeInput = z.strictObject({ id: z.uuid() });
export type UndoChangeInput = z.infer<typeof UndoChangeInput>;

/** Who could cover an executive in a stretch of half-days; with duties, only these. */
export const CandidatesInput = z
  .strictObject({ executiveId: z.uuid(), ...RangeFields, dutyIds: DutyIds })
  .refine(isForward, { path: ["to"], error: "ends_before_start" })
  .refine(isBounded, { path: ["to"], error: "range_too_long" });
export type CandidatesInput = z.infer<typeof CandidatesInput>;

/** Where in a pool somebody could cover. */
export const PlacesInput = z
  .strictObject({ poolId: z.uuid(), assistantId: z.uuid(), ...OrderedDays })
  .refine((input) => input.from <= input.to, { path: ["to"], error: "ends_before_start" })
  .refine(isBounded, { path: ["to"], error: "range_too_long" });
export type PlacesInput = z.infer<typeof PlacesInput>;

/** Which executives' gaps to say something helpful of. */
export const GapHintsInput = z
  .strictObject({ poolId: z.uuid(), executiveIds: z.array(z.uuid()).min(1).max(40), ...OrderedDays })
  .refine((input) => input.from <= input.to, { path: ["to"], error: "ends_before_start" })
  .refine(isBounded, { path: ["to"], error: "range_too_long" });
export type GapHintsInput = z.infer<typeof GapHintsInput>;

/** The half-days of an executive's gaps that are left open knowingly, or count as open again. */
export const AcceptGapInput = z
  .strictObject({ executiveId: z.uuid(), ...RangeFields })
  .refine(isForward, { path: ["to"], error: "ends_before_start" })
  .refine(isBounded, { path: ["to"], error: "range_too_long" });
export type AcceptGapInput = z.infer<typeof AcceptGapInput>;

/** Hours of a day in minutes after midnight; null for whole half-days. */
export const WindowView = z
  .object({ startMinute: z.number().int(), endMinute: z.number().int() })
  .nullable()
  .meta({ description: "Hours of the day as minutes after midnight; null for all of the half-day." });

const DutiesView = z.array(z.string()).meta({ description: "The duties; empty for all." });

const Piece = z.object({
  window: WindowView,
  dutyIds: DutiesView,
  minutes: z.number().int(),
  assistantId: z.uuid().nullable(),
  coverageAssignmentId: z.uuid().nullable(),
  pinned: z.boolean(),
  proposedAssistantId: z.uuid().nullable(),
});

const Slot = z.object({
  on: z.iso.date(),
  part: DayPartInput,
  status: z.enum(["own", "cover", "gap", "not_needed"]),
  assistantId: z.uuid().nullable(),
  coverageAssignmentId: z.uuid().nullable(),
  pinned: z.boolean(),
  proposedAssistantId: z.uuid().nullable(),
  ownAssistantId: z.uuid().nullable().meta({ description: "Who of the executive's own is there." }),
  own: z
    .array(z.object({ assistantId: z.uuid(), dutyIds: DutiesView }))
    .meta({ description: "Filled where the executive's own are there for duties of their own." }),
  pieces: z
    .array(Piece)
    .meta({ description: "Filled where only some hours need cover or the duties are shared." }),
  acceptedBy: z.string().nullable().meta({ description: "Who knowingly left this gap open." }),
  isOffered: z.boolean().meta({ description: "The cover is asked and has not answered." }),
});

/** The board as the API answers it. */
export const BoardView = z.object({
  poolId: z.uuid(),
  from: z.iso.date(),
  to: z.iso.date(),
  executives: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      title: z.string(),
      dutyIds: z.array(z.string()).meta({ description: "The duties that cannot wait." }),
      slots: z.array(Slot),
    }),
  ),
  assistants: z.array(z.object({ id: z.uuid(), name: z.string() })),
  gaps: z.number().int().meta({ description: "Of all executives of the pool." }),
  nextCursor: z.string().nullable(),
});
