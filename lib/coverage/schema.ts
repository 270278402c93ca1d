import { z } from "zod";
import { type Day, DayInput, daysBetween } from "@/lib/time/day";
import { DayPartInput, isForward } from "@/lib/time/half-day";

const LONGEST_RANGE_DAYS = 84;

function isBounded({ from, to }: { from: Day; to: Day }): boolean {
  return daysBetween(from, to) < LONGEST_RANGE_DAYS;
}

const OrderedDays = { from: DayInput, to: DayInput };

/** A board of one pool: at most twelve weeks. */
export const BoardInput = z
  .strictObject({ poolId: z.uuid(), ...OrderedDays })
  .refine((input) => input.from <= input.to, { path: ["to"], error: "ends_before_start" })
  .refine(isBounded, {
    path: ["to"],
    error: "range_too_long",
  });
export type BoardInput = z.infer<typeof BoardInput>;

/** Which pool and days to plan: repair leaves alone what stands, optimise plans anew at a cost for each change. */
export const ProposePlanInput = z
  .strictObject({ poolId: z.uuid(), ...OrderedDays, mode: z.enum(["repair", "optimise"]).default("repair") })
  .refine((input) => input.from <= input.to, { path: ["to"], error: "ends_before_start" })
  .refine(isBounded, {
    path: ["to"],
    error: "range_too_long",
  });
export type ProposePlanInput = z.infer<typeof ProposePlanInput>;

export const PlanIdInput = z.strictObject({ id: z.uuid() });
export type PlanIdInput = z.infer<typeof PlanIdInput>;

const Stretch = { from: DayInput, fromPart: DayPartInput, to: DayInput, toPart: DayPartInput };

/** Who is to cover an executive in a stretch of half-days. Half-days the own assistant serves are left alone. */
export const AssignCoverInput = z
  .strictObject({
    executiveId: z.uuid(),
    assistantId: z.uuid(),
    ...Stretch,
    replace: z.boolean().default(false),
    pinned: z.boolean().default(false),
    overrideReason: z.string().trim().max(500).default(""),
  })
  .refine(isForward, { path: ["to"], error: "ends_before_start" })
  .refine(isBounded, { path: ["to"], error: "range_too_long" });
export type AssignCoverInput = z.infer<typeof AssignCoverInput>;

/** Which cover ends; with a stretch, only that part of it. */
export const ReleaseCoverInput = z
  .strictObject({
    id: z.uuid(),
    stretch: z
      .strictObject(Stretch)
      .refine(isForward, { path: ["to"], error: "ends_before_start" })
      .optional(),
  })
  .strict();
export type ReleaseCoverInput = z.infer<typeof ReleaseCoverInput>;

export const PinCoverInput = z.strictObject({ id: z.uuid(), pinned: z.boolean() });
export type PinCoverInput = z.infer<typeof PinCoverInput>;

export const UndoChangeInput = z.strictObject({ id: z.uuid() });
export type UndoChangeInput = z.infer<typeof UndoChangeInput>;

/** Who could cover an executive in a stretch of half-days. */
export const CandidatesInput = z
  .strictObject({ executiveId: z.uuid(), ...Stretch })
  .refine(isForward, { path: ["to"], error: "ends_before_start" })
  .refine(isBounded, { path: ["to"], error: "range_too_long" });
export type CandidatesInput = z.infer<typeof CandidatesInput>;

const Slot = z.object({
  on: z.iso.date(),
  part: DayPartInput,
  status: z.enum(["own", "cover", "gap", "not_needed"]),
  assistantId: z.uuid().nullable(),
  coverageAssignmentId: z.uuid().nullable(),
  pinned: z.boolean(),
  proposedAssistantId: z.uuid().nullable(),
  acceptedBy: z.string().nullable().meta({ description: "Who knowingly left this gap open." }),
  isOffered: z.boolean().meta({ description: "The cover is asked and has not answered." }),
});

/** The board as the API answers it. */
export const BoardView = z.object({
  poolId: z.uuid(),
  from: z.iso.date(),
  to: z.iso.date(),
  executives: z.array(z.object({ id: z.uuid(), name: z.string(), title: z.string(), slots: z.array(Slot) })),
  assistants: z.array(z.object({ id: z.uuid(), name: z.string() })),
  gaps: z.number().int(),
});
