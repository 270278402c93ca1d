"use client";
import { useEffect, useState } from "react";
import type { PaletteItem, PaletteSearch } from "./shell-types";

const WAIT_MS = 180;

type Found = { query: string; items: PaletteItem[]; failed: boolean };

/** Asks the search when typing pauses; an answer to older words is dropped. */
export function usePaletteSearch(query: string, search: PaletteSearch | undefined) {
  const [found, setFound] = useState<Found>({ query: "", items: [], failed: false });
  const words = query.trim();

  useEffect(() => {
    if (!search || words.length < 2) return;
    let isStale = false;
    function keep(next: Found) {
      if (!isStale) setFound(next);
    }
    const timer = setTimeout(() => {
      search(words).then(
        (items) => keep({ query: words, items, failed: false }),
        () => keep({ query: words, items: [], failed: true }),
      );
    }, WAIT_MS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [words, search]);

  const isAsking = Boolean(search) && words.length >= 2 && found.query !== words;
  const items = words.length >= 2 ? found.items : [];
  return { items, isAsking, failed: found.failed && found.query === words };
}
