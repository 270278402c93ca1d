import { addDays, type Day } from "@/lib/time/day";
import { type IsoWeek, mondayOf } from "@/lib/time/iso-week";
import type { BriefBlock } from "./schema";

/** A page of A4 and a phone's screen: more lines are folded into a count. */
export const MOST_BRIEF_LINES = 12;

/** Minutes after midnight on the manager's clock at which a brief goes out. */
const BRIEF_AT = 8 * 60;

/** The blocks that say something, with so many lines in all that each has its share before the first has all of its own. */
export function foldedBlocks(blocks: readonly BriefBlock[], most = MOST_BRIEF_LINES): BriefBlock[] {
  const shown = blocks.filter(({ lines }) => lines.length > 0);
  const share = shown.map(() => 0);
  for (let left = most, round = 0; left > 0 && round < most; round++)
    for (const [i, { lines }] of shown.entries())
      if (left > 0 && lines.length > round) {
        share[i] = round + 1;
        left--;
      }
  return shown.map((block, i) => ({ ...block, lines: block.lines.slice(0, share[i]) }));
}

/** The first day of a week that is worked; Monday where none is. */
export function firstWorkingDay(week: IsoWeek, isWorkingDay: (on: Day) => boolean): Day {
  const monday = mondayOf(week);
  const days = Array.from({ length: 7 }, (_, i) => addDays(monday, i));
  return days.find(isWorkingDay) ?? monday;
}

/** Whether a week's brief is to go out now: from eight on its first working day, and later that day where nothing ran at eight. */
export function isBriefDue(now: { on: Day; minute: number }, firstDay: Day): boolean {
  return now.on === firstDay && now.minute >= BRIEF_AT;
}
