import { z } from "zod";
import { DayText } from "@/lib/assistants/schema";
import { oneLine } from "@/lib/text";

/** How an executive found a cover that has ended, 1 to 5, with a line to the managers of the pool. */
export const RateCoverInput = z.strictObject({
  coverId: z.uuid(),
  rating: z.coerce.number().int().min(1).max(5),
  note: oneLine(300).default(""),
});
export type RateCoverInput = z.infer<typeof RateCoverInput>;

/** A cover that has ended and is not rated yet. */
export const UnratedCover = z.strictObject({
  coverId: z.uuid(),
  assistantName: z.string(),
  from: DayText,
  to: DayText,
});
export type UnratedCover = z.infer<typeof UnratedCover>;
