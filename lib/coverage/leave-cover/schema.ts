import { z } from "zod";
import { DecideAbsenceInput } from "@/lib/absences/requests/schema";
import { oneLine } from "@/lib/text";
import { isForward } from "@/lib/time/half-day";
import { DayInput, DayPartInput, MinuteInput } from "@/lib/time/inputs";

const MOST_GAPS = 5_000;
const MOST_COVERS = 1_000;

/** Who is to cover an executive in a stretch of half-days, as chosen or as the plan proposed. */
export const CoverChoiceInput = z
  .strictObject({
    executiveId: z.uuid(),
    assistantId: z.uuid(),
    from: DayInput,
    fromPart: DayPartInput,
    to: DayInput,
    toPart: DayPartInput,
    dutyIds: z
      .array(oneLine(40, 1))
      .max(50)
      .optional()
      .meta({ description: "Where several share an executive's duties; all of them when left out." }),
    window: z
      .strictObject({ startMinute: MinuteInput, endMinute: MinuteInput })
      .optional()
      .meta({ description: "Where a half-day is shared by the hour; all that is open when left out." }),
  })
  .refine(isForward, { path: ["to"], error: "ends_before_start" });

/** A half-day of an executive that is knowingly left open. */
export const NamedGapInput = z.strictObject({ executiveId: z.uuid(), on: DayInput, part: DayPartInput });

/** Who covers a time away, and what is knowingly left open. */
export const coverFields = {
  acceptedGaps: z
    .array(NamedGapInput)
    .max(MOST_GAPS)
    .default([])
    .meta({ description: "Exactly the half-days that stay uncovered, each named." }),
  covers: z
    .array(CoverChoiceInput)
    .max(MOST_COVERS)
    .optional()
    .meta({ description: "Who covers; the plan's own choice when left out." }),
};

export const cover = {
  ...coverFields,
  asOffers: z
    .boolean()
    .default(false)
    .meta({ description: "Ask the covers first instead of confirming them." }),
};

/** Approves leave together with its cover. */
export const ApproveWithCoverInput = DecideAbsenceInput.extend(cover);
export type ApproveWithCoverInput = z.infer<typeof ApproveWithCoverInput>;

const MOST_AT_ONCE = 50;

/** Absences to approve each with the plan's cover, as they were when they were listed. */
export const ApproveEachInput = z.strictObject({
  absences: z
    .array(DecideAbsenceInput.pick({ id: true, version: true }))
    .min(1)
    .max(MOST_AT_ONCE),
});
export type ApproveEachInput = z.infer<typeof ApproveEachInput>;

/** Covers an absence that is approved already, such as sickness. */
export const CoverAbsenceInput = DecideAbsenceInput.omit({ note: true }).extend(cover);
export type CoverAbsenceInput = z.infer<typeof CoverAbsenceInput>;

/** The request card of one absence, with the choices made so far: `executiveId:assistantId`, or `executiveId:none`. */
export const AbsenceCardInput = z.strictObject({
  id: z.uuid(),
  picks: z
    .array(z.string().regex(/^[0-9a-f-]{36}:([0-9a-f-]{36}|none)$/))
    .max(500)
    .default([]),
});
export type AbsenceCardInput = z.infer<typeof AbsenceCardInput>;
