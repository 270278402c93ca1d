"use client";
import { useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { ORDERS, type Show } from "@/app/manager/coverage/board-address";

const WRITTEN_AFTER_MS = 300;

/** Which lines are shown and how, kept in the address without asking the server. */
export function useShow() {
  const params = useSearchParams();
  const [show, set] = useState<Show>(() => ({
    by: ORDERS.find((order) => order === params.get("by")) ?? "department",
    query: params.get("q") ?? "",
    onlyGaps: params.get("gaps") === "1",
  }));

  useEffect(() => {
    const timer = setTimeout(() => {
      writeAddress({
        by: show.by === "department" ? "" : show.by,
        q: show.query,
        gaps: show.onlyGaps ? "1" : "",
      });
    }, WRITTEN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [show]);

  return { show, setShow: (change: Partial<Show>) => set((before) => ({ ...before, ...change })) };
}

/** Writes parts of the address in place; an empty one is left out. */
export function writeAddress(parts: Record<string, string>): void {
  const params = new URLSearchParams(window.location.search);
  for (const [name, value] of Object.entries(parts)) {
    if (value) params.set(name, value);
    else params.delete(name);
  }
  const text = params.toString();
  if (text === window.location.search.slice(1)) return;
  window.history.replaceState(null, "", text ? `?${text}` : window.location.pathname);
}
