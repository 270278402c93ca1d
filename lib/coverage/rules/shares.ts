import { type Hours, isWithin, sharedHours, withoutHours } from "@/lib/time/hours";
import type { ByTheHour } from "./office";

/**
 * The hours of a demand (all that is supported when null), parted wherever the hours of a cover begin or end. One part,
 * as it came, when no cover is for some of it only.
 */
export function segmentsOf(
  window: Hours | null,
  supported: Hours,
  covers: readonly ByTheHour[],
): (Hours | null)[] {
  const whole = window ?? supported;
  const edges = covers.flatMap(({ window: hours }) => {
    const shared = hours && sharedHours(hours, whole);
    return shared && !isWithin(whole, shared) ? [shared.startMinute, shared.endMinute] : [];
  });
  if (edges.length === 0) return [window];
  const marks = [...new Set([whole.startMinute, ...edges, whole.endMinute])].sort((a, b) => a - b);
  return marks.slice(1).map((endMinute, i) => ({ startMinute: marks[i] ?? endMinute, endMinute }));
}

/** Gives hours the first of an executive's own leaves to the others who are there, in order, and says what stays open. */
export function servedShares<T extends { window: Hours }, A extends { id: string }>(
  left: readonly T[],
  others: readonly A[],
  freeHours: (other: A) => Hours[],
): { served: { id: string; hours: Hours[] }[]; open: T[] } {
  let open = [...left];
  const served: { id: string; hours: Hours[] }[] = [];
  for (const other of others) {
    const free = freeHours(other);
    const hours = open.flatMap(({ window }) => free.flatMap((one) => sharedHours(window, one) ?? []));
    if (hours.length > 0) served.push({ id: other.id, hours });
    open = open.flatMap((one) =>
      free
        .reduce((rest, there) => rest.flatMap((r) => withoutHours(r, there)), [one.window])
        .map((window) => ({ ...one, window })),
    );
  }
  return { served, open };
}
