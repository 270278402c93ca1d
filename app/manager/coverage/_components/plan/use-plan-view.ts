"use client";
import { useEffect, useState } from "react";
import { readApi } from "@/components/api/read-api";
import type { PlanView } from "@/lib/coverage/plans/queries";

/** A plan as it is at a version; while a better one is read, the one before stands. */
export function usePlanView(planId: string, version: number): PlanView | "loading" | "failed" {
  const [view, setView] = useState<PlanView | "loading" | "failed">("loading");
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is what is read anew
  useEffect(() => {
    const abort = new AbortController();
    readApi<PlanView>(`/coverage/plans/${planId}`, abort.signal)
      .then(setView)
      .catch(() => !abort.signal.aborted && setView((before) => (before === "loading" ? "failed" : before)));
    return () => abort.abort();
  }, [planId, version]);
  return view;
}
