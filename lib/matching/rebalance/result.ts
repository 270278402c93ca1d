import type { Limits } from "@/lib/solver/stopping";

/** A desk whose assistant would be another. */
export type DeskMove = { deskId: string; from: string | null; to: string | null };

/** The best that so many changes can reach; `bound` is the most value that could still be reached with them. */
export type CurvePoint = {
  changes: number;
  used: number;
  overload: number;
  value: number;
  bound: number;
  isProven: boolean;
  moves: DeskMove[];
};

/**
 * Who supports whom with at most `mostChanges` changes: no desk without an assistant where one is possible, then the fewest minutes
 * over capacities, then the highest Σ weight × fit, then the fewest changes. Where not even the changes that must be are allowed, it
 * is "impossible", and `leastChanges` names how many there must be.
 */
export type RebalanceResult = {
  status: "optimal" | "bounded" | "cancelled" | "impossible";
  leastChanges: number;
  assignment: { deskId: string; assistantId: string | null }[];
  moves: DeskMove[];
  unassigned: number;
  overload: number;
  value: number;
  bound: { overload: number; value: number };
  /** Whether nothing better exists, or how much better could at most, as a share of the value. */
  certificate: { isProven: boolean; gap: number };
  curve: CurvePoint[];
  inputHash: string;
  solverVersion: string;
  elapsedMs: number;
};

/** What a rebalance may spend, and who hears of each point of the curve. "none" is for where HiGHS can't be loaded. */
export type RebalanceOptions = Limits & {
  solver?: "highs" | "none";
  pairsAtOnce?: number;
  onPoint?: (point: CurvePoint) => void;
};
