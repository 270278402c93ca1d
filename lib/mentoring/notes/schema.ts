import { z } from "zod";
import { manyLines } from "@/lib/text";

/** A note of one of the two: for both, or for its author alone. */
export const AddNoteInput = z.strictObject({
  id: z.uuid().meta({ description: "The mentorship." }),
  body: manyLines(4000, 1),
  isShared: z.preprocess(
    (value) => (value === "both" ? true : value === "mine" ? false : value),
    z.boolean().default(false),
  ),
});
export type AddNoteInput = z.infer<typeof AddNoteInput>;

export const MentoringNoteView = z.strictObject({
  id: z.uuid(),
  mentorshipId: z.uuid(),
  author: z.string(),
  isMine: z.boolean(),
  isShared: z.boolean(),
  body: z.string(),
  writtenAt: z.iso.datetime(),
});
export type MentoringNoteView = z.infer<typeof MentoringNoteView>;
