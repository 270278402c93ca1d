import { z } from "zod";
import { DayText } from "@/lib/assistants/schema";

export const MandatoryInput = z.strictObject({ poolId: z.uuid().optional() });

const Lacking = z.strictObject({
  assistantId: z.uuid(),
  name: z.string(),
  dueOn: DayText,
  isOverdue: z.boolean(),
  status: z
    .enum(["none", "asked", "waiting", "invited", "booked"])
    .meta({ description: "How far the person is with it." }),
  bookedOn: DayText.nullable(),
});

/** A mandatory course: how many have to attend and hold it, and who lacks it, the soonest due first. */
export const MandatoryView = z.strictObject({
  courseId: z.uuid(),
  course: z.string(),
  people: z.number().int(),
  holding: z.number().int(),
  lacking: z.array(Lacking),
});
export type MandatoryView = z.infer<typeof MandatoryView>;
export type LackingView = MandatoryView["lacking"][number];
