import { nextWorkingDay } from "@/lib/pools/rules-working-days";
import { addDays, type Day, laterDay } from "@/lib/time/day";
import { type HalfDay, type HalfDayRange, halfDayIndex, rangeIndexes } from "@/lib/time/half-day";

/** What one tap can do to an absence that runs or begins: stay away until the end of a day, be back from a half-day on, or never have been away. */
export type SicknessTap =
  | { kind: "longer"; to: Day; isTomorrow: boolean }
  | { kind: "back"; lastOn: Day; lastPart: "am" | "pm"; at: "this_afternoon" | "tomorrow" | "not_ill" };

/**
 * The taps that make sense now: back this afternoon or tomorrow where the absence lasts longer, a working day more, and all of
 * it taken back where it began today or has yet to begin.
 */
export function sicknessTaps(
  range: HalfDayRange,
  now: HalfDay,
  isWorkingDay: (on: Day) => boolean,
): SicknessTap[] {
  const { first, last } = rangeIndexes(range);
  const taps: SicknessTap[] = [];
  const morning = halfDayIndex(now.on, "am");
  const evening = halfDayIndex(now.on, "pm");
  if (now.part === "am" && first <= morning && last > morning)
    taps.push({ kind: "back", lastOn: now.on, lastPart: "am", at: "this_afternoon" });
  if (first <= evening && last > evening)
    taps.push({ kind: "back", lastOn: now.on, lastPart: "pm", at: "tomorrow" });
  const until = laterDay(range.to, now.on);
  const to = nextWorkingDay(until, isWorkingDay);
  taps.push({ kind: "longer", to, isTomorrow: to === addDays(now.on, 1) });
  if (range.from >= now.on)
    taps.push({ kind: "back", lastOn: addDays(range.from, -1), lastPart: "pm", at: "not_ill" });
  return taps;
}
