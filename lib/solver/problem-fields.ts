import { z } from "zod";

/** The largest number a problem document may hold. */
export const LARGEST = 1_000_000;

/** A number of a problem document: whole, not negative, and no larger than sums of it can bear. */
export const count = z
  .number()
  .int("must be a whole number")
  .min(0, "must not be negative")
  .max(LARGEST, `must be at most ${LARGEST}`);

/** What names a thing in a problem document. */
export const id = z.string().min(1, "must not be empty");
