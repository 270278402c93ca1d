import { FIT_PARTS, type FitPart, type FitWeights } from "@/lib/matching/weights/rules";
import type { PlacementFacts } from "./rules-facts";
import { isSpoken, PART_POINTS, type PartPoints } from "./rules-parts";

/** What rules a placement out whatever the fit. A restriction is never named: it reads "not available for this executive". */
export const PLACEMENT_GATES = [
  "not_available",
  "not_hired_yet",
  "leaves_before",
  "language",
  "site",
  "no_shared_hours",
  "over_limit",
] as const;
export type PlacementGate = (typeof PLACEMENT_GATES)[number];

/** How an assistant and an executive fit for good: nine parts, their mean by weight, and how much of it is known. */
export type PlacementFit = {
  /** The mean of the known parts by their weights, rounded half up; 0 where none is known. */
  total: number;
  /** Known weight in percent of the weight that is asked for. */
  known: number;
  isKnownEnough: boolean;
  parts: Readonly<Record<FitPart, PartPoints>>;
  gates: readonly PlacementGate[];
  /** The two known parts with the most points, and the one with the least. */
  strongest: readonly FitPart[];
  weakest: FitPart | null;
};

/** A person of whom less than this share is known is not ranked. */
export const LEAST_KNOWN_PERCENT = 60;

/** The fit of a placement from its facts, as anybody can work it out again from the answer's own parts and weights. */
export function placementFit(facts: PlacementFacts, weights: FitWeights): PlacementFit {
  const parts = Object.fromEntries(FIT_PARTS.map((part) => [part, PART_POINTS[part](facts)])) as Record<
    FitPart,
    PartPoints
  >;
  const counted = FIT_PARTS.filter((part) => weights[part] > 0);
  const asked = counted.filter((part) => parts[part] !== "not_asked");
  const known = asked.flatMap((part) => {
    const points = parts[part];
    return typeof points === "number" ? [{ part, points }] : [];
  });
  const askedWeight = asked.reduce((sum, part) => sum + weights[part], 0);
  const knownWeight = known.reduce((sum, { part }) => sum + weights[part], 0);
  const points = known.reduce((sum, one) => sum + weights[one.part] * one.points, 0);
  const byPoints = known.toSorted((a, b) => b.points - a.points || weights[b.part] - weights[a.part]);
  return {
    total: knownWeight === 0 ? 0 : Math.round(points / knownWeight),
    known: askedWeight === 0 ? 0 : Math.round((100 * knownWeight) / askedWeight),
    isKnownEnough: askedWeight > 0 && 100 * knownWeight >= LEAST_KNOWN_PERCENT * askedWeight,
    parts,
    gates: gatesOf(facts),
    strongest: byPoints.slice(0, 2).map(({ part }) => part),
    weakest: byPoints.length > 2 ? (byPoints.at(-1)?.part ?? null) : null,
  };
}

/** Every reason that rules a placement out, never only the first. */
export function gatesOf(facts: PlacementFacts): PlacementGate[] {
  const { daysUntilHired, daysUntilLeft, supportMinutes, sharedMinutes } = facts;
  const closed: Record<PlacementGate, boolean> = {
    not_available: facts.isKeptApart === 1,
    not_hired_yet: daysUntilHired !== null && daysUntilHired > 0,
    leaves_before: daysUntilLeft !== null && daysUntilLeft < 0,
    language: !facts.languages.every(isSpoken),
    site: facts.isOnsite === 1 && facts.isSameSite === 0,
    no_shared_hours: supportMinutes > 0 && sharedMinutes === 0,
    over_limit: facts.loadAfter > facts.capacity && facts.loadAfter > facts.loadBefore,
  };
  return PLACEMENT_GATES.filter((gate) => closed[gate]);
}

/** Where a person stands in a list: ranked, too little known to be, or ruled out. */
export type PlacementGroup = "ranked" | "too_little_known" | "impossible";

export function groupOfFit({ gates, isKnownEnough }: PlacementFit): PlacementGroup {
  if (gates.length > 0) return "impossible";
  return isKnownEnough ? "ranked" : "too_little_known";
}

type Listed = { id: string; name: string; fit: PlacementFit; facts: Pick<PlacementFacts, "loadAfter"> };

const GROUPS: readonly PlacementGroup[] = ["ranked", "too_little_known", "impossible"];

/** By total, then what is known, then the lower load after, then name; those who can't be ranked after those who can. Equal input, equal order. */
export function rankPlacements<L extends Listed>(list: readonly L[], locale: string): L[] {
  const byName = new Intl.Collator(locale);
  const place = new Map(list.map((one) => [one.id, GROUPS.indexOf(groupOfFit(one.fit))]));
  return list.toSorted(
    (a, b) =>
      (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0) ||
      b.fit.total - a.fit.total ||
      b.fit.known - a.fit.known ||
      a.facts.loadAfter - b.facts.loadAfter ||
      byName.compare(a.name, b.name) ||
      (a.id < b.id ? -1 : 1),
  );
}
