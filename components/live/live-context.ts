"use client";
import { createContext, useContext, useEffect, useSyncExternalStore } from "react";
import type { LiveTopic } from "@/lib/live/rules-topics";
import type { Present } from "@/lib/live/schema";
import type { Change, Changes } from "./changes";
import type { Watched } from "./watched";

/** What a page reads of others' doings. */
export type LiveValue = {
  /** Has the page drawn anew whenever others change the topic. */
  follow: (topic: LiveTopic) => () => void;
  changes: Changes;
  present: Watched<readonly Present[]>;
};

const NOTHING = new Map<string, Change>();
const NOBODY: readonly Present[] = [];
const still = () => () => {};

/** Where nothing is live: outside the frame of a signed-in page, and in tests of a part. */
const STILL: LiveValue = {
  follow: still,
  changes: { get: () => NOTHING, subscribe: still },
  present: { get: () => NOBODY, subscribe: still },
};

export const LiveContext = createContext<LiveValue>(STILL);

/** Follows a topic for as long as the component is there: the page is drawn anew whenever others change it. */
export function useLive(topic: LiveTopic): void {
  const { follow } = useContext(LiveContext);
  const words = JSON.stringify(topic);
  useEffect(() => follow(JSON.parse(words) as LiveTopic), [follow, words]);
}

/** What others changed of one thing in the last six seconds; only a change of it draws the component anew. */
export function useRecentChange(id: string): Change | undefined {
  const { changes } = useContext(LiveContext);
  const get = () => changes.get().get(id);
  return useSyncExternalStore(changes.subscribe, get, () => undefined);
}

/** The other managers on the boards of the reader's pools. */
export function usePresent(): readonly Present[] {
  const { present } = useContext(LiveContext);
  return useSyncExternalStore(present.subscribe, present.get, () => NOBODY);
}
