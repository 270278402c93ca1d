import type { EvaluationsView } from "./schema";

/** Below so many answers nothing is shown: somebody could be known by theirs. */
const LEAST_ANSWERS = 3;

type Answers = { useful: number; clear: number; recommend: number; words: string };

/** Answers as managers read them: means with one decimal and words in the order of the alphabet, from three answers on. */
export function summaryOf(answers: readonly Answers[]): EvaluationsView {
  const count = answers.length;
  const isEnough = count >= LEAST_ANSWERS;
  const mean = (key: "useful" | "clear" | "recommend") =>
    isEnough ? Math.round((answers.reduce((sum, one) => sum + one[key], 0) / count) * 10) / 10 : null;
  const words = answers.flatMap((one) => (one.words === "" ? [] : [one.words])).sort();
  return {
    ...{ count, useful: mean("useful"), clear: mean("clear"), recommend: mean("recommend") },
    words: isEnough ? words : [],
  };
}
