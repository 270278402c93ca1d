import { type Piece, piecesIn } from "@/lib/coverage/demand/rules";
import type { Grid } from "@/lib/coverage/demand/rules-grid";
import { type CoverSlot, firstIndexOf } from "@/lib/coverage/demand/rules-runs";
import type { PlanResult } from "@/lib/coverage/planner/result/plan-result";
import type { Extent } from "@/lib/covers/rules-extent";
import type { PoolProblem } from "./rules-problem";

/** The hours and duties an episode of a problem is for in one of its slots. */
export function extentOf({ parts }: PoolProblem, episodeId: string, slot: number): Required<Extent> {
  const part = parts?.[episodeId];
  return { window: part?.windows[slot] ?? null, dutyIds: part?.dutyIds ?? [] };
}

/** The half-days, hours and duties a plan gives to somebody who does not cover them today. */
export function plannedSlots(
  grid: Grid,
  stored: PoolProblem,
  assignments: PlanResult["assignments"],
): CoverSlot[] {
  const episodes = new Map(stored.problem.episodes.map((episode) => [episode.id, episode]));
  const firstIndex = firstIndexOf(grid);
  return assignments.flatMap(({ episodeId, from, to, assistantId }) => {
    const episode = episodes.get(episodeId);
    if (!episode) return [];
    const slots = Array.from({ length: to - from }, (_, i) => from + i);
    return slots.flatMap((slot) => {
      if ((episode.minutes[slot - episode.from] ?? 0) === 0) return [];
      const index = stored.slotIndexes[slot] ?? 0;
      const state = grid.rows.get(episode.executiveId)?.[index - firstIndex];
      const extent = extentOf(stored, episodeId, slot);
      const pieces = state ? piecesIn(state).filter((piece) => isPartOf(piece, extent)) : [];
      if (pieces.every((piece) => piece.cover?.assistantId === assistantId)) return [];
      const cause = pieces[0]?.cause;
      const absenceId = cause?.kind === "absence" ? cause.absenceId : null;
      return [{ executiveId: episode.executiveId, assistantId, absenceId, index, ...extent }];
    });
  });
}

function isPartOf(piece: Piece, { window, dutyIds }: Required<Extent>): boolean {
  const isSameTime =
    piece.window?.startMinute === window?.startMinute && piece.window?.endMinute === window?.endMinute;
  const isSameDuty =
    piece.dutyIds.length === 0 || dutyIds.length === 0 || piece.dutyIds.some((one) => dutyIds.includes(one));
  return isSameTime && isSameDuty;
}
