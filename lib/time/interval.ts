/** Whole numbers from one up to another, the end left out: minutes, half-days or days. */
export type Interval = { start: number; end: number };

/** What two intervals have in common, or null. */
export function sharedInterval(a: Interval, b: Interval): Interval | null {
  return intervalBetween(Math.max(a.start, b.start), Math.min(a.end, b.end));
}

/** What is left of an interval when another is cut out of it: nothing, one piece or two. */
export function withoutInterval(whole: Interval, cut: Interval): Interval[] {
  if (!sharedInterval(whole, cut)) return [whole];
  return [intervalBetween(whole.start, cut.start), intervalBetween(cut.end, whole.end)].filter(
    (piece) => piece !== null,
  );
}

/** Intervals in order, those that touch or overlap made one. */
export function joinedIntervals(intervals: readonly Interval[]): Interval[] {
  const joined: Interval[] = [];
  for (const { start, end } of [...intervals].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

/** Pairs of intervals that overlap, each with the one that reaches farthest of those that began before it. */
export function overlappingPairs<T extends Interval>(intervals: readonly T[]): [earlier: T, later: T][] {
  const pairs: [T, T][] = [];
  let farthest: T | null = null;
  for (const next of [...intervals].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (farthest && next.start < farthest.end) pairs.push([farthest, next]);
    if (!farthest || next.end > farthest.end) farthest = next;
  }
  return pairs;
}

function intervalBetween(start: number, end: number): Interval | null {
  return start < end ? { start, end } : null;
}
