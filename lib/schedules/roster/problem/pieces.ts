import { groupedBy } from "@/lib/groups";
import type { RosterProblem } from "./problem";

/** Minutes of one demand window that the same shifts serve: heads needed, and what one missing or one too many costs. */
export type NeedPiece = { need: number; miss: number; surplus: number };

type ShiftDoc = RosterProblem["shifts"][number];

/** Cuts demand wherever the work of a shift begins or ends; minutes served by the same shifts become one piece. */
export function layOutPieces(problem: RosterProblem): {
  pieces: NeedPiece[];
  piecesOf: Map<string, Int32Array>;
} {
  const byRole = groupedBy(
    problem.shifts.flatMap((shift, place) => shift.work.map((work) => ({ ...work, place }))),
    ({ role }) => role,
  );
  const pieces = new Map<string, NeedPiece & { place: number; shifts: number[] }>();
  for (const { id, role, from, to, need, weight, over } of problem.demand) {
    const work = (byRole.get(role) ?? []).filter((one) => one.from < to && from < one.to);
    const edges = [from, to, ...work.flatMap((one) => [one.from, one.to])]
      .filter((minute) => minute >= from && minute <= to)
      .sort((a, b) => a - b);
    for (const [index, start] of edges.entries()) {
      const end = edges[index + 1] ?? start;
      if (end === start) continue;
      const shifts = work.filter((one) => one.from <= start && end <= one.to).map(({ place }) => place);
      const key = JSON.stringify([id, shifts]);
      const piece = pieces.get(key) ?? { place: pieces.size, need, miss: 0, surplus: 0, shifts };
      piece.miss += weight * (end - start);
      piece.surplus += over * (end - start);
      pieces.set(key, piece);
    }
  }
  return { pieces: [...pieces.values()], piecesOf: invert(problem.shifts, [...pieces.values()]) };
}

function invert(shifts: readonly ShiftDoc[], pieces: readonly { shifts: number[] }[]) {
  const lists: number[][] = shifts.map(() => []);
  for (const [place, piece] of pieces.entries()) for (const shift of piece.shifts) lists[shift]?.push(place);
  return new Map(shifts.map(({ id }, place) => [id, Int32Array.from(lists[place] ?? [])]));
}
