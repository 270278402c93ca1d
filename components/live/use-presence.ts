"use client";
import { useEffect, useState } from "react";
import type { PresencePage, Present } from "@/lib/live/schema";
import { usePresent } from "./live-context";

const SAY_EVERY_MS = 6_000;

type Place = { page: PresencePage; poolId: string; week: string; executiveId?: string | null };

/** Says that this tab looks at a week of a pool on a page, and with whose row open, for as long as it is in sight; answers who else does. */
export function usePresence({ page, poolId, week, executiveId = null }: Place): Present[] {
  const [tab] = useState(() => Math.random().toString(36).slice(2).padEnd(6, "0"));
  useEffect(() => {
    const say = (isLeaving: boolean) => {
      const body = JSON.stringify({ tab, page, poolId, week, executiveId, isLeaving });
      const headers = { "Content-Type": "application/json" };
      fetch("/api/events", { method: "POST", body, headers, keepalive: true }).catch(() => undefined);
    };
    const sayAgain = () => document.visibilityState === "visible" && say(false);
    const comeOrGo = () => say(document.visibilityState === "hidden");
    const leave = () => say(true);
    sayAgain();
    const timer = setInterval(sayAgain, SAY_EVERY_MS);
    document.addEventListener("visibilitychange", comeOrGo);
    window.addEventListener("pagehide", leave);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", comeOrGo);
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [tab, page, poolId, week, executiveId]);
  return usePresent().filter(
    (other) => other.page === page && other.poolId === poolId && other.week === week,
  );
}
