import { dutiesToCover, type Piece, pieceMinutes, piecesIn } from "@/lib/coverage/demand/rules";
import type { Grid } from "@/lib/coverage/demand/rules-grid";
import type { DemandCause } from "@/lib/coverage/demand/rules-own-support";
import type { OfficeExecutive } from "@/lib/coverage/office/rules";
import type { Hours } from "@/lib/time/hours";
import { bestSplit } from "./rules-duty-groups";

/** What one person is asked for: an executive's half-days of one cause, and some duties (all when none is named). */
export type DemandGroup = { cause: string; dutyIds: readonly string[]; demands: Map<number, Piece> };

/** What an episode is for where it is less than everything: some duties, and hours of some half-days by slot. */
export type EpisodePart = { dutyIds: string[]; windows: Record<number, Hours> };

/** The executive's demand by half-day of the grid, one group for each cause and set of duties, by the id of its episode. */
export function groupsOf(
  grid: Grid,
  executive: OfficeExecutive,
  free: Map<string, number[]>,
): Map<string, DemandGroup> {
  const groups = new Map<string, DemandGroup>();
  grid.rows.get(executive.id)?.forEach((state, position) => {
    for (const piece of piecesIn(state))
      if (piece.minutes > 0) addPiece(groups, executive, position, piece, causeKey(piece.cause));
  });
  for (const [id, group] of [...groups]) {
    splitWhereNobodyCan(grid, executive, group, groups, free);
    if (group.demands.size === 0) groups.delete(id);
  }
  return groups;
}

/** Puts a piece with the others of its cause and duties; a second one of the same half-day begins a group of its own. */
function addPiece(
  groups: Map<string, DemandGroup>,
  executive: OfficeExecutive,
  position: number,
  piece: Piece,
  cause: string,
): void {
  const dutyIds = [...piece.dutyIds].sort();
  const base = [executive.id, cause, ...(dutyIds.length > 0 ? [dutyIds.join("+")] : [])].join("/");
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}#${n}`;
    const group = groups.get(id) ?? { cause, dutyIds, demands: new Map<number, Piece>() };
    if (group.demands.has(position)) continue;
    group.demands.set(position, piece);
    groups.set(id, group);
    return;
  }
}

/** Parts the duties between two people on the half-days of a group on which nobody can do all of them. */
function splitWhereNobodyCan(
  grid: Grid,
  executive: OfficeExecutive,
  group: DemandGroup,
  groups: Map<string, DemandGroup>,
  free: Map<string, number[]>,
): void {
  const needs = [...group.demands].flatMap(([position, { cover, window }]) => {
    const at = grid.halfDays[position];
    return cover === null && at ? [{ position, at, window }] : [];
  });
  const dutyIds = group.dutyIds.length > 0 ? group.dutyIds : dutiesToCover(executive, "am");
  const split = bestSplit(grid, executive, dutyIds, needs, free);
  for (const position of split?.positions ?? []) {
    const piece = group.demands.get(position);
    const at = grid.halfDays[position];
    if (!split || !piece || !at) continue;
    group.demands.delete(position);
    for (const dutyIds of split.groups) {
      const extent = { window: piece.window, dutyIds };
      const minutes = pieceMinutes(grid.office, executive, at, extent);
      if (minutes > 0) addPiece(groups, executive, position, { ...piece, ...extent, minutes }, group.cause);
    }
  }
}

/** What a group's episode is for; null for all duties in whole half-days. */
export function partOf({ dutyIds, demands }: DemandGroup, slotOf: Map<number, number>): EpisodePart | null {
  const windows = [...demands].flatMap(([position, { window }]) =>
    window ? [[slotOf.get(position) ?? 0, window] as const] : [],
  );
  return dutyIds.length === 0 && windows.length === 0
    ? null
    : { dutyIds: [...dutyIds], windows: Object.fromEntries(windows) };
}

/** One word for a cause: the absence, or what else keeps the own assistant from being there. */
function causeKey(cause: DemandCause): string {
  if (cause.kind === "absence") return cause.absenceId;
  return cause.kind === "unassigned" ? "unassigned" : `${cause.kind}:${cause.assistantId}`;
}
