"use client";
import { useRouter } from "next/navigation";
import { startTransition, useEffect, useState } from "react";
import { readApi } from "@/components/api/read-api";
import type { PlanRun } from "@/lib/coverage/plans/queries";

const FIRST_WAIT_MS = 150;
const LONGEST_WAIT_MS = 500;

/** Follows a plan's run while it goes on, often at first, and quietly reads the page anew when a better plan or its proof has come. */
export function usePlanRun(served: PlanRun): PlanRun {
  const router = useRouter();
  const [heard, setHeard] = useState(served);
  const { id, version, status, isSolving } = served;

  useEffect(() => {
    if (!isSolving) return;
    const abort = new AbortController();
    let wait = FIRST_WAIT_MS;
    let timer = setTimeout(ask, wait);
    async function ask() {
      const run = await readApi<PlanRun>(`/coverage/plans/${id}/run`, abort.signal).catch(() => null);
      if (abort.signal.aborted) return;
      if (run) setHeard(run);
      const isNews = run && (run.version !== version || run.status !== status || !run.isSolving);
      if (isNews) startTransition(() => router.refresh());
      wait = Math.min(LONGEST_WAIT_MS, 1.3 * wait);
      if (run?.isSolving !== false) timer = setTimeout(ask, wait);
    }
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [id, version, status, isSolving, router]);

  return isSolving && heard.id === id ? heard : served;
}
