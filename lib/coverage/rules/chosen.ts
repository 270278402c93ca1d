import type { PlanResult } from "@/lib/coverage/planner/plan-result";
import type { PlanProblem } from "@/lib/coverage/planner/problem";
import { ok, type Result, refuse } from "@/lib/result";
import { type HalfDay, type HalfDayRange, halfDayAt, rangeIndexes } from "@/lib/time/half-day";
import type { SlotState } from "./demand";
import type { Grid } from "./grid";
import { minutesFor, type Opened } from "./opened";
import type { PoolProblem } from "./problem";
import { type CoverSlot, firstIndexOf } from "./runs";

/** Who is to cover an executive in a stretch of half-days. */
export type CoverChoice = HalfDayRange & { executiveId: string; assistantId: string };

/** A half-day of an executive that nobody serves. */
export type NamedGap = HalfDay & { executiveId: string };

/** The state of an executive's half-day in a grid. */
export function stateAt(grid: Grid, executiveId: string, index: number): SlotState | undefined {
  return grid.rows.get(executiveId)?.[index - firstIndexOf(grid)];
}

/** The half-days a plan gives to somebody who does not cover them yet. */
export function plannedSlots(
  grid: Grid,
  { problem, slotIndexes }: PoolProblem,
  result: PlanResult,
): CoverSlot[] {
  const episodes = new Map(problem.episodes.map((episode) => [episode.id, episode]));
  return result.assignments.flatMap(({ episodeId, from, to, assistantId }) => {
    const episode = episodes.get(episodeId);
    if (!episode) return [];
    return Array.from({ length: to - from }, (_, i) => from + i).flatMap((slot) => {
      if ((episode.minutes[slot - episode.from] ?? 0) === 0) return [];
      return coverSlotAt(grid, episode.executiveId, assistantId, slotIndexes[slot] ?? 0) ?? [];
    });
  });
}

function coverSlotAt(grid: Grid, executiveId: string, assistantId: string, index: number): CoverSlot | null {
  const state = stateAt(grid, executiveId, index);
  if (state?.status !== "gap" && state?.status !== "cover") return null;
  if (state.status === "cover" && state.assistantId === assistantId) return null;
  const absenceId = state.cause.kind === "absence" ? state.cause.absenceId : null;
  return { executiveId, assistantId, absenceId, index };
}

/** The opened half-days that stay without anybody once some are covered, in order of time. */
export function gapsLeft(grid: Grid, opened: Opened, covered: readonly CoverSlot[]): NamedGap[] {
  const isCovered = new Set(covered.map((slot) => `${slot.executiveId} ${slot.index}`));
  return [...opened]
    .flatMap(([executiveId, indexes]) =>
      [...indexes]
        .filter((index) => stateAt(grid, executiveId, index)?.status === "gap")
        .filter((index) => !isCovered.has(`${executiveId} ${index}`))
        .map((index) => ({ executiveId, index })),
    )
    .sort((a, b) => a.index - b.index || (a.executiveId < b.executiveId ? -1 : 1))
    .map(({ executiveId, index }) => ({ executiveId, ...halfDayAt(index) }));
}

/** True when exactly these gaps are named, in any order. */
export function isSameGaps(a: readonly NamedGap[], b: readonly NamedGap[]): boolean {
  const keys = (gaps: readonly NamedGap[]) =>
    [...new Set(gaps.map((gap) => `${gap.executiveId} ${gap.on} ${gap.part}`))].sort().join();
  return keys(a) === keys(b);
}

type Unfit = { executiveId: string; assistantId: string } & Partial<HalfDay>;

/**
 * The half-days of a manager's choices, checked against the problem as it is now: each opened, nobody there yet, the
 * person eligible and with time beside all else they carry. Else `plan_outdated`, with the choice that no longer holds.
 */
export function slotsOfChoices(
  grid: Grid,
  pools: readonly PoolProblem[],
  opened: Opened,
  choices: readonly CoverChoice[],
): Result<CoverSlot[], "plan_outdated"> {
  const rooms = pools.map(roomOf);
  const slots: CoverSlot[] = [];
  const taken = new Set<string>();
  for (const choice of choices) {
    const { executiveId, assistantId } = choice;
    const { first, last } = rangeIndexes(choice);
    const indexes = [...(opened.get(executiveId) ?? [])].filter((index) => first <= index && index <= last);
    const wanted = indexes.flatMap((index) => coverSlotAt(grid, executiveId, assistantId, index) ?? []);
    if (wanted.length === 0) return outdated({ executiveId, assistantId });
    for (const slot of wanted) {
      const key = `${executiveId} ${slot.index}`;
      const isFree = !taken.has(key) && rooms.some((room) => room(slot));
      if (!isFree) return outdated({ executiveId, assistantId, ...halfDayAt(slot.index) });
      taken.add(key);
      slots.push(slot);
    }
  }
  return ok(slots);
}

function outdated(details: Unfit): Result<never, "plan_outdated"> {
  return refuse("plan_outdated", { details });
}

type Episode = PlanProblem["episodes"][number];

/** Takes a half-day's minutes from the person when the problem lets them have it, and says whether it did. */
function roomOf({ problem, slotIndexes }: PoolProblem): (slot: CoverSlot) => boolean {
  const slotOf = new Map(slotIndexes.map((index, slot) => [index, slot]));
  const left = new Map(problem.assistants.map(({ id, capacity }) => [id, [...capacity]]));
  const episodeOf = new Map(problem.episodes.map((episode) => [episode.id, episode]));
  function takes(episode: Episode, assistantId: string, slot: number): boolean {
    const row = left.get(assistantId);
    const minutes = minutesFor(episode, assistantId, slot);
    if (!row || (row[slot] ?? 0) < minutes) return false;
    row[slot] = (row[slot] ?? 0) - minutes;
    return true;
  }
  for (const { episodeId, assistantId, slot } of [...problem.pinned, ...problem.prior]) {
    const episode = episodeOf.get(episodeId);
    if (episode) takes(episode, assistantId, slot);
  }
  return ({ executiveId, assistantId, index }) => {
    const slot = slotOf.get(index) ?? -1;
    const episode = problem.episodes.find(
      (one) => one.executiveId === executiveId && (one.minutes[slot - one.from] ?? 0) > 0,
    );
    const isPinned = problem.pinned.some((pin) => pin.episodeId === episode?.id && pin.slot === slot);
    const isCandidate = episode?.candidates.some((one) => one.assistantId === assistantId) === true;
    return episode !== undefined && !isPinned && isCandidate && takes(episode, assistantId, slot);
  };
}
