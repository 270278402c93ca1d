import { hasJustActed } from "@/components/ui/forms/own-actions";
import { isConcerned, type LiveTopic } from "@/lib/live/rules-topics";
import type { LiveEvent, LiveMessage, Present } from "@/lib/live/schema";
import { openChanges } from "./changes";
import type { LiveValue } from "./live-context";
import { openWatched } from "./watched";

/** What is to be drawn anew, and who did it where that may be told. */
export type Redrawn = { by: string | null };

/** What a tab knows of others' doings, and who follows which. */
export type LiveStore = {
  value: LiveValue;
  /** Takes a message; answers whether the page shows something old by it. */
  take: (message: LiveMessage) => Redrawn | null;
  /** The page has been drawn anew: what was changed is marked on it now. */
  show: () => void;
};

export function openLiveStore(): LiveStore {
  const topics = new Set<{ topic: LiveTopic }>();
  const changes = openChanges();
  const present = openWatched<readonly Present[]>([]);
  let waiting: LiveEvent[] = [];

  function takeChange(event: LiveEvent): Redrawn | null {
    if (event.isOwn && hasJustActed()) return null;
    if (![...topics].some(({ topic }) => isConcerned(topic, event))) return null;
    waiting.push(event);
    return { by: event.isOwn ? null : event.by };
  }

  function take(message: LiveMessage): Redrawn | null {
    if (message.type === "change") return takeChange(message.event);
    if (message.type === "notices") return { by: null };
    if (message.type === "present") present.set(message.present);
    return null;
  }

  function follow(topic: LiveTopic): () => void {
    const followed = { topic };
    topics.add(followed);
    return () => void topics.delete(followed);
  }

  return {
    take,
    show: () => {
      for (const event of waiting) changes.note(event);
      waiting = [];
    },
    value: { follow, changes, present },
  };
}
