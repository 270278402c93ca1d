import type { Day } from "@/lib/time/day";

/** A stretch of days, both included; no end means until further notice. */
export type Term = { from: Day; to: Day | null };

/** The duties support names, each once and in one order; none named is all of the executive's. */
export function dutySetOf(dutyIds: readonly string[]): string[] {
  return [...new Set(dutyIds)].sort();
}

/** The duties two lists have in common, where none named is all of them: empty for all, null for none. */
export function sharedDuties(a: readonly string[], b: readonly string[]): string[] | null {
  if (a.length === 0 || b.length === 0) return [...(a.length === 0 ? b : a)];
  const shared = a.filter((id) => b.includes(id));
  return shared.length > 0 ? shared : null;
}

/** True when support is for a duty. */
export function isForDuty(support: { dutyIds: readonly string[] }, dutyId: string): boolean {
  return support.dutyIds.length === 0 || support.dutyIds.includes(dutyId);
}

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
