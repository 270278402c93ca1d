/** A stretch of whole numbers, both ends included, and what it stands for. */
export type Stretch<T> = { first: number; last: number; of: T };

/** The pairs of stretches that share a number, each stretch with one that began before it. */
export function overlapping<T>(stretches: readonly Stretch<T>[]): [Stretch<T>, Stretch<T>][] {
  const pairs: [Stretch<T>, Stretch<T>][] = [];
  let reach: Stretch<T> | null = null;
  for (const next of [...stretches].sort((a, b) => a.first - b.first || a.last - b.last)) {
    if (reach && next.first <= reach.last) pairs.push([reach, next]);
    if (!reach || next.last > reach.last) reach = next;
  }
  return pairs;
}

/** Items by a key, in the order they came. */
export function groupedBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
