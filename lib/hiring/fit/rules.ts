import { criterionId } from "@/lib/hiring/interviews/rules";
import type { DutyProfile } from "@/lib/hiring/requisitions/rules";
import { medianMark } from "@/lib/hiring/scorecards/rules";
import { dutyPoints } from "@/lib/matching/rules-parts";
import type { FitPart, FitWeights } from "@/lib/matching/weights/rules";

/** The parts of a placement's fit that a stranger can have at all. */
export const CANDIDATE_PARTS = [
  "duties",
  "languages",
  "hours",
  "styles",
  "experience",
] as const satisfies FitPart[];
export type CandidatePart = (typeof CANDIDATE_PARTS)[number];

/** How a candidate fits what is asked, from what is known: it explains, and hides or ranks nobody. */
export type CandidateFit = {
  /** The mean of the known parts by their weights; null where nothing is known. */
  total: number | null;
  /** Known weight in percent of all that is asked for. */
  known: number;
  parts: { part: CandidatePart; weight: number; points: number | null; knownPercent: number }[];
};

/** A mark of so much for a language says that its level is held. */
const SPOKEN_FROM = 3;

type Marks = readonly { criterion: string; mark: number | null }[];

function medianOf(marks: Marks, criterion: string): number | null {
  return medianMark(
    marks.flatMap((one) => (one.criterion === criterion && one.mark !== null ? [one.mark] : [])),
  );
}

/**
 * The fit of a candidate by the parts and weights of a placement, duties by their minutes at the median of the marks: nothing below the
 * level that is asked for, 70 at it. What is not known is left out and said, never counted as nought.
 */
export function candidateFit(
  { duties, languages }: DutyProfile,
  marks: Marks,
  weights: FitWeights,
): CandidateFit {
  const rated = duties.flatMap(({ dutyId, level, minutesPerWeek }) => {
    const held = medianOf(marks, criterionId({ kind: "duty", key: dutyId }));
    return held === null ? [] : [{ minutes: minutesPerWeek, needed: level, held }];
  });
  const asked = duties.reduce((sum, { minutesPerWeek }) => sum + minutesPerWeek, 0);
  const ratedMinutes = rated.reduce((sum, { minutes }) => sum + minutes, 0);
  const spoken = languages.flatMap(({ language }) => {
    const mark = medianOf(marks, criterionId({ kind: "language", key: language }));
    return mark === null ? [] : [mark >= SPOKEN_FROM];
  });
  const percent = (part: number, whole: number) => (whole === 0 ? 0 : Math.round((100 * part) / whole));
  const found: Partial<Record<CandidatePart, { points: number | null; knownPercent: number }>> = {
    duties: { points: dutyPoints(rated, 0), knownPercent: percent(ratedMinutes, asked) },
    languages: {
      points: spoken.length === 0 ? null : percent(spoken.filter(Boolean).length, spoken.length),
      knownPercent: percent(spoken.length, languages.length),
    },
  };
  const isAsked = (part: CandidatePart) =>
    weights[part] > 0 && (part !== "languages" || languages.length > 0) && (part !== "duties" || asked > 0);
  const parts = CANDIDATE_PARTS.filter(isAsked).map((part) => {
    const { points = null, knownPercent = 0 } = found[part] ?? {};
    return { part, weight: weights[part], points, knownPercent };
  });
  const known = parts.flatMap(({ points, weight, knownPercent }) =>
    points === null ? [] : [{ points, weight, knownWeight: (weight * knownPercent) / 100 }],
  );
  const weight = known.reduce((sum, one) => sum + one.weight, 0);
  return {
    total:
      weight === 0 ? null : Math.round(known.reduce((sum, one) => sum + one.points * one.weight, 0) / weight),
    known: percent(
      known.reduce((sum, one) => sum + one.knownWeight, 0),
      parts.reduce((sum, one) => sum + one.weight, 0),
    ),
    parts,
  };
}
