import { z } from "zod";
import { DayText } from "@/lib/assistants/schema";
import { DutyId } from "@/lib/pools/schema";
import { SearchText } from "@/lib/text";
import { DayInput } from "@/lib/time/inputs";

/** Which executives of a pool: on which day, for which duty, of whom, and where at most so many could step in. */
export const StandInsInput = z.strictObject({
  poolId: z.uuid(),
  on: DayInput.optional(),
  dutyId: DutyId.optional(),
  q: SearchText.optional(),
  atMost: z.coerce.number().int().min(0).max(9).optional(),
  page: z.coerce.number().int().min(1).max(1_000).default(1),
});
export type StandInsInput = z.infer<typeof StandInsInput>;

/** What the address of the page asks; without a pool it is the first one. */
export const StandInsAddress = StandInsInput.partial({ poolId: true });

const Named = z.strictObject({ id: z.uuid(), name: z.string() });

const StandInDuty = z.strictObject({
  dutyId: z.string(),
  count: z.number().int(),
  people: z
    .array(Named)
    .meta({ description: "The first backups, those who have covered the executive before first." }),
  lastCover: z
    .strictObject({ assistantName: z.string(), on: DayText })
    .nullable()
    .meta({ description: "Who covered this duty last, and the last day of it." }),
});

const StandInExecutive = z.strictObject({
  executiveId: z.uuid(),
  name: z.string(),
  title: z.string(),
  own: z.array(Named),
  least: z.number().int().meta({ description: "Backups of the duty that has the fewest." }),
  duties: z.array(StandInDuty),
});
export type StandInExecutive = z.infer<typeof StandInExecutive>;

/** Who could step in at the executives of a pool on a day, the executives with the fewest first. */
export const StandInsView = z.strictObject({
  on: DayText,
  executives: z.array(StandInExecutive),
  total: z.number().int(),
  nextPage: z.number().int().nullable(),
  without: z.number().int().meta({ description: "Executives of the pool with a duty without a backup." }),
  withOne: z.number().int().meta({ description: "Executives with a duty that depends on one person." }),
  dependences: z.array(
    z.strictObject({
      assistantId: z.uuid(),
      name: z.string(),
      alone: z.array(Named).meta({ description: "Own executives with a duty without a backup." }),
      onlyStandIn: z.array(Named).meta({ description: "Executives whose only backup is this person." }),
    }),
  ),
});
export type StandInsView = z.infer<typeof StandInsView>;
