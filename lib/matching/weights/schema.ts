import { z } from "zod";
import { FIT_PARTS, type FitPart, MOST_WEIGHT } from "./rules";

type Shape = Record<FitPart, z.ZodCoercedNumber>;
const Weight = z.coerce.number().int().min(0).max(MOST_WEIGHT);

/** Weights in percent, as they stand in an address, a form or the API. */
export const FitWeightsInput = z.strictObject(
  Object.fromEntries(FIT_PARTS.map((part) => [part, Weight])) as Shape,
);

/** What counts in a pool from now on; version 0 where nobody has changed it yet. */
export const SetFitWeightsInput = FitWeightsInput.extend({
  poolId: z.uuid(),
  version: z.coerce
    .number()
    .int()
    .min(0)
    .meta({ description: "The version that was read; another one by then is refused." }),
});
export type SetFitWeightsInput = z.infer<typeof SetFitWeightsInput>;

export const PoolFitInput = z.strictObject({ poolId: z.uuid() });

/** How much each part of a fit counts in a pool, in percent. */
export const FitWeightsView = z.strictObject({
  poolId: z.uuid(),
  ...(Object.fromEntries(FIT_PARTS.map((part) => [part, z.number().int()])) as Record<FitPart, z.ZodInt>),
  version: z.number().int(),
});
export type FitWeightsView = z.infer<typeof FitWeightsView>;
