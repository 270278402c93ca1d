import { z } from "zod";
import { DayText } from "@/lib/assistants/schema";
import { ReadVersion } from "@/lib/moves/schema";
import { OverrideInput } from "@/lib/schedules/publishing/schema";
import { WorkView } from "@/lib/schedules/week/schema";
import { oneLine } from "@/lib/text";
import { SHIFT_REQUEST_KINDS, SHIFT_REQUEST_STATUSES } from "./rules";

/** So many colleagues are asked to take a shift at most. */
export const MOST_ASKED = 20;

/** That a published shift goes to somebody else: exchanged, given away, or an open one that is taken. */
export const AskForShiftInput = z
  .strictObject({
    kind: z.enum(SHIFT_REQUEST_KINDS),
    shiftId: z.uuid(),
    withShiftId: z.uuid().optional().meta({ description: "A colleague's shift, for a swap." }),
    toAssistantIds: z
      .array(z.uuid())
      .max(MOST_ASKED)
      .optional()
      .meta({ description: "Who is asked to take it; all who could where it is left out." }),
  })
  .refine(({ kind, withShiftId }) => (kind === "swap") === (withShiftId !== undefined), {
    path: ["withShiftId"],
    error: "required",
  });
export type AskForShiftInput = z.infer<typeof AskForShiftInput>;

/** A request, and the version it was read at. */
export const ShiftRequestInput = z.strictObject({ id: z.uuid(), version: ReadVersion });
export type ShiftRequestInput = z.infer<typeof ShiftRequestInput>;

/** The answer of somebody who was asked; a manager says for whom. */
export const AnswerShiftRequestInput = ShiftRequestInput.extend({
  assistantId: z.uuid().optional().meta({ description: "For whom a manager answers." }),
});
export type AnswerShiftRequestInput = z.infer<typeof AnswerShiftRequestInput>;

/** Approves it, with a reason for each rule it breaks; of several who offer to take an open shift, for one of them. */
export const ApproveShiftRequestInput = ShiftRequestInput.extend({
  assistantId: z.uuid().optional().meta({ description: "Which of those who offer has an open shift." }),
  overrides: z.array(OverrideInput).max(100).default([]),
});
export type ApproveShiftRequestInput = z.infer<typeof ApproveShiftRequestInput>;

export const DenyShiftRequestInput = ShiftRequestInput.extend({ note: oneLine(200).default("") });
export type DenyShiftRequestInput = z.infer<typeof DenyShiftRequestInput>;

export const ListShiftRequestsInput = z.strictObject({
  poolId: z
    .uuid()
    .optional()
    .meta({ description: "A pool you lead; your own requests where it is left out." }),
});
export type ListShiftRequestsInput = z.infer<typeof ListShiftRequestsInput>;

const AskedShiftView = z.strictObject({
  id: z.uuid(),
  assistantId: z.uuid().nullable(),
  on: DayText,
  startMinute: z.number().int(),
  endMinute: z.number().int(),
  work: WorkView,
});

export const ShiftRequestView = z.strictObject({
  id: z.uuid(),
  poolId: z.uuid(),
  kind: z.enum(SHIFT_REQUEST_KINDS),
  status: z.enum(SHIFT_REQUEST_STATUSES),
  version: z.number().int(),
  shift: AskedShiftView,
  withShift: AskedShiftView.nullable(),
  ownerId: z
    .uuid()
    .nullable()
    .meta({ description: "Whose the shift is until it is approved; null for an open one." }),
  takerId: z.uuid().nullable().meta({ description: "Who has accepted." }),
  answers: z.array(
    z.strictObject({
      assistantId: z.uuid(),
      name: z.string(),
      answer: z.enum(["asked", "accepted", "declined"]),
    }),
  ),
  askedAt: z.string().meta({ format: "date-time" }),
  expiresAt: z.string().meta({ format: "date-time" }),
});
export type ShiftRequestView = z.infer<typeof ShiftRequestView>;
