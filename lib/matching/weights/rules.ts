/** What a placement is weighed by, in the order it is read. */
export const FIT_PARTS = [
  "duties",
  "hours",
  "styles",
  "wishes",
  "outcomes",
  "languages",
  "place",
  "experience",
  "familiarity",
] as const;
export type FitPart = (typeof FIT_PARTS)[number];

/** How much each part counts, in percent. */
export type FitWeights = Readonly<Record<FitPart, number>>;

export const MOST_WEIGHT = 60;
export const WHOLE_WEIGHT = 100;

/** What counts in a pool that has said nothing else. */
export const USUAL_WEIGHTS: FitWeights = {
  duties: 30,
  hours: 15,
  styles: 15,
  wishes: 10,
  outcomes: 10,
  languages: 5,
  place: 5,
  experience: 5,
  familiarity: 5,
};

/** The sum of some weights; that of a pool is 100. */
export function sumOfWeights(weights: FitWeights): number {
  return FIT_PARTS.reduce((sum, part) => sum + weights[part], 0);
}
