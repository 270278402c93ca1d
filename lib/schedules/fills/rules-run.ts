import { z } from "zod";
import { DayText } from "@/lib/assistants/schema";
import type { RunKind } from "@/lib/runs/rules";
import type { Day } from "@/lib/time/day";
import { FillResultView } from "./schema";

const Asked = { poolId: z.uuid(), from: DayText, to: DayText };

/** What a fill is about, and how far it is. */
const FillProgress = z.object({ ...Asked, stage: z.enum(["waiting", "first", "search", "unmet", "cost"]) });
export type FillProgress = z.infer<typeof FillProgress>;

/** What a fill found, and the fingerprint of the question it answers. */
const StoredFill = z.object({ ...Asked, inputHash: z.string(), found: FillResultView });
export type StoredFill = z.infer<typeof StoredFill>;

/** Filling days of a pool; by pool and days. */
export const FILL_RUN: RunKind<FillProgress, StoredFill> = {
  name: "schedule_fill",
  progress: FillProgress,
  result: StoredFill,
};

/** The key of the run that fills these days. */
export function fillKey(poolId: string, from: Day | string, to: Day | string): string {
  return `${poolId} ${from} ${to}`;
}
