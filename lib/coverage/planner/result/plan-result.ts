export type PlanMode = "repair" | "optimise";

export type PlanStatus = "optimal" | "bounded" | "heuristic" | "cancelled";

/** One assistant serving one episode in the slots [from, to). */
export type Assignment = { episodeId: string; from: number; to: number; assistantId: string };

/** Why a slot stays uncovered; screens hold the words. */
export const UNCOVERED_REASONS = [
  "no_candidates",
  "none_at_work",
  "none_with_enough_time",
  "time_held_by_others",
  "weighs_nothing",
] as const;
export type UncoveredReason = (typeof UNCOVERED_REASONS)[number];

export type Uncovered = { episodeId: string; slot: number; minutes: number; reasons: UncoveredReason[] };

/** All parts are costs, lower is better; quality is the sum of misfit, pieces, fairness and change. */
export type PlanScore = {
  uncoveredWeight: number;
  misfit: number;
  pieces: number;
  fairness: number;
  change: number;
  quality: number;
};

export type PlanResult = {
  status: PlanStatus;
  assignments: Assignment[];
  uncovered: Uncovered[];
  score: PlanScore;
  lowerBound: { uncoveredWeight: number; quality: number } | null;
  gap: number | null;
  inputHash: string;
  solverVersion: string;
  elapsedMs: number;
};

export type PlanProgress = {
  stage: "uncovered" | "search" | "bound" | "proof";
  uncoveredWeight: number;
  quality: number | null;
  bound: number | null;
  /** The best plan so far, whole and verifiable, where there is a new one. */
  plan?: PlanResult;
};

/**
 * What a planner may spend. `ms` counts on the injected `now`; without it only iterations and shouldStop end the
 * search, and equal seed and iterations give equal plans.
 */
export type PlanOptions = {
  seed: number;
  budget: { iterations?: number; ms?: number };
  mode: PlanMode;
  /** "none" plans without HiGHS, as where its WebAssembly fails: by search alone, status "heuristic". */
  solver?: "highs" | "none";
  now?: () => number;
  shouldStop?: () => boolean;
  onProgress?: (progress: PlanProgress) => void;
};
