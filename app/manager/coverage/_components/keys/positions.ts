import { type Columns, stretchAt } from "@/app/manager/coverage/board-lines";
import type { BoardLine } from "@/lib/coverage/board/rules-stretches";

/** Where on the board the keyboard is: a line, a half-day of it, and whether that half-day alone is meant. */
export type Position = { lineId: string; at: number; isHalf: boolean };

type Step = {
  key: string;
  isHalf: boolean;
  from: Position;
  lines: readonly BoardLine[];
  columns: Columns;
  isMoving: boolean;
  /** Where somebody who is picked up can be put; all gaps while that is not known. */
  places: ReadonlyMap<string, ReadonlySet<number>> | null;
};

const PAGE_LINES = 10;

/** Where a key leads from a place of the board; null at an edge, and for keys that lead nowhere. */
export function nextPosition(step: Step): Position | null {
  const { key, from, lines } = step;
  const row = lines.findIndex(({ id }) => id === from.lineId);
  const line = lines[row];
  if (!line) return null;
  if (key === "ArrowRight" || key === "ArrowLeft") return sideways(step, line, key === "ArrowRight" ? 1 : -1);
  if (key === "ArrowDown" || key === "ArrowUp") return upOrDown(step, row, key === "ArrowDown" ? 1 : -1, 1);
  if (key === "PageDown" || key === "PageUp")
    return upOrDown(step, row, key === "PageDown" ? 1 : -1, PAGE_LINES);
  if (key === "Home") return inLine(step, line, line.stretches[0]?.first);
  if (key === "End") return inLine(step, line, line.stretches.at(-1)?.first);
  return null;
}

function inLine({ from, isMoving }: Step, line: BoardLine, at: number | undefined): Position | null {
  return at === undefined || at === from.at || isMoving ? null : { lineId: line.id, at, isHalf: false };
}

function sideways(step: Step, line: BoardLine, by: 1 | -1): Position | null {
  const { from, isHalf, columns, isMoving } = step;
  if (isHalf && !isMoving) {
    const at = from.at + by;
    return at >= 0 && at < 2 * columns.days.length ? { lineId: line.id, at, isHalf: true } : null;
  }
  const here = stretchAt(line, from.at);
  if (!here) return null;
  if (isMoving) {
    const order = placesIn(step, line).filter((at) => (by > 0 ? at > here.last : at < here.first));
    const at = by > 0 ? order[0] : order.at(-1);
    return at === undefined ? null : { lineId: line.id, at, isHalf: false };
  }
  const next = stretchAt(line, by > 0 ? here.last + 1 : here.first - 1);
  return next ? { lineId: line.id, at: by > 0 ? next.first : next.last, isHalf: false } : null;
}

function upOrDown(step: Step, row: number, by: 1 | -1, count: number): Position | null {
  const { from, lines, isHalf, isMoving } = step;
  if (!isMoving) {
    const to = Math.min(lines.length - 1, Math.max(0, row + by * count));
    const line = lines[to];
    return line && to !== row ? { lineId: line.id, at: from.at, isHalf: isHalf && count === 1 } : null;
  }
  for (let to = row + by; to >= 0 && to < lines.length; to += by) {
    const line = lines[to];
    const at = line && nearestTo(placesIn(step, line), from.at);
    if (line && at !== undefined) return { lineId: line.id, at, isHalf: false };
  }
  return null;
}

/** Where in a line somebody who is picked up can be put, by half-days. */
function placesIn({ places, columns }: Step, line: BoardLine): number[] {
  if (places) return [...(places.get(line.id) ?? [])].sort((a, b) => a - b);
  return line.stretches
    .filter(({ status, last }) => status === "gap" && last >= columns.todayAt)
    .map(({ first }) => Math.max(first, columns.todayAt));
}

function nearestTo(places: readonly number[], at: number): number | undefined {
  return [...places].sort((a, b) => Math.abs(a - at) - Math.abs(b - at))[0];
}
