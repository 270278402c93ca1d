import { idsOfEvent } from "@/lib/live/rules-topics";
import type { LiveEvent } from "@/lib/live/schema";
import { openWatched, type Watched } from "./watched";

const SHOWN_MS = 6_000;

/** Who changed something lately, where that may be told, and when this tab heard of it. */
export type Change = { by: string | null; at: number };

/** What others changed in the last seconds, by the id of the executive, assistant or record. */
export type Changes = Watched<ReadonlyMap<string, Change>>;

export function openChanges(): Changes & { note: (event: LiveEvent) => void } {
  const changes = openWatched<ReadonlyMap<string, Change>>(new Map());

  function note(event: LiveEvent): void {
    const change = { by: event.by, at: Date.now() };
    const ids = idsOfEvent(event);
    if (event.isOwn || ids.length === 0) return;
    changes.set(new Map([...changes.get(), ...ids.map((id) => [id, change] as const)]));
    setTimeout(() => changes.set(new Map([...changes.get()].filter(([, one]) => one !== change))), SHOWN_MS);
  }

  return { ...changes, note };
}
