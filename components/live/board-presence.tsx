"use client";
import { Presence } from "./presence";
import { usePresence } from "./use-presence";

type BoardPresenceProps = { poolId: string; week: string };

/** Says that its reader looks at a week of a pool's board, and who else does. */
export function BoardPresence({ poolId, week }: BoardPresenceProps) {
  return <Presence present={usePresence({ poolId, week, executiveId: null })} withWords />;
}
