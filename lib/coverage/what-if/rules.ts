import { neededMinutes } from "@/lib/coverage/candidates/rules-familiarity";
import { coversIn, demandWeight, ownIn, type SlotState } from "@/lib/coverage/demand/rules";
import { executivesOf, type Grid } from "@/lib/coverage/demand/rules-grid";
import { firstIndexOf } from "@/lib/coverage/demand/rules-runs";
import type { PlannedMove } from "@/lib/coverage/plans/rules-difference";
import { rangeOfIndexes } from "@/lib/time/half-day";
import { type IsoWeek, isoWeekOf } from "@/lib/time/iso-week";

/** Gaps of a pool: half-days, how many executives they concern, and their minutes by the weight of the executive. */
export type GapFigures = { halfDays: number; executives: number; weightedMinutes: number };

/** Counts a pool's gaps as its board does. */
export function gapFigures(grid: Grid, poolId: string): GapFigures {
  const figures = { halfDays: 0, executives: 0, weightedMinutes: 0 };
  for (const executive of executivesOf(grid.office, poolId)) {
    const gaps = (grid.rows.get(executive.id) ?? []).filter((state) => state.status === "gap");
    figures.halfDays += gaps.length;
    figures.executives += gaps.length > 0 ? 1 : 0;
    figures.weightedMinutes += demandWeight(executive) * sum(gaps.map((gap) => gap.minutes));
  }
  return figures;
}

/** A pool's gap half-days by week, for each week of the range. */
export function gapsByWeek(grid: Grid, poolId: string): { week: IsoWeek; gaps: number }[] {
  const counts = new Map(grid.halfDays.map(({ on }) => [isoWeekOf(on), 0]));
  for (const executive of executivesOf(grid.office, poolId)) {
    grid.rows.get(executive.id)?.forEach((state, position) => {
      const on = grid.halfDays[position]?.on;
      if (state.status !== "gap" || !on) return;
      counts.set(isoWeekOf(on), (counts.get(isoWeekOf(on)) ?? 0) + 1);
    });
  }
  return [...counts].map(([week, gaps]) => ({ week, gaps }));
}

/** What a person carries: minutes for their own executives, and minutes of cover. */
export type Load = { own: number; cover: number };

/** Minutes everybody who serves an executive gives over the range, cover by how familiar they are with the executive. */
export function loadOf(grid: Grid): Map<string, Load> {
  const loads = new Map<string, Load>();
  const give = (assistantId: string, kind: keyof Load, minutes: number) => {
    const load = loads.get(assistantId) ?? { own: 0, cover: 0 };
    loads.set(assistantId, { ...load, [kind]: load[kind] + minutes });
  };
  for (const executive of grid.office.executives) {
    for (const state of grid.rows.get(executive.id) ?? []) {
      for (const { assistantId, minutes } of ownIn(state)) give(assistantId, "own", minutes);
      for (const { cover, minutes } of coversIn(state))
        give(cover.assistantId, "cover", neededMinutes(grid.office, cover.assistantId, executive, minutes));
    }
  }
  return loads;
}

export type LoadChange = { assistantId: string; before: Load; after: Load };

/** Whose load differs between two states of the office, the largest difference first. */
export function loadChanges(before: Grid, after: Grid): LoadChange[] {
  const [was, is] = [loadOf(before), loadOf(after)];
  const none = { own: 0, cover: 0 };
  const difference = (one: LoadChange) => Math.abs(total(one.after) - total(one.before));
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((assistantId) => ({
      assistantId,
      before: was.get(assistantId) ?? none,
      after: is.get(assistantId) ?? none,
    }))
    .filter(({ before: a, after: b }) => a.own !== b.own || a.cover !== b.cover)
    .sort((a, b) => difference(b) - difference(a) || (a.assistantId < b.assistantId ? -1 : 1));
}

/** Half-days of a pool's executives that somebody else serves, or nobody, between two states of the office. */
export function servedDifferently(before: Grid, after: Grid, poolId: string): PlannedMove[] {
  const firstIndex = firstIndexOf(after);
  return executivesOf(after.office, poolId).flatMap((executive) => {
    const was = before.rows.get(executive.id);
    const is = after.rows.get(executive.id) ?? [];
    const moves: (PlannedMove & { last: number })[] = [];
    is.forEach((state, position) => {
      const [from, to] = [serverOf(was?.[position]), serverOf(state)];
      const last = moves.at(-1);
      // Half-days nobody needs, such as a weekend, do not break a stretch.
      if (state.status === "not_needed" && last?.last === position - 1) last.last = position;
      if (from === to || (was === undefined && to === null)) return;
      const index = firstIndex + position;
      if (last?.fromAssistantId === from && last.toAssistantId === to && last.last === position - 1) {
        const { to: until, toPart } = rangeOfIndexes(index, index);
        Object.assign(last, { to: until, toPart, last: position, halfDays: last.halfDays + 1 });
        return;
      }
      moves.push({
        ...rangeOfIndexes(index, index),
        executiveId: executive.id,
        fromAssistantId: from,
        toAssistantId: to,
        halfDays: 1,
        last: position,
      });
    });
    return moves.map(({ last: _, ...move }) => move);
  });
}

export type Worsened = { executiveId: string; before: number; after: number };

/** Executives with more gap half-days after than before, the heaviest executives first. */
export function worsenedExecutives(before: Grid, after: Grid, poolId: string): Worsened[] {
  const gaps = (grid: Grid, id: string) =>
    (grid.rows.get(id) ?? []).filter((state) => state.status === "gap").length;
  return executivesOf(after.office, poolId)
    .map((executive) => ({
      tier: executive.tier,
      executiveId: executive.id,
      before: gaps(before, executive.id),
      after: gaps(after, executive.id),
    }))
    .filter((one) => one.after > one.before)
    .sort((a, b) => b.tier * (b.after - b.before) - a.tier * (a.after - a.before))
    .map(({ tier: _, ...one }) => one);
}

function serverOf(state: SlotState | undefined): string | null {
  return state && "assistantId" in state ? state.assistantId : null;
}

function total({ own, cover }: Load): number {
  return own + cover;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
