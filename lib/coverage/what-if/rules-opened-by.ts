import { dutiesToCover, ownIn, type Piece, pieceMinutes, piecesIn } from "@/lib/coverage/demand/rules";
import { type Grid, minutesRow, statesRow } from "@/lib/coverage/demand/rules-grid";
import { stateOfParts, statesOf } from "@/lib/coverage/demand/rules-states";
import {
  type Office,
  type OfficeAbsence,
  type OfficeExecutive,
  type Staffing,
  servedBy,
  supportedHours,
} from "@/lib/coverage/office/rules";
import type { CoverRecord } from "@/lib/covers/rules";
import { type HalfDay, halfDayIndex } from "@/lib/time/half-day";
import { type Hours, isSameHours, joinedHours, withoutHours } from "@/lib/time/hours";
import { withAbsences, withoutAbsence } from "./rules-scenario";

/** Half-day indexes an absence leaves without their own assistant or cover, by executive. */
export type OpenedHalfDays = ReadonlyMap<string, ReadonlySet<number>>;

/** An absence as the board sees it, and the covers it took from the absent assistant. */
export type Away = OfficeAbsence & { assistantId: string; taken: readonly CoverRecord[] };

/** The grid with an absence in it, and the half-days of each executive that the absence opens. */
export type AbsenceEffect<O extends Staffing = Office> = { grid: Grid<O>; opened: OpenedHalfDays };

/**
 * What an absence opens from a half-day on: what is open or covered by somebody else with it, and is not so without it. At
 * these half-days the grid holds what the absence opens, as caused by it, and nothing that is open anyway. Only whom the
 * absent assistant supports or covers is looked at: all others are served as in the grid given, with or without it.
 */
export function effectOfAbsence<O extends Staffing>(
  standing: Grid<O>,
  away: Away,
  fromIndex: number,
): AbsenceEffect<O> {
  const { assistantId, taken, ...absence } = away;
  const grid = awayIn(standing, assistantId, absence);
  const without = withTaken(withoutAbsence(standing.office, assistantId, away.id), taken);
  const offset = halfDayIndex(grid.office.from, "am");
  const opened = new Map<string, Set<number>>();
  const rows = new Map(grid.rows);
  for (const executive of servedBy(without, assistantId)) {
    const before = statesOf(without, executive);
    const states = statesRow(grid, executive).map((state, position) => {
      const index = offset + position;
      const at = grid.halfDays[position];
      if (!at || index < Math.max(away.first, fromIndex) || index > away.last) return state;
      const stood = piecesIn(before(at, position)).filter(({ cover }) => cover?.assistantId !== assistantId);
      const parts = piecesIn(state).map((piece) => ({
        piece,
        fresh: freshParts(without, executive, at, piece, stood),
      }));
      if (parts.every(({ fresh }) => fresh.length === 0)) return state;
      opened.set(executive.id, (opened.get(executive.id) ?? new Set()).add(index));
      const cause = { kind: "absence" as const, absenceId: away.id, assistantId };
      const kept = parts.flatMap(({ piece, fresh }) =>
        fresh.length > 0 ? fresh.map((part) => ({ ...part, cause })) : piece.cover ? [piece] : [],
      );
      return stateOfParts(ownIn(state), kept);
    });
    rows.set(executive.id, states);
  }
  return { grid: { ...grid, rows }, opened };
}

function awayIn<O extends Staffing>(standing: Grid<O>, assistantId: string, absence: OfficeAbsence): Grid<O> {
  const office = withAbsences(standing.office, [{ assistantId, absence }]);
  const assistant = office.assistants.get(assistantId);
  const atWork = new Map(standing.atWork);
  if (assistant) atWork.set(assistantId, minutesRow(office, assistant, standing.halfDays));
  return { ...standing, office, atWork };
}

function withTaken<O extends Staffing>(office: O, taken: readonly CoverRecord[]): O {
  const covers = new Map(office.covers);
  for (const cover of taken) covers.set(cover.executiveId, [cover, ...(covers.get(cover.executiveId) ?? [])]);
  return { ...office, covers };
}

/** What of a piece was not there before: hours and duties that stood open, or were covered as they are now, taken out. */
function freshParts(
  office: Staffing,
  executive: OfficeExecutive,
  at: HalfDay,
  piece: Piece,
  stood: readonly Piece[],
): Piece[] {
  const supported = supportedHours(office, executive, at);
  const due = dutiesToCover(executive, at.part);
  if (!supported || due.length === 0) return [];
  const whole = piece.window ?? supported;
  const dutyIds = piece.dutyIds.length > 0 ? piece.dutyIds : due;
  const before = stood.filter(({ cover }) => cover === null || piece.cover !== null);
  const parts = new Map<string, { window: Hours; dutyIds: string[] }>();
  for (const dutyId of dutyIds) {
    const ofDuty = before.filter((one) => one.dutyIds.length === 0 || one.dutyIds.includes(dutyId));
    const left = ofDuty.reduce(
      (rest, { window }) => rest.flatMap((hours) => withoutHours(hours, window ?? supported)),
      [whole],
    );
    for (const window of joinedHours(left)) {
      const key = `${window.startMinute}-${window.endMinute}`;
      const part = parts.get(key) ?? { window, dutyIds: [] };
      parts.set(key, { window, dutyIds: [...part.dutyIds, dutyId] });
    }
  }
  return [...parts.values()].map((part): Piece => {
    const isWhole = isSameHours(part.window, whole);
    if (isWhole && part.dutyIds.length === dutyIds.length) return piece;
    const window = isWhole ? piece.window : part.window;
    const all = part.dutyIds.length === due.length ? [] : part.dutyIds;
    const minutes = pieceMinutes(office, executive, at, { window, dutyIds: all });
    return { ...piece, window, dutyIds: all, minutes };
  });
}
