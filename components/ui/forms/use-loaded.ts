"use client";
import { useEffect, useState } from "react";

const loaded = new Map<() => Promise<unknown>, unknown>();

/** A part of the program that is fetched when it is first wanted; null until it is there, or for as long as it can't be had. */
export function useLoaded<T>(load: () => Promise<T>, isWanted: boolean): T | null {
  const [part, setPart] = useState<{ value: T } | null>(null);
  const known = loaded.get(load) as T | undefined;
  useEffect(() => {
    if (!isWanted || known !== undefined) return;
    let isHere = true;
    load().then(
      (value) => {
        loaded.set(load, value);
        if (isHere) setPart({ value });
      },
      () => {},
    );
    return () => {
      isHere = false;
    };
  }, [load, isWanted, known]);
  return isWanted ? (known ?? part?.value ?? null) : null;
}
