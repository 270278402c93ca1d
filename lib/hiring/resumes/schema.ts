import { z } from "zod";
import { RESUME_TEXT_FAULTS } from "./rules";

export const ReadAgainInput = z.strictObject({ id: z.uuid() });

export const ResumeTextView = z.strictObject({
  text: z.string(),
  fault: z.enum(RESUME_TEXT_FAULTS).nullable().meta({ description: "Why no text could be read." }),
});
export type ResumeTextView = z.infer<typeof ResumeTextView>;
