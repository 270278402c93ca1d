import { fingerprintOfText } from "@/lib/solver/fingerprint";
import type { RebalanceProblem } from "./problem";

/** A fingerprint of all a document says. */
export function rebalanceHash(problem: RebalanceProblem): string {
  return fingerprintOfText(JSON.stringify(problem));
}
