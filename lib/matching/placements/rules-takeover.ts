/** An executive whom another assistant could take over, and both fits. */
export type Takeover = {
  executiveId: string;
  toAssistantId: string;
  /** Minutes a week it frees. */
  minutes: number;
  before: number;
  after: number;
};

/**
 * The fewest takeovers, at most two, that free so many minutes a week, with the least fit lost; null where none do. `best` holds the
 * best taker of each executive; two go to different people, so that each has the room that was looked for.
 */
export function smallestTakeover(minutes: number, best: readonly Takeover[]): Takeover[] | null {
  const lossOf = (set: readonly Takeover[]) => set.reduce((sum, one) => sum + one.before - one.after, 0);
  const leastLoss = (sets: Takeover[][]) =>
    sets.toSorted((a, b) => lossOf(a) - lossOf(b) || (keyOf(a) < keyOf(b) ? -1 : 1))[0] ?? null;
  const alone = best.filter((one) => one.minutes >= minutes).map((one) => [one]);
  if (alone.length > 0) return leastLoss(alone);
  const pairs = best.flatMap((a, i) =>
    best
      .slice(i + 1)
      .filter((b) => b.toAssistantId !== a.toAssistantId && a.minutes + b.minutes >= minutes)
      .map((b) => [a, b]),
  );
  return leastLoss(pairs);
}

function keyOf(set: readonly Takeover[]): string {
  return set.map(({ executiveId }) => executiveId).join(" ");
}
