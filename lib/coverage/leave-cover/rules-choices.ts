import { dutiesToCover, gapsIn, type Piece, piecesIn, type SlotState } from "@/lib/coverage/demand/rules";
import type { Grid } from "@/lib/coverage/demand/rules-grid";
import { type CoverSlot, firstIndexOf, runsOf } from "@/lib/coverage/demand/rules-runs";
import type { OfficeExecutive } from "@/lib/coverage/office/rules";
import type { PlanProblem } from "@/lib/coverage/planner/problem/problem";
import { extentOf } from "@/lib/coverage/plans/rules-planned-slots";
import type { PoolProblem } from "@/lib/coverage/plans/rules-problem";
import type { OpenedHalfDays } from "@/lib/coverage/what-if/rules-opened-by";
import type { NamedGap } from "@/lib/covers/rules";
import { ok, type Result, refuse } from "@/lib/result";
import {
  type HalfDay,
  type HalfDayRange,
  halfDayAt,
  rangeIndexes,
  rangeOfIndexes,
} from "@/lib/time/half-day";
import { type Hours, isSameHours, isWithin } from "@/lib/time/hours";
import { minutesAskedOf } from "./rules-opened";

/** Who is to cover an executive in a stretch of half-days. */
export type CoverChoice = HalfDayRange & {
  executiveId: string;
  assistantId: string;
  /** The duties covered where several share them; all of them when left out. */
  dutyIds?: string[];
  /** The hours covered where a half-day is shared by the hour; all that is open when left out. */
  window?: Hours;
};

/** The half-days a plan gives to people, as choices that can be sent back. */
export function choicesOf(grid: Grid, slots: readonly CoverSlot[]): CoverChoice[] {
  return runsOf(grid, slots).map(({ executiveId, assistantId, dutyIds = [], window, first, last }) => ({
    executiveId,
    assistantId,
    ...(dutyIds.length > 0 ? { dutyIds: [...dutyIds] } : {}),
    ...(window ? { window } : {}),
    ...rangeOfIndexes(first, last),
  }));
}

/** The state of an executive's half-day in a grid. */
export function stateAt(grid: Grid, executiveId: string, index: number): SlotState | undefined {
  return grid.rows.get(executiveId)?.[index - firstIndexOf(grid)];
}

/** The opened half-days that stay without anybody, wholly or in part, once some are covered; in order of time. */
export function gapsLeft(grid: Grid, opened: OpenedHalfDays, covered: readonly CoverSlot[]): NamedGap[] {
  const coveredAt = new Map<string, CoverSlot[]>();
  for (const slot of covered) {
    const key = `${slot.executiveId} ${slot.index}`;
    coveredAt.set(key, [...(coveredAt.get(key) ?? []), slot]);
  }
  return grid.office.executives
    .flatMap((executive) =>
      [...(opened.get(executive.id) ?? [])]
        .filter(
          (index) =>
            openPieces(grid, executive, index, coveredAt.get(`${executive.id} ${index}`) ?? []).length > 0,
        )
        .map((index) => ({ executiveId: executive.id, index })),
    )
    .sort((a, b) => a.index - b.index || (a.executiveId < b.executiveId ? -1 : 1))
    .map(({ executiveId, index }) => ({ executiveId, ...halfDayAt(index) }));
}

/** The parts of an executive's half-day that stay open once some are covered. */
export function openPieces(
  grid: Grid,
  executive: OfficeExecutive,
  index: number,
  covered: readonly CoverSlot[],
): Piece[] {
  const state = stateAt(grid, executive.id, index);
  return (state ? gapsIn(state) : []).filter((piece) => {
    const here = covered.filter((slot) => isSameTime(slot.window, piece.window));
    const held = new Set(here.flatMap((slot) => slot.dutyIds ?? []));
    const due = piece.dutyIds.length > 0 ? piece.dutyIds : dutiesToCover(executive, halfDayAt(index).part);
    return !here.some((slot) => !slot.dutyIds?.length) && !due.every((duty) => held.has(duty));
  });
}

function isSameTime(a: Hours | null | undefined, b: Hours | null | undefined): boolean {
  return !a || !b || isSameHours(a, b);
}

/** True when exactly these gaps are named, in any order. */
export function isSameGaps(a: readonly NamedGap[], b: readonly NamedGap[]): boolean {
  const keys = (gaps: readonly NamedGap[]) =>
    [...new Set(gaps.map((gap) => `${gap.executiveId} ${gap.on} ${gap.part}`))].sort().join();
  return keys(a) === keys(b);
}

/** The half-days of a manager's choices, and the gaps that stay; refuses gaps that are not named exactly. */
export function checkChoices(
  { grid, pools, opened }: { grid: Grid; pools: readonly PoolProblem[]; opened: OpenedHalfDays },
  choices: readonly CoverChoice[],
  acceptedGaps: readonly NamedGap[],
): Result<{ slots: CoverSlot[]; gaps: NamedGap[] }, "plan_outdated" | "gaps_not_accepted"> {
  const slots = slotsOfChoices(grid, pools, opened, choices);
  if (!slots.ok) return slots;
  const gaps = gapsLeft(grid, opened, slots.value);
  if (!isSameGaps(gaps, acceptedGaps))
    return refuse("gaps_not_accepted", { path: "acceptedGaps", details: { count: gaps.length, gaps } });
  return ok({ slots: slots.value, gaps });
}

