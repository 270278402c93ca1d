import { z } from "zod";
import { AbsenceView } from "@/lib/absences/requests/schema";
import { PlannedGapView } from "@/lib/coverage/plans/schema";
import { DayPartInput } from "@/lib/time/inputs";

const Day = z.iso.date();
const Range = { from: Day, fromPart: DayPartInput, to: Day, toPart: DayPartInput };

const Why = z.object({
  fit: z.number(),
  backupRank: z.number().int().nullable(),
  hasCoveredBefore: z.boolean(),
  isSameSite: z.boolean(),
});

const Executive = z.object({
  executiveId: z.uuid(),
  name: z.string(),
  title: z.string(),
  tier: z.number().int(),
  halfDays: z.number().int(),
  runs: z.array(
    z.object({
      ...Range,
      state: z.enum(["planned", "covered", "offered", "gap"]),
      assistantId: z.uuid().nullable(),
      name: z.string().nullable(),
      coverId: z.uuid().nullable(),
      coverVersion: z.number().int().nullable(),
      window: z.object({ startMinute: z.number().int(), endMinute: z.number().int() }).nullable(),
      dutyIds: z.array(z.string()),
      halfDays: z.number().int(),
      why: Why.nullable(),
    }),
  ),
  alternatives: z.array(
    z.object({
      assistantId: z.uuid(),
      name: z.string(),
      fit: z.number(),
      freeHalfDays: z.number().int(),
      neededHalfDays: z.number().int(),
      hasDeclined: z.boolean(),
      lentBy: z.string().nullable(),
    }),
  ),
  picked: z.string().nullable(),
});

/** What an absence opens, who steps in, and what stays open. */
export const AbsenceCardView = z.object({
  absence: AbsenceView,
  executives: z.array(Executive),
  covers: z.array(
    z.object({
      executiveId: z.uuid(),
      assistantId: z.uuid(),
      ...Range,
      dutyIds: z.array(z.string()).optional(),
    }),
  ),
  gaps: z.array(PlannedGapView.omit({ index: true, minutes: true, window: true, dutyIds: true })),
  accepted: z.array(z.object({ executiveId: z.uuid(), on: Day, part: DayPartInput, acceptedBy: z.string() })),
  alsoAway: z.array(z.object({ id: z.uuid(), name: z.string(), status: z.string(), ...Range })),
  plannedUntil: Day.nullable(),
  names: z.record(z.string(), z.string()),
  dutyNames: z.record(z.string(), z.string()),
});
