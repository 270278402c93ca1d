"use client";
import { useEffect, useRef, useState } from "react";
import type { Area } from "./areas";
import type { FoundItem } from "./shell-types";

const WAIT_MS = 90;
const SHORTEST = 2;

type Found = { typed: string; items: FoundItem[]; failed: boolean };

const NOTHING: Found = { typed: "", items: [], failed: false };

/** Asks the search when typing pauses. What was found last stays until there is more to show; an answer to older words is dropped. */
export function useFound(area: Area, query: string) {
  const [found, setFound] = useState(NOTHING);
  const known = useRef(new Map<string, FoundItem[]>());
  const typed = query.trim();
  const isAsked = typed.length >= SHORTEST;

  useEffect(() => {
    if (!isAsked) return setFound(NOTHING);
    const items = known.current.get(typed);
    if (items) return setFound({ typed, items, failed: false });
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await ask(area, typed, stop.signal);
      if (stop.signal.aborted) return;
      if (answer) known.current.set(typed, answer);
      setFound((last) => ({ typed, items: answer ?? last.items, failed: !answer }));
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [area, typed, isAsked]);

  return { ...found, isAsking: isAsked && found.typed !== typed };
}

async function ask(area: Area, q: string, signal: AbortSignal): Promise<FoundItem[] | null> {
  try {
    const response = await fetch(`/api/search?${new URLSearchParams({ area, q })}`, { signal });
    return response.ok ? ((await response.json()) as { items: FoundItem[] }).items : null;
  } catch {
    return null;
  }
}
