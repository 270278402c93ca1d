import { z } from "zod";
import { DayText } from "@/lib/assistants/schema";
import { oneLine } from "@/lib/text";
import { DayInput, MinuteInput } from "@/lib/time/inputs";

export const AVAILABILITY_KINDS = ["unavailable", "rather_not", "gladly"] as const;
const MOST_WISHES = 200;

const wishFields = {
  startMinute: MinuteInput.default(0),
  endMinute: MinuteInput.default(1440),
  kind: z.enum(AVAILABILITY_KINDS),
  reason: oneLine(200)
    .default("")
    .meta({ description: "Why, if one says so; those who lead the pool read it, no one else." }),
};

const Wish = z
  .strictObject({
    weekday: z.coerce.number().int().min(1).max(7).nullable().default(null),
    on: DayInput.nullable().default(null),
    ...wishFields,
  })
  .refine(({ weekday, on }) => (weekday === null) !== (on === null), {
    path: ["weekday"],
    error: "required",
  });

/** All that one says of when one can work; what is left out is gone. */
export const SetAvailabilityInput = z.strictObject({ items: z.array(Wish).max(MOST_WISHES) });
export type SetAvailabilityInput = z.infer<typeof SetAvailabilityInput>;

/** One more wish: for a day, or else for every week on a weekday. */
export const AddWishInput = z.strictObject({
  weekday: z.coerce.number().int().min(1).max(7).nullable().default(null),
  on: DayInput.nullable().default(null),
  ...wishFields,
});
export type AddWishInput = z.infer<typeof AddWishInput>;

export const WishIdInput = z.strictObject({ id: z.uuid() });

export const WishView = z.strictObject({
  id: z.uuid(),
  weekday: z.number().int().nullable(),
  on: DayText.nullable(),
  startMinute: z.number().int(),
  endMinute: z.number().int(),
  kind: z.enum(AVAILABILITY_KINDS),
  reason: z.string(),
  isLate: z.boolean().meta({ description: "True where it was said after the week had been closed." }),
});
export type WishView = z.infer<typeof WishView>;