type Unfit = { executiveId: string; assistantId: string } & Partial<HalfDay>;

/**
 * The half-days of a manager's choices, checked against the problem as it is now: each opened, nobody there yet, the
 * person eligible and with time beside all else they carry. Else `plan_outdated`, with the choice that no longer holds.
 */
export function slotsOfChoices(
  grid: Grid,
  pools: readonly PoolProblem[],
  opened: OpenedHalfDays,
  choices: readonly CoverChoice[],
): Result<CoverSlot[], "plan_outdated"> {
  const executives = pools.map((pool) => ({ pool, left: capacityLeft(pool) }));
  const slots: CoverSlot[] = [];
  const taken = new Set<string>();
  for (const choice of choices) {
    const { executiveId, assistantId } = choice;
    const { first, last } = rangeIndexes(choice);
    const indexes = [...(opened.get(executiveId) ?? [])].filter((index) => first <= index && index <= last);
    let found = 0;
    for (const { pool, left } of executives) {
      for (const served of servedBy(pool, choice, indexes)) {
        const key = `${served.episode.id} ${served.slot}`;
        const before = holderOf(pool, served);
        if (before?.assistantId === assistantId) continue;
        const fits = !taken.has(key) && !before?.isPinned && takes(left, served, assistantId);
        if (!fits) return outdated({ executiveId, assistantId, ...halfDayAt(served.index) });
        taken.add(key);
        found++;
        const extent = extentOf(pool, served.episode.id, served.slot);
        slots.push({
          executiveId,
          assistantId,
          absenceId: absenceAt(grid, served),
          index: served.index,
          ...extent,
        });
      }
    }
    if (found === 0) return outdated({ executiveId, assistantId });
  }
  return ok(slots);
}

function outdated(details: Unfit): Result<never, "plan_outdated"> {
  return refuse("plan_outdated", { details });
}

type Episode = PlanProblem["episodes"][number];
type Served = { episode: Episode; slot: number; index: number };

/** The episodes and slots of a problem that a choice speaks of: hours that somebody holds are none of a choice without hours. */
function servedBy(pool: PoolProblem, choice: CoverChoice, indexes: readonly number[]): Served[] {
  const slotOf = new Map(pool.slotIndexes.map((index, slot) => [index, slot]));
  const episodes = pool.problem.episodes.filter((episode) => {
    if (episode.executiveId !== choice.executiveId) return false;
    const { dutyIds } = extentOf(pool, episode.id, episode.from);
    return !choice.dutyIds?.length || [...choice.dutyIds].sort().join() === [...dutyIds].sort().join();
  });
  return episodes.flatMap((episode) =>
    indexes.flatMap((index) => {
      const slot = slotOf.get(index) ?? -1;
      const served = { episode, slot, index };
      const isAsked = (episode.minutes[slot - episode.from] ?? 0) > 0;
      return isAsked && isMeant(pool, choice, served) ? [served] : [];
    }),
  );
}

function isMeant(pool: PoolProblem, { window: hours }: CoverChoice, served: Served): boolean {
  const { window } = extentOf(pool, served.episode.id, served.slot);
  if (!hours) return !window || !holderOf(pool, served);
  return window !== null && isWithin(window, hours);
}

function holderOf({ problem }: PoolProblem, { episode, slot }: Served) {
  const isHere = (one: { episodeId: string; slot: number }) =>
    one.episodeId === episode.id && one.slot === slot;
  const pin = problem.pinned.find(isHere);
  const held = pin ?? problem.prior.find(isHere);
  return held && { assistantId: held.assistantId, isPinned: pin !== undefined };
}

/** What everybody has left beside the covers that stand. */
function capacityLeft({ problem }: PoolProblem): Map<string, number[]> {
  const left = new Map(problem.assistants.map(({ id, capacity }) => [id, [...capacity]]));
  const episodeOf = new Map(problem.episodes.map((episode) => [episode.id, episode]));
  for (const { episodeId, assistantId, slot } of [...problem.pinned, ...problem.prior]) {
    const episode = episodeOf.get(episodeId);
    const row = left.get(assistantId);
    if (episode && row) row[slot] = (row[slot] ?? 0) - minutesAskedOf(episode, assistantId, slot);
  }
  return left;
}

function takes(left: Map<string, number[]>, { episode, slot }: Served, assistantId: string): boolean {
  const row = left.get(assistantId);
  const minutes = minutesAskedOf(episode, assistantId, slot);
  const isCandidate = episode.candidates.some((one) => one.assistantId === assistantId);
  if (!row || !isCandidate || (row[slot] ?? 0) < minutes) return false;
  row[slot] = (row[slot] ?? 0) - minutes;
  return true;
}

function absenceAt(grid: Grid, { episode, index }: Served): string | null {
  const state = stateAt(grid, episode.executiveId, index);
  const causes = state ? piecesIn(state).map((piece) => piece.cause) : [];
  const absences = causes.flatMap((cause) => (cause.kind === "absence" ? [cause.absenceId] : []));
  return absences.find((id) => id === episode.absenceId) ?? absences[0] ?? null;
}
