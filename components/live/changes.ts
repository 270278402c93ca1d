import { idsOfEvent } from "@/lib/live/rules-topics";
import type { LiveEvent } from "@/lib/live/schema";

const SHOWN_MS = 6_000;

/** Who changed something lately, where that may be told, and when this tab heard of it. */
export type Change = { by: string | null; at: number };

/** What others changed in the last seconds, by the id of the executive, assistant or record. */
export type Changes = {
  note: (event: LiveEvent) => void;
  all: () => ReadonlyMap<string, Change>;
  subscribe: (listener: () => void) => () => void;
};

export function openChanges(): Changes {
  let changes: ReadonlyMap<string, Change> = new Map();
  const listeners = new Set<() => void>();

  function become(next: ReadonlyMap<string, Change>): void {
    changes = next;
    for (const listener of listeners) listener();
  }

  function note(event: LiveEvent): void {
    const change = { by: event.by, at: Date.now() };
    const ids = idsOfEvent(event);
    if (event.isOwn || ids.length === 0) return;
    become(new Map([...changes, ...ids.map((id) => [id, change] as const)]));
    setTimeout(() => become(new Map([...changes].filter(([, one]) => one !== change))), SHOWN_MS);
  }

  return {
    note,
    all: () => changes,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
