export type RosterStatus = "optimal" | "bounded" | "heuristic" | "cancelled" | "impossible";

/** One person working one shift. */
export type RosterAssignment = { personId: string; shift: string };

/** Heads that are missing in a stretch of a demand window. */
export type Unmet = { demandId: string; from: number; to: number; missing: number };

/**
 * All parts are costs, lower is better: unmet = Σ weight × missing heads × minutes; wishes are option costs and broken
 * wants. `cost` sums the parts after unmet, and unmet too where the document counts both as one.
 */
export type RosterScore = {
  unmet: number;
  wishes: number;
  hours: number;
  over: number;
  turns: number;
  change: number;
  cost: number;
};

/** A rule of a document that can't hold beside the others named with it. */
export type Contradiction = { personId: string; path: string };

export type RosterResult = {
  status: RosterStatus;
  assignments: RosterAssignment[];
  unmet: Unmet[];
  score: RosterScore;
  lowerBound: { unmet: number; cost: number } | null;
  /** What is still possible at most, as a share of the cost; null where the least unmet demand is not proven. */
  gap: number | null;
  conflict?: Contradiction[];
  inputHash: string;
  solverVersion: string;
  elapsedMs: number;
};

/** A better roster found on the way. */
export type RosterProgress = {
  stage: "first" | "search" | "unmet" | "cost";
  unmet: number;
  cost: number;
  bound: number | null;
  /** The roster itself, whole and verifiable. */
  best: RosterResult;
};

/**
 * What a roster may spend: `patience` is how many tries in a row may gain nothing. `ms` counts on the injected `now`;
 * without it equal seeds give equal rosters.
 */
export type RosterOptions = {
  seed: number;
  budget: { ms?: number; patience?: number };
  /** "none" searches without HiGHS, as where its WebAssembly fails: status "heuristic". */
  solver?: "highs" | "none";
  now?: () => number;
  shouldStop?: () => boolean;
  onProgress?: (progress: RosterProgress) => void;
};
