import { z } from "zod";
import { ReadVersion } from "@/lib/moves/schema";
import { manyLines, oneLine } from "@/lib/text";
import { OPTION_STATUSES } from "./rules";

const MOST = 1_000_000_000;
const empty = (value: unknown) => (value === "" ? null : value);
const link = z.union([z.literal(""), z.url({ protocol: /^https?$/ }).max(500)]).default("");

/** Something that could be learnt: a title, who offers it and where it is read of are enough. */
export const SuggestOptionInput = z.strictObject({
  poolId: z.uuid(),
  title: oneLine(80, 1),
  provider: oneLine(80).default(""),
  link,
});
export type SuggestOptionInput = z.infer<typeof SuggestOptionInput>;

/** All that is known of it, to compare it by. */
export const ChangeOptionInput = z.strictObject({
  id: z.uuid(),
  version: ReadVersion,
  title: oneLine(80, 1),
  provider: oneLine(80).default(""),
  link,
  minutes: z.preprocess(empty, z.coerce.number().int().min(1).max(60_000).nullable()).default(null),
  costPerPerson: z
    .preprocess(empty, z.coerce.number().int().min(0).max(MOST).nullable())
    .default(null)
    .meta({ description: "In the smallest unit of the currency." }),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default("EUR"),
  place: oneLine(80).default(""),
  days: oneLine(120).default("").meta({ description: "When it is offered, in words." }),
  notes: manyLines(1000).default(""),
});
export type ChangeOptionInput = z.infer<typeof ChangeOptionInput>;

/** Where it goes next; choosing and setting aside say why. */
export const DecideOptionInput = z.strictObject({
  id: z.uuid(),
  version: ReadVersion,
  to: z.enum(["looking", "chosen", "set_aside"]),
  reason: manyLines(300)
    .default("")
    .meta({ description: "Three words or more to choose it or set it aside." }),
});
export type DecideOptionInput = z.infer<typeof DecideOptionInput>;

export const OptionVersionInput = z.strictObject({ id: z.uuid(), version: ReadVersion });
export type OptionVersionInput = z.infer<typeof OptionVersionInput>;

export const ListOptionsInput = z.strictObject({ poolId: z.uuid().optional() });
export type ListOptionsInput = z.infer<typeof ListOptionsInput>;

export const OptionView = z.strictObject({
  id: z.uuid(),
  poolId: z.uuid(),
  title: z.string(),
  provider: z.string(),
  link: z.string(),
  minutes: z.number().int().nullable(),
  costPerPerson: z.number().int().nullable().meta({ description: "For managers." }),
  currency: z.string(),
  place: z.string(),
  days: z.string(),
  notes: z.string().meta({ description: "For managers." }),
  status: z.enum(OPTION_STATUSES),
  reason: z.string(),
  suggestedBy: z.string(),
  courseId: z.uuid().nullable(),
  hasTwin: z.boolean().meta({ description: "Another one of the pool has the same link." }),
  version: z.number().int(),
});
export type OptionView = z.infer<typeof OptionView>;
