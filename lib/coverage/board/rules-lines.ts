import type { SlotState } from "@/lib/coverage/demand/rules";
import type { StaffingGrid } from "@/lib/coverage/demand/rules-grid";
import type { OfficeExecutive } from "@/lib/coverage/office/rules";
import { type Day, weekdayOf } from "@/lib/time/day";
import { type BoardFigures, type BoardRow, boardRows, type Proposal } from "./rules";
import { type BoardLine, boardStretches, openHalfDays, packedLine } from "./rules-stretches";

/** What the lines of a board show: the days, who reads them on which, and what is said beside the grid. */
export type LinesView = {
  days: readonly Day[];
  today: Day;
  proposals: readonly Proposal[];
  /** Who accepted a gap, by "executive day part". */
  accepted: ReadonlyMap<string, string>;
};

/** The days worth a column: Monday to Friday, and a weekend day on which anybody needs support. */
export function shownDays({ days }: Pick<BoardFigures, "days">): Day[] {
  return days.filter(({ on, needed }) => weekdayOf(on) <= 5 || needed > 0).map(({ on }) => on);
}

/** Where today begins among the half-days of some days; past the last where all of them are over. */
export function todayAmong(days: readonly Day[], today: Day): number {
  return 2 * days.filter((on) => on < today).length;
}

type PackedLine = { json: string; people: ReadonlySet<string>; isOpen: boolean };
type KeptLine = PackedLine & { executive: OfficeExecutive; view: string };

const kept = new WeakMap<readonly SlotState[], KeptLine>();

/** Lines as they travel: those to be drawn at once, with all that need cover; the others; and who they speak of. */
export type PackedLines = { first: string; more: string; people: Set<string> };

/** The board's lines, so many of those that need nothing at once. A line that only the grid decides is packed once for as long as it stands. */
export function packedLines(
  grid: StaffingGrid,
  executives: readonly OfficeExecutive[],
  view: LinesView,
  drawnAtOnce = Number.POSITIVE_INFINITY,
): PackedLines {
  const key = `${view.days.join()} ${view.today}`;
  const touched = new Set([
    ...view.proposals.map(({ executiveId }) => executiveId),
    ...[...view.accepted.keys()].map((at) => at.slice(0, at.indexOf(" "))),
  ]);
  const lines = executives.map((executive) => {
    if (touched.has(executive.id)) return packed(grid, executive, view);
    const row = grid.rows.get(executive.id) ?? [];
    const known = kept.get(row);
    if (known && known.executive === executive && known.view === key) return known;
    const line = { ...packed(grid, executive, view), executive, view: key };
    kept.set(row, line);
    return line;
  });
  const listOf = (some: readonly PackedLine[]) => `[${some.map(({ json }) => json).join(",")}]`;
  const others = lines.filter(({ isOpen }) => !isOpen);
  return {
    first: listOf([...lines.filter(({ isOpen }) => isOpen), ...others.slice(0, drawnAtOnce)]),
    more: listOf(others.slice(drawnAtOnce)),
    people: new Set(lines.flatMap(({ people }) => [...people])),
  };
}

function packed(grid: StaffingGrid, executive: OfficeExecutive, view: LinesView): PackedLine {
  const [row] = boardRows(grid, [executive], view.proposals, view.accepted);
  if (!row) return { json: "", people: new Set(), isOpen: false };
  const line = lineOf(row, executive.department, view);
  const isOpen = openHalfDays(line.stretches, todayAmong(view.days, view.today)).length > 0;
  return { json: packedLine(line), people: peopleOf(line), isOpen };
}

function lineOf({ slots, ...row }: BoardRow, department: string, { days, today }: LinesView): BoardLine {
  const isShown = new Set(days);
  const shown = slots.filter(({ on }) => isShown.has(on));
  return { ...row, department, stretches: boardStretches(shown, todayAmong(days, today)) };
}

function peopleOf({ stretches }: BoardLine): Set<string> {
  const ids = stretches.flatMap(({ assistantId, proposedId, ownId, own, pieces }) => [
    ...[assistantId, proposedId, ownId],
    ...own.map((share) => share.assistantId),
    ...pieces.flatMap((piece) => [piece.assistantId, piece.proposedAssistantId]),
  ]);
  return new Set(ids.filter((id) => id !== null));
}

type Accepted = { executiveId: string; on: Day; part: "am" | "pm" };

/** How many half-days nobody sees to, by day: gaps that are not over and that nobody accepted. */
export function openByDay(
  grid: StaffingGrid,
  { days }: BoardFigures,
  accepted: readonly Accepted[],
  today: Day,
): ReadonlyMap<Day, number> {
  const open = new Map(days.map(({ on, gaps }) => [on, on < today ? 0 : gaps]));
  const placeOf = new Map(grid.halfDays.map(({ on, part }, i) => [`${on} ${part}`, i]));
  for (const { executiveId, on, part } of accepted) {
    const state = grid.rows.get(executiveId)?.[placeOf.get(`${on} ${part}`) ?? -1];
    const count = open.get(on) ?? 0;
    if (state?.status === "gap" && count > 0) open.set(on, count - 1);
  }
  return open;
}
