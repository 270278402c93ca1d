import { z } from "zod";
import { manyLines } from "@/lib/text";

const Answer = z.coerce.number().int().min(1).max(5);

/** How a course was, 1 to 5 each; read by managers in sums, never with a name. */
export const EvaluateInput = z.strictObject({
  id: z.uuid().meta({ description: "The enrolment." }),
  useful: Answer.meta({ description: "It helps me in my work." }),
  clear: Answer.meta({ description: "It was easy to follow." }),
  recommend: Answer.meta({ description: "I would recommend it." }),
  words: manyLines(500).default(""),
});
export type EvaluateInput = z.infer<typeof EvaluateInput>;

const mean = z.number().nullable();

/** What a session's participants said of it: means and words from three answers on and once no more can come, nothing before. */
export const EvaluationsView = z.strictObject({
  count: z.number().int(),
  until: z.string().nullable().meta({ description: "The last day on which it is evaluated." }),
  isClosed: z.boolean(),
  useful: mean,
  clear: mean,
  recommend: mean,
  words: z.array(z.string()),
});
export type EvaluationsView = z.infer<typeof EvaluationsView>;
