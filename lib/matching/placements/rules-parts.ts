import { dutyPoints, sitePoints } from "@/lib/matching/rules-parts";
import type { FitPart } from "@/lib/matching/weights/rules";
import type { PlacementFacts } from "./rules-facts";

/** Points 0–100 of a part; or that nobody asks for it, or that too little is known to say. */
export type PartPoints = number | "not_known" | "not_asked";

/** One level below what is needed can be learnt. */
const TRAINABLE = 35;
const TOO_LITTLE = 25;
const TOO_MUCH = 10;
const POINTS_PER_HALF_DAY = 10;
const FEWEST_RATINGS = 2;
const HIGHEST_RATING = 5;

/** Each part of a fit from its facts, every one by a rule that fits in a sentence. */
export const PART_POINTS: Record<FitPart, (facts: PlacementFacts) => PartPoints> = {
  duties: ({ duties, skillsOnRecord }) => {
    const points = dutyPoints(duties, TRAINABLE);
    if (points === null) return "not_asked";
    return skillsOnRecord === 0 ? "not_known" : points;
  },
  hours: ({ supportMinutes, sharedMinutes }) =>
    supportMinutes === 0 ? "not_asked" : share(sharedMinutes, supportMinutes),
  styles: stylePoints,
  wishes: ({ wishes }) => (wishes.length === 0 ? "not_asked" : share(sumOf(wishes), wishes.length)),
  outcomes: ({ ratings }) =>
    ratings.length < FEWEST_RATINGS
      ? "not_known"
      : share(sumOf(ratings) - ratings.length, ratings.length * (HIGHEST_RATING - 1)),
  languages: ({ languages }) =>
    languages.length === 0 ? "not_asked" : share(languages.filter(isSpoken).length, languages.length),
  place: ({ isSameSite }) => sitePoints(isSameSite === 1),
  experience: ({ yearsAsked, yearsHeld }) => {
    if (!yearsAsked) return "not_asked";
    return yearsHeld === null ? "not_known" : Math.min(100, share(yearsHeld, yearsAsked));
  },
  familiarity: ({ halfDaysCovered, hasBeenPrimary }) =>
    hasBeenPrimary ? 100 : Math.min(100, POINTS_PER_HALF_DAY * halfDaysCovered),
};

/** True for a language that is held at the level needed. */
export function isSpoken({ needed, held }: PlacementFacts["languages"][number]): boolean {
  return held >= needed;
}

/** Each step too little costs 25, each too much 10; weighed by importance; not known where more than half of it is unrated. */
function stylePoints({ styles }: PlacementFacts): PartPoints {
  const asked = sumOf(styles.map(({ importance }) => importance));
  if (asked === 0) return "not_asked";
  let [known, points] = [0, 0];
  for (const { asked: level, rated, importance } of styles) {
    if (rated === null) continue;
    known += importance;
    points += importance * Math.max(0, 100 - stepCost(rated - level));
  }
  return 2 * known < asked ? "not_known" : Math.round(points / known);
}

function stepCost(steps: number): number {
  return steps < 0 ? -steps * TOO_LITTLE : steps * TOO_MUCH;
}

function share(part: number, whole: number): number {
  return Math.round((100 * part) / whole);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
