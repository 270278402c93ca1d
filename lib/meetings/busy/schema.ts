import { z } from "zod";

/** A calendar file as text, as its owner's program exports it. */
const CalendarText = z.string().min(1).max(2_000_000);

/** One's own calendar file. */
export const OwnBusyInput = z.strictObject({ calendar: CalendarText });
export type OwnBusyInput = z.infer<typeof OwnBusyInput>;

/** The calendar file of somebody who takes part in a meeting. */
export const BusyOfPersonInput = z.strictObject({ id: z.uuid(), personId: z.uuid(), calendar: CalendarText });
export type BusyOfPersonInput = z.infer<typeof BusyOfPersonInput>;

/** What is known of somebody's calendar: when it was read, and to which day it speaks. */
export const BusyCalendarView = z.strictObject({
  readAt: z.string().meta({ format: "date-time" }),
  to: z.string().meta({ format: "date" }),
  count: z.number().int().meta({ description: "How many busy times it has." }),
});
export type BusyCalendarView = z.infer<typeof BusyCalendarView>;
