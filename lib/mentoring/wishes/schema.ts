import { z } from "zod";
import { DutyId } from "@/lib/pools/schema";

/** Asks for a mentor, in a duty or for anything, or asks no longer. */
export const AskForMentorInput = z.strictObject({
  dutyId: z.preprocess((value) => (value === "" ? null : value), DutyId.nullable()).default(null),
  isAsked: z
    .preprocess((value) => (value === "yes" ? true : value === "no" ? false : value), z.boolean())
    .default(true)
    .meta({ description: "False takes it back." }),
});
export type AskForMentorInput = z.infer<typeof AskForMentorInput>;

export const MentorWishView = z.strictObject({
  assistantId: z.uuid(),
  name: z.string(),
  dutyId: z.string().nullable(),
  askedAt: z.iso.datetime(),
});
export type MentorWishView = z.infer<typeof MentorWishView>;
