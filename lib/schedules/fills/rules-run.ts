import { z } from "zod";
import { DayText } from "@/lib/assistants/schema";
import type { RunKind } from "@/lib/runs/rules";
import type { Day } from "@/lib/time/day";
import { FillResultView, ProposedShiftView } from "./schema";

const Asked = {
  ...{ poolId: z.uuid(), from: DayText, to: DayText },
  roleIds: z.array(z.uuid()).nullable().default(null),
};

/** What a fill is about, and how far it is. */
const FillProgress = z.object({ ...Asked, stage: z.enum(["waiting", "first", "search", "unmet", "cost"]) });
export type FillProgress = z.infer<typeof FillProgress>;

/** What a fill found, and the fingerprint of the question it answers. */
const StoredFill = z.object({
  ...Asked,
  inputHash: z.string(),
  found: FillResultView,
  version: z.number().int().default(1),
  /** Shifts that a manager decided on to fill a hole. */
  extras: z.array(ProposedShiftView).default([]),
});
export type StoredFill = z.infer<typeof StoredFill>;

/** Filling days of a pool; by pool and days. */
export const FILL_RUN: RunKind<FillProgress, StoredFill> = {
  name: "schedule_fill",
  progress: FillProgress,
  result: StoredFill,
};

/** How the keys of the runs that fill days of a pool begin. */
export function fillKeyStart(poolId: string): string {
  return `${poolId} `;
}

/** The key of the run that fills these days. */
export function fillKey(poolId: string, from: Day | string, to: Day | string): string {
  return `${fillKeyStart(poolId)}${from} ${to}`;
}
