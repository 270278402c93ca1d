import { z } from "zod";
import { DayInput, MinuteInput } from "@/lib/time/inputs";

/** A time at which the two meet. */
export const PlanMeetingInput = z.strictObject({
  id: z.uuid().meta({ description: "The mentorship." }),
  on: DayInput,
  startMinute: MinuteInput,
  endMinute: MinuteInput,
});
export type PlanMeetingInput = z.infer<typeof PlanMeetingInput>;

/** What became of a meeting. */
export const CloseMeetingInput = z.strictObject({
  id: z.uuid().meta({ description: "The mentorship." }),
  meetingId: z.uuid(),
  status: z.enum(["held", "cancelled"]),
});
export type CloseMeetingInput = z.infer<typeof CloseMeetingInput>;
