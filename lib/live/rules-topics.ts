import type { LiveEvent, LiveKind } from "./schema";

/** What a page shows, so that it follows what concerns it; what is left out may be anything. */
export type LiveTopic = {
  kinds: readonly LiveKind[];
  poolIds?: readonly string[];
  /** Executives, assistants or records that the page is about. */
  ids?: readonly string[];
  from?: string;
  to?: string;
};

/** Whether a page that shows a topic shows something old after an event. */
export function isConcerned({ kinds, poolIds, ids, from, to }: LiveTopic, event: LiveEvent): boolean {
  if (event.kind === "everything") return true;
  if (!kinds.includes(event.kind)) return false;
  if (poolIds && event.poolIds.length > 0 && !shares(poolIds, event.poolIds)) return false;
  const named = idsOfEvent(event);
  if (ids && named.length > 0 && !shares(ids, named)) return false;
  return !(from && event.to && event.to < from) && !(to && event.from && event.from > to);
}

/** Every row that an event is about, by the id of its executive, assistant or record. */
export function idsOfEvent({ executiveIds, assistantIds, recordIds }: LiveEvent): string[] {
  return [...executiveIds, ...assistantIds, ...recordIds];
}

function shares(some: readonly string[], others: readonly string[]): boolean {
  return some.some((id) => others.includes(id));
}
