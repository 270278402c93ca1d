import "server-only";
import { z } from "zod";
import type { Person } from "@/lib/actor";
import { PresenceInput, type Present } from "./schema";

/** A tab says every six seconds that it is still there. */
const GONE_AFTER_MS = 15_000;
const MOST_TABS = 5_000;
const MOST_TABS_OF_ONE = 8;

/** What a process tells all of them of one tab of a manager. */
const Told = z.strictObject({ ...PresenceInput.shape, userId: z.uuid(), name: z.string() });

/** A manager's tab, in the words in which processes tell each other. */
export function presenceText({ userId, name }: Person, input: PresenceInput): string {
  return JSON.stringify({ ...input, userId, name: name.slice(0, 200) } satisfies z.input<typeof Told>);
}

/** Who looks at which week of a pool on which page, as this process has heard it. */
export type PresenceBook = {
  /** Takes down what was told; answers the pools in which somebody comes, goes or opens another row. */
  note: (text: string, now: number) => string[];
  /** Forgets those who have not been heard of; answers the pools they were in. */
  sweep: (now: number) => string[];
  /** The others in a manager's pools, each once a page. */
  othersFor: (person: Person) => Present[];
};

type Tab = Present & { until: number };

export function openPresenceBook(): PresenceBook {
  const tabs = new Map<string, Tab>();

  function note(text: string, now: number): string[] {
    const told = Told.safeParse(jsonOf(text));
    if (!told.success) return [];
    const { tab, isLeaving, ...place } = told.data;
    const key = `${place.userId} ${tab}`;
    const before = tabs.get(key);
    tabs.delete(key);
    if (!isLeaving && hasRoom(place.userId)) tabs.set(key, { ...place, until: now + GONE_AFTER_MS });
    const isSame = before && tabs.has(key) && placeOf(before) === placeOf(place);
    return isSame ? [] : [...new Set([place.poolId, ...(before ? [before.poolId] : [])])];
  }

  function hasRoom(userId: string): boolean {
    const own = [...tabs.values()].filter((tab) => tab.userId === userId).length;
    return own < MOST_TABS_OF_ONE && tabs.size < MOST_TABS;
  }

  function sweep(now: number): string[] {
    const gone = [...tabs].filter(([, tab]) => tab.until <= now);
    for (const [key] of gone) tabs.delete(key);
    return [...new Set(gone.map(([, tab]) => tab.poolId))];
  }

  function othersFor({ userId, managedPoolIds }: Person): Present[] {
    const others = [...tabs.values()].filter(
      (tab) => tab.userId !== userId && managedPoolIds.includes(tab.poolId),
    );
    return [...new Map(others.map(({ until: _, ...present }) => [placeOf(present), present])).values()];
  }

  return { note, sweep, othersFor };
}

function placeOf({ userId, page, poolId, week, executiveId }: Present): string {
  return [userId, page, poolId, week, executiveId].join(" ");
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
