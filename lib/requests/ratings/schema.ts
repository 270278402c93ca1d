import { z } from "zod";
import { manyLines } from "@/lib/text";
import { RATINGS } from "./rules";

/** How a request went, 1 to 5, and a word about it. */
export const RateRequestInput = z.strictObject({
  id: z.uuid(),
  value: z.coerce.number().int().min(RATINGS[0]).max(RATINGS.length),
  word: manyLines(500).default(""),
});
export type RateRequestInput = z.infer<typeof RateRequestInput>;

export const RatingView = z.strictObject({
  value: z.number().int(),
  word: z.string(),
  ratedAt: z.string().meta({ format: "date-time" }),
});
export type RatingView = z.infer<typeof RatingView>;
