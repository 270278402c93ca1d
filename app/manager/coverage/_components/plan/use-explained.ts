"use client";
import { useState } from "react";
import { readApi } from "@/components/api/read-api";
import type { PlanView } from "@/lib/coverage/plans/queries";
import type { ExplainedPart } from "@/lib/coverage/plans/queries-explanations";

type State = { status: "unasked" | "loading" | "failed" } | { status: "explained"; part: ExplainedPart };

/** The explanation of one cover or gap of a plan, asked for when somebody wants to read it. */
export function useExplained(plan: PlanView, kind: "cover" | "gap", index: number) {
  const [state, setState] = useState<State>({ status: "unasked" });
  function ask() {
    if (state.status === "loading" || state.status === "explained") return;
    setState({ status: "loading" });
    const asked = new URLSearchParams({ kind, index: String(index) });
    readApi<ExplainedPart>(`/coverage/plans/${plan.id}/explanation?${asked}`)
      .then((part) =>
        setState(part.version === plan.version ? { status: "explained", part } : { status: "failed" }),
      )
      .catch(() => setState({ status: "failed" }));
  }
  const isWaiting = state.status === "loading" || state.status === "unasked";
  return { ask, part: state.status === "explained" ? state.part : null, isWaiting };
}
