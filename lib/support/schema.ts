import { z } from "zod";
import { DayText } from "@/lib/assistants/schema";
import { CursorInput, LimitInput } from "@/lib/cursor";
import { DutyId } from "@/lib/pools/schema";
import { SearchText } from "@/lib/text";
import { DayInput } from "@/lib/time/inputs";

export const SUPPORT_ROLES = ["primary", "backup", "shared"] as const;
export type SupportRole = (typeof SUPPORT_ROLES)[number];

const term = {
  role: z.enum(SUPPORT_ROLES),
  /** Order among backups, 1 first. */
  rank: z.coerce.number().int().min(1).max(99).default(1),
  from: DayInput,
  /** Last day; none means until further notice. */
  to: DayInput.nullable().default(null),
};

const MOST_DUTIES = 100;
const duties = z
  .array(DutyId)
  .max(MOST_DUTIES)
  .meta({ description: "Duties of the catalogue; all of the executive's when none is named." });

/** Who is to support whom with which duties, from when to when. */
export const CreateSupportAssignmentInput = z.strictObject({
  executiveId: z.uuid(),
  assistantId: z.uuid(),
  dutyIds: duties.default([]),
  ...term,
});
export type CreateSupportAssignmentInput = z.infer<typeof CreateSupportAssignmentInput>;

const known = { id: z.uuid(), version: z.coerce.number().int() };

/** The role and dates of support that is already there; other people are other support, and other duties begin on a day. */
export const ChangeSupportAssignmentInput = z.strictObject({ ...known, ...term });
export type ChangeSupportAssignmentInput = z.infer<typeof ChangeSupportAssignmentInput>;

/** Which duties support is for from a day on; what was before stays as it was. */
export const ChangeSupportDutiesInput = z.strictObject({
  ...known,
  dutyIds: duties.default([]),
  from: DayInput,
});
export type ChangeSupportDutiesInput = z.infer<typeof ChangeSupportDutiesInput>;

/** The last day of support. */
export const EndSupportAssignmentInput = z.strictObject({ ...known, to: DayInput });
export type EndSupportAssignmentInput = z.infer<typeof EndSupportAssignmentInput>;

export const RemoveSupportAssignmentInput = z.strictObject(known);
export type RemoveSupportAssignmentInput = z.infer<typeof RemoveSupportAssignmentInput>;

/** A page of support assignments, the latest to begin first; `q` searches both names. */
export const ListSupportAssignmentsInput = z.strictObject({
  q: SearchText.optional(),
  executiveId: z.uuid().optional(),
  assistantId: z.uuid().optional(),
  poolId: z.uuid().optional(),
  cursor: CursorInput.optional(),
  limit: LimitInput,
});
export type ListSupportAssignmentsInput = z.infer<typeof ListSupportAssignmentsInput>;

export const SupportAssignmentView = z.strictObject({
  id: z.uuid(),
  executiveId: z.uuid(),
  executiveName: z.string(),
  assistantId: z.uuid(),
  assistantName: z.string(),
  role: z.enum(SUPPORT_ROLES),
  rank: z.number().int(),
  /** Empty for all of the executive's duties. */
  dutyIds: z.array(z.string()),
  from: DayText,
  to: DayText.nullable(),
  version: z.number().int(),
});
export type SupportAssignmentView = z.infer<typeof SupportAssignmentView>;
