export const VERDICTS = ["no", "rather_no", "rather_yes", "yes"] as const;
export type ScorecardVerdict = (typeof VERDICTS)[number];

/** A card is due a day after its interview ends. */
export const DUE_MS = 24 * 3_600_000;

/** What one member of a panel judged; `mark` is null where it was not seen. */
export type CardMark = { criterion: string; mark: number | null; evidence: string };

export type Card = {
  userId: string;
  verdict: ScorecardVerdict | null;
  sentAt: Date | null;
  marks: readonly CardMark[];
};

/** The mean of each thing that is judged over those who saw it, in tenths; null where nobody did. A blank never counts as nought. */
export function meansOf(
  cards: readonly Pick<Card, "marks">[],
  criteria: readonly string[],
): { criterion: string; tenths: number | null; seenBy: number }[] {
  return criteria.map((criterion) => {
    const seen = cards.flatMap(({ marks }) =>
      marks.flatMap((one) => (one.criterion === criterion && one.mark !== null ? [one.mark] : [])),
    );
    const sum = seen.reduce((total, mark) => total + mark, 0);
    return {
      criterion,
      tenths: seen.length === 0 ? null : Math.round((10 * sum) / seen.length),
      seenBy: seen.length,
    };
  });
}

/** The middle of some marks, the lower one of two; null for none. */
export function medianMark(marks: readonly number[]): number | null {
  const sorted = [...marks].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}
