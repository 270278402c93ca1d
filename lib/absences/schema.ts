import { z } from "zod";
import { DayText } from "@/lib/assistants/schema";
import { CursorInput, LimitInput } from "@/lib/cursor";
import { manyLines, oneLine, SearchText } from "@/lib/text";
import { DayInput } from "@/lib/time/day";
import { DayPartInput } from "@/lib/time/half-day";

export const ABSENCE_STATUSES = [
  "draft",
  "requested",
  "provisionally_approved",
  "approved",
  "cancellation_requested",
  "cancelled",
  "declined",
  "withdrawn",
] as const;

const Note = manyLines(500);
const LeaveTypeId = oneLine(40, 1);

const stretch = {
  from: DayInput,
  fromPart: DayPartInput.default("am"),
  to: DayInput,
  toPart: DayPartInput.default("pm"),
};

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
  version: z.coerce.number().int().optional(),
  note: Note.default(""),
});
export type DecideAbsenceInput = z.infer<typeof DecideAbsenceInput>;

export const WithdrawAbsenceInput = DecideAbsenceInput.omit({ note: true });
export type WithdrawAbsenceInput = z.infer<typeof WithdrawAbsenceInput>;

/** A page of absences; `from` and `to` choose those that touch the days between, `q` those of assistants so named. */
export const ListAbsencesInput = z.strictObject({
  poolId: z.uuid().optional(),
  assistantId: z.uuid().optional(),
  status: z.enum(ABSENCE_STATUSES).optional(),
  from: DayInput.optional(),
  to: DayInput.optional(),
  q: SearchText.optional(),
  cursor: CursorInput.optional(),
  limit: LimitInput,
});
export type ListAbsencesInput = z.infer<typeof ListAbsencesInput>;

export const ListOwnAbsencesInput = ListAbsencesInput.pick({ cursor: true, limit: true });
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
  status: z.enum(ABSENCE_STATUSES),
  note: z.string(),
  decisionNote: z.string(),
  version: z.number().int(),
});
export type AbsenceView = z.infer<typeof AbsenceView>;

export const LeaveTypeView = z.strictObject({
  id: z.string(),
  nameEn: z.string(),
  nameSv: z.string(),
  isReported: z.boolean(),
});
export type LeaveTypeView = z.infer<typeof LeaveTypeView>;
