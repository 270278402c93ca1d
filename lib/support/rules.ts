import type { Day } from "@/lib/time/day";

/** A stretch of days, both included; no end means until further notice. */
export type Term = { from: Day; to: Day | null };

/** True when two terms share a day. */
export function doTermsOverlap(a: Term, b: Term): boolean {
  return (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to);
}

/** Whether support is over, in force, or yet to come on a day. */
export function phaseOf(term: { from: string; to: string | null }, on: Day): "past" | "current" | "upcoming" {
  if (term.from > on) return "upcoming";
  return term.to !== null && term.to < on ? "past" : "current";
}
