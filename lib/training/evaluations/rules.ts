import { addDays, type Day } from "@/lib/time/day";
import type { EvaluationsView } from "./schema";

/** Below so many answers nothing is shown: somebody could be known by theirs. */
const LEAST_ANSWERS = 3;
/** For so many days after the last date answers are taken. */
const ANSWERED_FOR = 14;

/** The last day on which a session is evaluated; null where it has no dates. */
export function evaluatedUntil(dates: readonly { on: Day }[]): Day | null {
  const last = dates
    .map(({ on }) => on)
    .sort()
    .at(-1);
  return last === undefined ? null : addDays(last, ANSWERED_FOR);
}

/** True once no answer can come any more; only then are answers read, all at once, so that none is known by when it appears. */
export function areAnswersClosed(until: Day | null, today: Day): boolean {
  return until !== null && today > until;
}

type Answers = { useful: number; clear: number; recommend: number; words: string };

/**
 * Answers as managers read them: means with one decimal and words in the order of the alphabet, from three answers on and not
 * before the last answer can have come.
 */
export function summaryOf(answers: readonly Answers[], until: Day | null, today: Day): EvaluationsView {
  const count = answers.length;
  const isEnough = count >= LEAST_ANSWERS && areAnswersClosed(until, today);
  const mean = (key: "useful" | "clear" | "recommend") =>
    isEnough ? Math.round((answers.reduce((sum, one) => sum + one[key], 0) / count) * 10) / 10 : null;
  const words = [...new Set(answers.flatMap((one) => (one.words === "" ? [] : [one.words])))].sort();
  return {
    ...{ count, until, isClosed: areAnswersClosed(until, today) },
    ...{ useful: mean("useful"), clear: mean("clear"), recommend: mean("recommend") },
    words: isEnough ? words : [],
  };
}
