import { z } from "zod";

const MOST_POOLS = 500;

/** All the pools an account is to lead. */
export const LeadPoolsInput = z.strictObject({
  userId: z.uuid(),
  poolIds: z.array(z.uuid()).max(MOST_POOLS).default([]),
});
export type LeadPoolsInput = z.infer<typeof LeadPoolsInput>;

/** A pool, and whether the account leads it. */
export const PoolLed = z.strictObject({ id: z.uuid(), name: z.string(), isLed: z.boolean() });
export type PoolLed = z.infer<typeof PoolLed>;
