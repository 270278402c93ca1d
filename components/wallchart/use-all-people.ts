import { useCallback, useEffect, useState } from "react";
import type { WallchartView } from "@/lib/absences/wallchart/schema";

/** The first rows at once, and everybody as soon as they have come; not asked for on phones, which show a list instead. */
export function useAllPeople(first: WallchartView, source: string | null) {
  const [all, setAll] = useState<{ source: string; view: WallchartView } | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new try reads the same address again, and new first rows mean that something has changed
  useEffect(() => {
    if (!source || !window.matchMedia("(width >= 48rem)").matches) return;
    const stop = new AbortController();
    setFailed(false);
    fetch(source, { signal: stop.signal })
      .then(async (answer) => {
        if (!answer.ok) throw new Error(`answered ${answer.status}`);
        setAll({ source, view: (await answer.json()) as WallchartView });
      })
      .catch(() => {
        if (!stop.signal.aborted) setFailed(true);
      });
    return () => stop.abort();
  }, [source, tries, first]);

  const retry = useCallback(() => setTries((count) => count + 1), []);
  return { view: source && all?.source === source ? all.view : first, hasFailed, retry };
}
