"use client";
import { useRouter } from "next/navigation";
import { startTransition, useEffect, useState } from "react";
import { readApi } from "@/components/api/read-api";
import type { FillView } from "@/lib/schedules/fills/schema";

const WAIT_MS = 400;

/** Follows a fill while it goes on, and quietly reads the page anew once it has ended. */
export function useFill(served: FillView | null): FillView | null {
  const router = useRouter();
  const [heard, setHeard] = useState(served);
  const id = served?.id;
  const goesOn = served?.status === "running";

  useEffect(() => {
    if (!id || !goesOn) return;
    const abort = new AbortController();
    let timer = setTimeout(ask, WAIT_MS);
    async function ask() {
      const fill = await readApi<FillView>(`/schedules/fill/${id}`, abort.signal).catch(() => null);
      if (abort.signal.aborted) return;
      if (fill) setHeard(fill);
      if (fill && fill.status !== "running") startTransition(() => router.refresh());
      else timer = setTimeout(ask, WAIT_MS);
    }
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [id, goesOn, router]);

  return goesOn && heard?.id === id ? heard : served;
}
