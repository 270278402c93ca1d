import { z } from "zod";
import { DayText } from "@/lib/assistants/schema";
import { CursorInput, LimitInput } from "@/lib/cursor";
import { ReadVersion } from "@/lib/moves/schema";
import { manyLines, oneLine, SearchText } from "@/lib/text";
import { IN_ORDER } from "@/lib/time/day";
import { DayInput, DayPartInput, MinuteInput } from "@/lib/time/inputs";
import { ABSENCE_STATUSES } from "./rules-statuses";

const Note = manyLines(500);
export const LeaveTypeId = oneLine(40, 1);

/** First and last half-day, both included; or hours of one day, and then the halves follow from them. */
export const stretchFields = {
  from: DayInput,
  fromPart: DayPartInput.default("am"),
  to: DayInput,
  toPart: DayPartInput.default("pm"),
  startMinute: MinuteInput.nullable().optional(),
  endMinute: MinuteInput.nullable().optional(),
};
const stretch = stretchFields;

/** Leave one asks for, or sickness one reports, from one half-day to another, both included. */
export const RequestAbsenceInput = z.strictObject({
  type: LeaveTypeId,
  ...stretch,
  note: Note.default(""),
});
export type RequestAbsenceInput = z.infer<typeof RequestAbsenceInput>;

/** An absence a manager enters for an assistant; types that are reported start approved whatever is asked. */
export const RecordAbsenceInput = z.strictObject({
  assistantId: z.uuid(),
  type: LeaveTypeId,
  ...stretch,
  status: z.enum(["requested", "approved"]).default("requested"),
  note: Note.default(""),
});
export type RecordAbsenceInput = z.infer<typeof RecordAbsenceInput>;

/** A decision on an absence, with a comment that reaches the assistant. */
export const DecideAbsenceInput = z.strictObject({
  id: z.uuid(),
  version: ReadVersion,
  note: Note.default(""),
});
export type DecideAbsenceInput = z.infer<typeof DecideAbsenceInput>;

/** Other dates for leave that nobody has decided on. */
export const MoveAbsenceInput = z.strictObject({
  id: z.uuid(),
  version: ReadVersion,
  ...stretch,
});
export type MoveAbsenceInput = z.infer<typeof MoveAbsenceInput>;

/** Taking back approved leave: all of it, or from a day on when it has begun. */
export const AskCancellationInput = z.strictObject({
  id: z.uuid(),
  version: ReadVersion,
  from: DayInput.optional(),
  fromPart: DayPartInput.default("am"),
  note: Note.default(""),
});
export type AskCancellationInput = z.infer<typeof AskCancellationInput>;

/** Sickness of one's own, from today unless told otherwise; no reason is asked. */
export const ReportSicknessInput = z.strictObject({
  from: DayInput.optional(),
  /** The half-day it is now, where it starts today and nothing else is said. */
  fromPart: DayPartInput.optional(),
  to: DayInput.optional(),
  toPart: DayPartInput.default("pm"),
  startMinute: MinuteInput.nullable().optional(),
  endMinute: MinuteInput.nullable().optional(),
  note: Note.default(""),
});
export type ReportSicknessInput = z.infer<typeof ReportSicknessInput>;

/** Another last half-day for what was reported. */
export const EndAbsenceInput = z.strictObject({
  id: z.uuid(),
  version: ReadVersion,
  to: DayInput,
  toPart: DayPartInput.default("pm"),
});
export type EndAbsenceInput = z.infer<typeof EndAbsenceInput>;

export const WithdrawAbsenceInput = DecideAbsenceInput.omit({ note: true });
export type WithdrawAbsenceInput = z.infer<typeof WithdrawAbsenceInput>;

/**
 * A page of absences; `from` and `to` choose those that touch the days between, `startsFrom` those that begin on a day or
 * after it, `q` those of assistants so named.
 */
export const AbsenceFilter = z.strictObject({
  poolId: z.uuid().optional(),
  assistantId: z.uuid().optional(),
  status: z.enum(ABSENCE_STATUSES).optional(),
  show: z.enum(["waiting", "booked"]).optional(),
  type: LeaveTypeId.optional(),
  from: DayInput.optional(),
  to: DayInput.optional(),
  startsFrom: DayInput.optional(),
  q: SearchText.optional(),
  cursor: CursorInput.optional(),
  limit: LimitInput,
});

export const ListAbsencesInput = AbsenceFilter.refine(...IN_ORDER);
export type ListAbsencesInput = z.infer<typeof ListAbsencesInput>;

export const ListOwnAbsencesInput = AbsenceFilter.pick({ cursor: true, limit: true });
export type ListOwnAbsencesInput = z.infer<typeof ListOwnAbsencesInput>;

const DayPartText = z.enum(["am", "pm"]);

/** An absence as its owner and the managers of the pool see it; nobody else sees it. */
export const AbsenceView = z.strictObject({
  id: z.uuid(),
  assistantId: z.uuid(),
  assistantName: z.string(),
  type: z.string(),
  from: DayText,
  fromPart: DayPartText,
  to: DayText,
  toPart: DayPartText,
  startMinute: z.number().int().nullable(),
  endMinute: z.number().int().nullable(),
  status: z.enum(ABSENCE_STATUSES),
  /** From where on the owner asks to take it back. */
  cancelFrom: DayText.nullable(),
  cancelFromPart: DayPartText.nullable(),
  note: z.string(),
  decisionNote: z.string(),
  /** Whether whoever reads it is to decide on it now. */
  canDecide: z.boolean(),
  version: z.number().int(),
});
export type AbsenceView = z.infer<typeof AbsenceView>;

/** One step of an absence's history; the words are its owner's and the deciders'. */
export const AbsenceStepView = z.strictObject({
  at: z.iso.datetime(),
  actorName: z.string().nullable(),
  /** In whose place a deputy acted. */
  deputyForName: z.string().nullable(),
  action: z.string(),
  status: z.enum(ABSENCE_STATUSES),
  comment: z.string(),
  from: DayText,
  fromPart: DayPartText,
  to: DayText,
  toPart: DayPartText,
  startMinute: z.number().int().nullable(),
  endMinute: z.number().int().nullable(),
});
export type AbsenceStepView = z.infer<typeof AbsenceStepView>;
