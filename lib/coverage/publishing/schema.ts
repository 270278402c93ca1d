import { z } from "zod";
import { PublishWeekInput } from "@/lib/schedules/publishing/schema";
import { ApproveShiftRequestInput } from "@/lib/schedules/swaps/schema";
import { DayInput, DayPartInput } from "@/lib/time/inputs";

const MOST_COVERS = 1000;

const CoverDecisions = z
  .array(
    z.strictObject({
      coverId: z.uuid(),
      on: DayInput,
      part: DayPartInput,
      decision: z.enum(["keep", "release"]),
    }),
  )
  .max(MOST_COVERS)
  .default([])
  .meta({
    description: "For each confirmed cover whose assistant is not there any more: keep it, or release it.",
  });

/** A request about a shift that is approved, and what becomes of each cover that breaks by it. */
export const ApproveSwapInput = ApproveShiftRequestInput.extend({ covers: CoverDecisions });
export type ApproveSwapInput = z.infer<typeof ApproveSwapInput>;

/** A week that is published, and what becomes of each cover that breaks by it. */
export const PublishScheduleInput = PublishWeekInput.extend({ covers: CoverDecisions });
export type PublishScheduleInput = z.infer<typeof PublishScheduleInput>;
