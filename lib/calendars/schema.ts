import { z } from "zod";

export const FEED_KINDS = ["assistant", "executive", "pool"] as const;
export type FeedKind = (typeof FEED_KINDS)[number];

/** Which of one's calendars gets a new secret address; the pool is named where the calendar is a pool's. */
export const MakeFeedInput = z.strictObject({ kind: z.enum(FEED_KINDS), poolId: z.uuid().optional() });
export type MakeFeedInput = z.infer<typeof MakeFeedInput>;

export const RemoveFeedInput = z.strictObject({ id: z.uuid() });
export type RemoveFeedInput = z.infer<typeof RemoveFeedInput>;

/** A calendar one may subscribe to; without an id it has no address yet. */
export const FeedView = z.strictObject({
  id: z.uuid().nullable(),
  kind: z.enum(FEED_KINDS),
  poolId: z.uuid().nullable(),
  name: z.string().meta({ description: "Your own name, or the pool's." }),
  renewedAt: z.date().nullable(),
  lastReadAt: z.date().nullable(),
});
export type FeedView = z.infer<typeof FeedView>;

/** A new address in clear: it is shown this once. */
export type NewFeed = { id: string; kind: FeedKind; token: string };
