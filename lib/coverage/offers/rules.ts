import type { Declined, Staffing } from "@/lib/coverage/office/rules";
import type { PoolProblem } from "@/lib/coverage/plans/rules-problem";
import { nextWorkingDay } from "@/lib/pools/rules-working-days";
import type { Day } from "@/lib/time/day";
import { type HalfDay, MORNING_ENDS_AT } from "@/lib/time/half-day";
import { halfDayIn, instantIn } from "@/lib/time/zone";

/** More than anybody has in a half-day: who declined is never chosen for it again. */
const NEVER = 100_000;

/** The problem in which nobody is proposed for what they declined; a manager may still choose them by hand. */
export function withoutDeclined(
  { problem, slotIndexes, ...parts }: PoolProblem,
  declined: readonly Declined[],
): PoolProblem {
  if (declined.length === 0) return { problem, slotIndexes, ...parts };
  const episodes = problem.episodes.map((episode) => {
    const own = declined.filter((one) => one.executiveId === episode.executiveId);
    if (own.length === 0) return episode;
    return {
      ...episode,
      candidates: episode.candidates.map((candidate) => {
        const mine = own.filter((one) => one.assistantId === candidate.assistantId);
        if (mine.length === 0) return candidate;
        const minutes = (candidate.minutes ?? episode.minutes).map((asked, i) => {
          const index = slotIndexes[episode.from + i] ?? -1;
          const isHeld = [...problem.pinned, ...problem.prior].some(
            (one) =>
              one.episodeId === episode.id &&
              one.slot === episode.from + i &&
              one.assistantId === candidate.assistantId,
          );
          const isDeclined = mine.some((one) => one.first <= index && index <= one.last);
          return isDeclined && !isHeld && asked > 0 ? NEVER : asked;
        });
        return { ...candidate, minutes };
      }),
    };
  });
  return { slotIndexes, ...parts, problem: { ...problem, episodes } };
}

/** The office as executives and assistants may rely on it: what is only offered counts as nobody. */
export function withoutOffers<O extends Staffing>(office: O): O {
  const covers = [...office.covers].map(
    ([executiveId, held]) => [executiveId, held.filter((cover) => !cover.offeredUntil)] as const,
  );
  return { ...office, covers: new Map(covers) };
}

const MORNING_STARTS_AT = 8 * 60;
const SHORTEST_MS = 2 * 60 * 60_000;
const TODAY_MS = 30 * 60_000;

type DeadlineInput = {
  now: Date;
  timeZone: string;
  start: HalfDay;
  isWorkingDay: (on: Day) => boolean;
};

/**
 * Until when an offer can be answered: noon of the next working day, before the cover starts, and two hours at least;
 * half an hour for cover that starts today.
 */
export function offerDeadline({ now, timeZone, start, isWorkingDay }: DeadlineInput): Date {
  const today = halfDayIn(timeZone, now).on;
  if (start.on <= today) return new Date(now.getTime() + TODAY_MS);
  const noon = instantIn(timeZone, nextWorkingDay(today, isWorkingDay), MORNING_ENDS_AT);
  const begins = instantIn(timeZone, start.on, start.part === "am" ? MORNING_STARTS_AT : MORNING_ENDS_AT);
  const earlier = Math.min(noon.getTime(), begins.getTime());
  return new Date(Math.max(earlier, now.getTime() + SHORTEST_MS));
}
