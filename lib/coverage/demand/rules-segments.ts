import type { ByTheHour } from "@/lib/covers/rules-extent";
import { type Hours, isWithin, sharedHours } from "@/lib/time/hours";

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
