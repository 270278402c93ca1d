import { nextWorkingDay } from "@/lib/coverage/offers/rules";
import { addDays, type Day, laterDay } from "@/lib/time/day";
import { type HalfDay, type HalfDayRange, halfDayIndex, rangeIndexes } from "@/lib/time/half-day";

/** What one tap can do to an absence that runs: stay away until the end of a day, or be back from a half-day on. */
export type SicknessTap =
  | { kind: "longer"; to: Day; isTomorrow: boolean }
  | { kind: "back"; lastOn: Day; lastPart: "am" | "pm"; at: "this_afternoon" | "tomorrow" };

/** The taps that make sense now: back this afternoon or tomorrow where the absence lasts longer, and a working day more. */
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
  return taps;
}
