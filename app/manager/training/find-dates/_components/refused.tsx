"use client";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { EmptyState } from "@/components/ui/layout/empty-state";

type RefusedProps = { refusal: { reason: string; details?: Record<string, unknown> } };

/** Why dates can't be looked for. */
export function Refused({ refusal: { reason, details } }: RefusedProps) {
  const words = useRefusalWords();
  return <EmptyState>{words({ reason, ...(details && { details }) })}</EmptyState>;
}
