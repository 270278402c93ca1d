import { z } from "zod";
import { oneLine } from "@/lib/text";
import { DayInput } from "@/lib/time/inputs";

/** Something to be arranged for a meeting. Without an owner it is for who adds it. */
export const AddMeetingArrangementInput = z.strictObject({
  id: z.uuid(),
  what: oneLine(120, 1),
  ownerId: z.uuid().optional(),
  dueOn: DayInput,
  hangsOnTime: z.boolean().default(true),
});
export type AddMeetingArrangementInput = z.infer<typeof AddMeetingArrangementInput>;

/** The same from a page, where a box that is not ticked is left out. */
export const AddArrangementFromPage = AddMeetingArrangementInput.omit({ hangsOnTime: true }).extend({
  hangsOnTime: z
    .literal("on")
    .optional()
    .transform((ticked) => ticked === "on"),
});

/** One of them, done or to be done again. */
export const TickArrangementInput = z.strictObject({
  id: z.uuid(),
  arrangementId: z.uuid(),
  done: z.union([z.boolean(), z.enum(["yes", "no"]).transform((said) => said === "yes")]).default(true),
});
export type TickArrangementInput = z.infer<typeof TickArrangementInput>;

export const RemoveArrangementInput = z.strictObject({ id: z.uuid(), arrangementId: z.uuid() });
export type RemoveArrangementInput = z.infer<typeof RemoveArrangementInput>;
