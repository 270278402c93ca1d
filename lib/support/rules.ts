import type { Day } from "@/lib/time/day";

/** A stretch of days, both included; no end means until further notice. */
export type Term = { from: Day; to: Day | null };

/** Whether support is over, in force, or yet to come on a day. */
export function phaseOf(term: { from: string; to: string | null }, on: Day): "past" | "current" | "upcoming" {
  if (term.from > on) return "upcoming";
  return term.to !== null && term.to < on ? "past" : "current";
}

const PHASES = ["current", "upcoming", "past"] as const;
const ROLES = ["primary", "shared", "backup"] as const;

type Named = { from: string; to: string | null; role: (typeof ROLES)[number]; rank: number };

/** Support as an executive is read: who is there now, then who comes, then who was; primaries first, backups in their order. */
export function inExecutiveOrder<S extends Named>(support: readonly S[], on: Day): S[] {
  const placeOf = (s: S) => [PHASES.indexOf(phaseOf(s, on)), ROLES.indexOf(s.role), s.rank];
  return [...support].sort((a, b) => {
    const [left, right] = [placeOf(a), placeOf(b)];
    const differing = left.findIndex((place, index) => place !== right[index]);
    return differing < 0 ? 0 : (left[differing] ?? 0) - (right[differing] ?? 0);
  });
}
