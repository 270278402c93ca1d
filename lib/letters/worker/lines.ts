import { type LetterRun, wordsOfRun } from "../rules-text";
import { type FontRun, fontRuns } from "./fonts";

/** A line as it is drawn: its pieces from the left, each in one font. */
export type DrawnLine = { pieces: (FontRun & { x: number })[] };
type Measure = (run: FontRun) => number;
type Word = { runs: FontRun[]; width: number; isSpace: boolean };

/** A line of a letter broken to a width between its words; a word that is wider is broken within. */
export function brokenLines(
  runs: readonly LetterRun[],
  { width, measure, nameOf }: { width: number; measure: Measure; nameOf: (field: string) => string },
): DrawnLine[] {
  const lines: DrawnLine[] = [];
  let line: DrawnLine = { pieces: [] };
  let x = 0;
  const close = () => {
    lines.push(line);
    line = { pieces: [] };
    x = 0;
  };
  for (const word of wordsOf(runs, measure, nameOf)) {
    if (word.isSpace && x === 0) continue;
    if (!word.isSpace && x > 0 && x + word.width > width) close();
    for (const piece of word.width > width ? signsOf(word, measure) : [word]) {
      if (x > 0 && !word.isSpace && x + piece.width > width) close();
      for (const run of piece.runs) {
        line.pieces.push({ ...run, x });
        x += measure(run);
      }
    }
  }
  close();
  return lines;
}

function wordsOf(runs: readonly LetterRun[], measure: Measure, nameOf: (field: string) => string): Word[] {
  const words: Word[] = [];
  for (const run of runs)
    for (const text of wordsOfRun(run, nameOf).match(/\s+|[^\s]+/g) ?? []) {
      const isSpace = /^\s/.test(text);
      const drawn = fontRuns(isSpace ? " " : text, run.isBold);
      const width = drawn.reduce((sum, one) => sum + measure(one), 0);
      const last = words.at(-1);
      // Two runs may meet within a word: "{{recipient}}," is one.
      if (last && !last.isSpace && !isSpace) {
        last.runs.push(...drawn);
        last.width += width;
      } else words.push({ runs: drawn, width, isSpace });
    }
  return words;
}

function signsOf({ runs, isSpace }: Word, measure: Measure): Word[] {
  return runs.flatMap(({ font, text }) =>
    [...text].map((sign) => {
      const run = { font, text: sign };
      return { runs: [run], width: measure(run), isSpace };
    }),
  );
}
