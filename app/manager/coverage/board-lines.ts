import { hasWords } from "@/components/ui/forms/words-match";
import { type BoardLine, type BoardStretch, isOpenGap } from "@/lib/coverage/board/rules-stretches";
import type { Day } from "@/lib/time/day";
import type { HalfDay, HalfDayRange } from "@/lib/time/half-day";
import type { Show } from "./board-address";

/** So many lines fill a screen: they are drawn at once, the others when the board has come to life. */
export const LINES_AT_ONCE = 20;

/** The half-days of the days shown: where today begins among them, and which half-day a place is. */
export type Columns = { days: readonly Day[]; todayAt: number };

/** Some half-days next to each other, by their places. */
export type Places = { first: number; last: number };

/** The half-day at a place. */
export function halfDayAtPlace({ days }: Columns, at: number): HalfDay {
  return { on: days[at >> 1] ?? ("" as Day), part: at % 2 === 0 ? "am" : "pm" };
}

/** The stretch of half-days between two places, both included. */
export function rangeOfPlaces(columns: Columns, { first, last }: Places): HalfDayRange {
  const [start, end] = [halfDayAtPlace(columns, first), halfDayAtPlace(columns, last)];
  return { from: start.on, fromPart: start.part, to: end.on, toPart: end.part };
}

/** The stretch of a line that a place lies in. */
export function stretchAt({ stretches }: BoardLine, at: number): BoardStretch | undefined {
  return stretches.find(({ first, last }) => first <= at && at <= last);
}

/** True where nothing can be changed any more. */
export function isOver({ last }: Places, { todayAt }: Columns): boolean {
  return last < todayAt;
}

/** What of a stretch can be acted on at once: all of it from today on, the day of a place, or that half-day. */
export type Extent = "whole" | "day" | "half";

/** The ways to act on a stretch at a place, the widest first; each of them other half-days than the one before. */
export function extentsOf(stretch: BoardStretch, at: number, { todayAt }: Columns): [Extent, Places][] {
  const open = { first: Math.max(stretch.first, todayAt), last: stretch.last };
  const here = Math.max(at, open.first);
  const morning = here - (here % 2);
  const day = { first: Math.max(open.first, morning), last: Math.min(open.last, morning + 1) };
  const all: [Extent, Places][] = [
    ["whole", open],
    ["day", day],
    ["half", { first: here, last: here }],
  ];
  return all.filter(
    ([, { first, last }], i) =>
      !all.slice(0, i).some(([, other]) => other.first === first && other.last === last),
  );
}

export type Section = "needs" | "others";
/** A line of the board, or the heading of a section of lines. */
export type BoardItem =
  | { kind: "heading"; section: Section; count: number }
  | { kind: "line"; line: BoardLine; section: Section; isFirst: boolean; group: string };

/** The lines in the order they are shown: those that need cover first, each section by what is asked for. */
export function orderOf(
  lines: readonly BoardLine[],
  by: Show["by"],
  columns: Columns,
  names: Record<string, string>,
  locale: string,
): string[] {
  const { compare } = new Intl.Collator(locale);
  const keys = new Map(lines.map((line) => [line.id, groupOf(line, by, names)]));
  const sorted =
    by === "department"
      ? lines
      : [...lines].sort(
          (a, b) =>
            (by === "name" ? 0 : compare(keys.get(a.id) ?? "", keys.get(b.id) ?? "")) ||
            compare(a.name, b.name),
        );
  const needs = new Set(lines.filter((line) => needsCover(line, columns)).map(({ id }) => id));
  return [...sorted.filter(({ id }) => needs.has(id)), ...sorted.filter(({ id }) => !needs.has(id))].map(
    ({ id }) => id,
  );
}

/** True for a line with a gap that somebody should see to. */
export function needsCover({ stretches }: BoardLine, { todayAt }: Columns): boolean {
  return stretches.some((stretch) => isOpenGap(stretch, todayAt));
}

function groupOf(line: BoardLine, by: Show["by"], names: Record<string, string>): string {
  if (by === "department") return line.department;
  if (by === "name") return "";
  const own = line.stretches.find(({ status }) => status === "own");
  return names[own?.assistantId ?? ""] ?? "";
}

type Arranged = {
  order: readonly string[];
  /** The lines that stood under "needs cover" when the order was made: they stay there. */
  needs: ReadonlySet<string>;
  show: Show;
  columns: Columns;
  names: Record<string, string>;
};

/** What is shown of the board, from top to bottom. */
export function itemsOf(lines: ReadonlyMap<string, BoardLine>, arranged: Arranged): BoardItem[] {
  const { order, needs, show, columns, names } = arranged;
  const isFound = ({ name, title, department }: BoardLine) =>
    show.query === "" || hasWords(`${name} ${title} ${department}`, show.query);
  const shown = order
    .flatMap((id) => lines.get(id) ?? [])
    .filter((line) => (!show.onlyGaps || needsCover(line, columns)) && isFound(line));
  const [needing, others] = [
    shown.filter(({ id }) => needs.has(id)),
    shown.filter(({ id }) => !needs.has(id)),
  ];
  const open = needing.filter((line) => needsCover(line, columns)).length;
  return [
    ...sectionOf("needs", needing, open, () => ""),
    ...sectionOf("others", others, others.length, (line) => groupOf(line, show.by, names)),
  ];
}

function sectionOf(
  section: Section,
  lines: readonly BoardLine[],
  count: number,
  group: (line: BoardLine) => string,
): BoardItem[] {
  if (lines.length === 0) return [];
  let before: string | null = null;
  const items = lines.map((line): BoardItem => {
    const own = group(line);
    const isFirst = own !== before;
    before = own;
    return { kind: "line", line, section, isFirst, group: isFirst ? own : "" };
  });
  return [{ kind: "heading", section, count }, ...items];
}
