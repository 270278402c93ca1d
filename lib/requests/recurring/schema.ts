import { z } from "zod";
import { ReadVersion } from "@/lib/moves/schema";
import { manyLines, oneLine } from "@/lib/text";
import { DayInput } from "@/lib/time/inputs";
import { PRIORITIES } from "../rules-choices";
import { DAY_OFF_RULES } from "./rules";

const Weekday = z.coerce.number().int().min(1).max(7);

const recurring = {
  typeId: z.string().max(40).nullable().default(null),
  summary: oneLine(160, 1),
  details: manyLines(4_000).default(""),
  priority: z.enum(PRIORITIES).default("normal"),
  weekdays: z
    .array(Weekday)
    .max(7)
    .default([])
    .transform((days) => [...new Set(days)].sort())
    .meta({ description: "1 is Monday. Empty where it recurs monthly." }),
  monthDay: z.coerce
    .number()
    .int()
    .min(1)
    .max(31)
    .nullable()
    .default(null)
    .meta({ description: "A day of each month; 31 is its last." }),
  onDayOff: z
    .enum(DAY_OFF_RULES)
    .default("skip")
    .meta({ description: "On days off: left out, or filed the working day before." }),
  from: DayInput,
  to: DayInput.nullable().default(null),
};

/** A request that recurs, for oneself or for an executive one serves or manages. */
export const AddRecurringInput = z.strictObject({ executiveId: z.uuid().optional(), ...recurring });
export type AddRecurringInput = z.infer<typeof AddRecurringInput>;

/** The whole of it, changed; what was filed stays as it is. */
export const ChangeRecurringInput = z.strictObject({
  id: z.uuid(),
  version: ReadVersion,
  ...recurring,
  isPaused: z.boolean().default(false),
});
export type ChangeRecurringInput = z.infer<typeof ChangeRecurringInput>;

/** The same from a page, where a box that is not ticked is left out. */
export const ChangeRecurringFromPage = ChangeRecurringInput.omit({ isPaused: true }).extend({
  isPaused: z
    .literal("on")
    .optional()
    .transform((ticked) => ticked === "on"),
});

export const RecurringIdInput = z.strictObject({ id: z.uuid() });

const DayText = z.string().meta({ format: "date" });

export const RecurringView = z.strictObject({
  id: z.uuid(),
  executiveId: z.uuid(),
  executiveName: z.string(),
  typeId: z.string().nullable(),
  summary: z.string(),
  details: z.string(),
  priority: z.enum(PRIORITIES),
  weekdays: z.array(z.number().int()),
  monthDay: z.number().int().nullable(),
  onDayOff: z.enum(DAY_OFF_RULES),
  from: DayText,
  to: DayText.nullable(),
  isPaused: z.boolean(),
  nextOn: DayText.nullable().meta({ description: "When it is filed next; null where it is not." }),
  version: z.number().int(),
});
export type RecurringView = z.infer<typeof RecurringView>;
