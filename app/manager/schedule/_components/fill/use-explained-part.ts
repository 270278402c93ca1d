"use client";
import { useEffect, useState } from "react";
import { readApi } from "@/components/api/read-api";
import type { ExplainedFillView, FillView } from "@/lib/schedules/fills/schema";

type State = ExplainedFillView | "asking" | "failed";

/** The explanation of a hole or a proposed shift of a fill, as it stands; asked for while `isAsked`. */
export function useExplainedPart(
  { id, version }: Pick<FillView, "id" | "version">,
  { kind, index }: { kind: "hole" | "shift"; index: number },
  isAsked = true,
): State {
  const [heard, setHeard] = useState<{ key: string; state: State } | null>(null);
  const key = `${id} ${version} ${kind} ${index}`;
  useEffect(() => {
    if (!isAsked) return;
    const abort = new AbortController();
    const asked = new URLSearchParams({ kind, index: String(index) });
    readApi<ExplainedFillView>(`/schedules/fill/${id}/explanation?${asked}`, abort.signal)
      .then((part) => setHeard({ key, state: part.version === version ? part : "failed" }))
      .catch(() => abort.signal.aborted || setHeard({ key, state: "failed" }));
    return () => abort.abort();
  }, [isAsked, id, version, kind, index, key]);
  return heard?.key === key ? heard.state : "asking";
}
