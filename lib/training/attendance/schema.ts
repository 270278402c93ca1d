import { z } from "zod";
import { ReadVersion } from "@/lib/moves/schema";

/** How long a participant was there on one date; all of it when no minutes are named. */
export const MarkAttendanceInput = z.strictObject({
  id: z.uuid().meta({ description: "The enrolment." }),
  version: ReadVersion,
  dateId: z.uuid(),
  minutes: z.coerce.number().int().min(0).max(1440).optional(),
});
export type MarkAttendanceInput = z.infer<typeof MarkAttendanceInput>;

/** What marking made of an enrolment, and which executives the person can cover by it. */
export const MarkedView = z.strictObject({
  id: z.uuid(),
  status: z.string(),
  version: z.number().int(),
  opened: z.array(z.strictObject({ id: z.uuid(), name: z.string() })),
});
export type MarkedView = z.infer<typeof MarkedView>;
