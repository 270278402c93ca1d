import type { CoverChoice } from "@/lib/coverage/leave-cover/rules-choices";
import type { NamedGap } from "@/lib/covers/rules";
import type { RefusalReason } from "@/lib/refusals";
import type { Refusal } from "@/lib/result";
import { doSpansOverlap, type HalfDayRange, halfDayIndex, rangeIndexes } from "@/lib/time/half-day";

/** Who covers for a participant, the plan's own choice when left out, and which half-days are knowingly left open. */
export type Booking = { covers?: readonly CoverChoice[] | undefined; acceptedGaps: readonly NamedGap[] };

/** The named half-days that lie within a date. */
export function gapsWithin(gaps: readonly NamedGap[], date: HalfDayRange): NamedGap[] {
  const { first, last } = rangeIndexes(date);
  return gaps.filter(({ on, part }) => {
    const index = halfDayIndex(on, part);
    return first <= index && index <= last;
  });
}

/** The choices of cover that are for a date. */
export function choicesWithin(choices: readonly CoverChoice[], date: HalfDayRange): CoverChoice[] {
  return choices.filter((choice) => doSpansOverlap(rangeIndexes(choice), rangeIndexes(date)));
}

/** What leave is refused for, in the words of training where the words of leave would mislead. */
export function ofTraining<R extends RefusalReason>(
  refusal: Refusal<R>,
): Refusal<R | "training_on_blackout"> {
  return refusal.reason === "blackout" ? { ...refusal, reason: "training_on_blackout" } : refusal;
}
