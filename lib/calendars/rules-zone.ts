import { TZDate } from "@date-fns/tz";
import type { Day } from "@/lib/time/day";
import { dayToDate } from "@/lib/time/day";

/** From an instant on a zone's clock is so many minutes ahead of UTC; before it was another number. */
export type ZoneChange = { at: Date; before: number; after: number };

const HOUR_MS = 3_600_000;
const STEP_MS = 24 * HOUR_MS;

function offsetAt(zone: string, instant: number): number {
  return -new TZDate(instant, zone).getTimezoneOffset();
}

/** Every change of a zone's clock between two days, found to the minute. */
export function zoneChanges(zone: string, from: Day, to: Day): ZoneChange[] {
  const changes: ZoneChange[] = [];
  const end = dayToDate(to).getTime() + STEP_MS;
  let before = offsetAt(zone, dayToDate(from).getTime());
  for (let start = dayToDate(from).getTime(); start < end; start += STEP_MS) {
    const after = offsetAt(zone, start + STEP_MS);
    if (after === before) continue;
    changes.push({ at: new Date(changeWithin(zone, start, start + STEP_MS, before)), before, after });
    before = after;
  }
  return changes;
}

function changeWithin(zone: string, start: number, end: number, before: number): number {
  let [low, high] = [start, end];
  while (high - low > 60_000) {
    const middle = low + Math.floor((high - low) / 120_000) * 60_000;
    if (offsetAt(zone, middle) === before) low = middle;
    else high = middle;
    if (high - low <= 60_000) break;
  }
  return high;
}

/** Minutes ahead of UTC at the start of a day. */
export function offsetOn(zone: string, on: Day): number {
  return offsetAt(zone, dayToDate(on).getTime());
}

/** "+0100" for 60 minutes. */
export function offsetText(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}${two(size % 60)}`;
}
