import { judgeFor } from "@/lib/coverage/candidates/rules-eligibility";
import { atPercent, familiarityPercent, neededMinutes } from "@/lib/coverage/candidates/rules-familiarity";
import { demandWeight, type Piece } from "@/lib/coverage/demand/rules";
import { executivesOf, freeMinutes, type Grid, take, takeCovers } from "@/lib/coverage/demand/rules-grid";
import { withoutDeclined } from "@/lib/coverage/offers/rules";
import {
  isThereFor,
  needsSupport,
  type OfficeAssistant,
  type OfficeExecutive,
} from "@/lib/coverage/office/rules";
import type { PlanProblem } from "@/lib/coverage/planner/problem/problem";
import { resultOf } from "@/lib/steps";
import { halfDayIndex } from "@/lib/time/half-day";
import { type DemandGroup, type EpisodePart, groupsOf, partOf } from "./rules-demand-groups";

const WEIGHTS: PlanProblem["weights"] = { piece: 150, change: 40, fairness: [2, 6] };

/**
 * Fair share of cover: half as much again as an even split, by free time, of what the ledger says the pool carried over its
 * period and what the horizon asks; less what a person carried already, and never below nothing.
 */
const FAIR_SHARE = 1.5;

/** A planning problem of one pool, the half-day index each of its slots stands for, and the parts its episodes are for. */
export type PoolProblem = {
  problem: PlanProblem;
  slotIndexes: number[];
  parts?: Record<string, EpisodePart>;
};

type Episode = PlanProblem["episodes"][number];

/** The planner's question for a pool: every half-day somebody there is without their own assistant, and who could take it. */
export function problemOf(grid: Grid, poolId: string, free?: Map<string, number[]>): PoolProblem {
  return resultOf(problemInSteps(grid, poolId, free));
}

/**
 * The same question, an executive at a step, so that in a large pool others get their turn in between. The time people have
 * left beside the executives of other pools is worked out unless it is known.
 */
export function* problemInSteps(
  grid: Grid,
  poolId: string,
  free: Map<string, number[]> = freeBeside(grid, poolId),
): Generator<void, PoolProblem> {
  const positions = neededPositions(grid, poolId);
  const slotOf = new Map(positions.map((position, slot) => [position, slot]));
  const episodes: Episode[] = [];
  const pinned: PlanProblem["pinned"] = [];
  const prior: PlanProblem["prior"] = [];
  const parts: NonNullable<PoolProblem["parts"]> = {};
  for (const executive of executivesOf(grid.office, poolId)) {
    yield;
    for (const [id, group] of groupsOf(grid, executive, free)) {
      const episode = episodeOf(grid, executive, id, group, positions, slotOf, free);
      place(grid, executive, episode, group.demands, slotOf, free, pinned, prior);
      if (!episode.minutes.some((minutes) => minutes > 0)) continue;
      episodes.push(episode);
      const part = partOf(group, slotOf);
      if (part) parts[id] = part;
    }
  }
  yield;
  const assistants = capacities(grid, poolId, positions, free, episodes);
  const held = keepWhatFits([...pinned, ...prior], episodes, assistants);
  const problem: PlanProblem = {
    slots: positions.length,
    assistants,
    episodes,
    pinned: pinned.filter((one) => held.has(one)),
    prior: prior.filter((one) => held.has(one)),
    weights: WEIGHTS,
  };
  const slotIndexes = positions.map((position) => halfDayIndex(grid.office.from, "am") + position);
  const stored = { problem, slotIndexes, ...(Object.keys(parts).length > 0 ? { parts } : {}) };
  return withoutDeclined(stored, grid.office.declined ?? []);
}

function freeBeside(grid: Grid, poolId: string): Map<string, number[]> {
  const free = freeMinutes(grid);
  for (const executive of grid.office.executives)
    if (executive.poolId !== poolId) takeCovers(grid, executive, free);
  return free;
}

/** Half-days on which anybody of the pool needs support. */
function neededPositions(grid: Grid, poolId: string): number[] {
  const executives = executivesOf(grid.office, poolId);
  return grid.halfDays.flatMap(({ on, part }, position) =>
    executives.some((executive) => needsSupport(grid.office, executive, on, part)) ? [position] : [],
  );
}

function episodeOf(
  grid: Grid,
  executive: OfficeExecutive,
  id: string,
  { cause, dutyIds, demands }: DemandGroup,
  positions: number[],
  slotOf: Map<number, number>,
  free: Map<string, number[]>,
): Episode {
  const slots = [...demands.keys()].map((position) => slotOf.get(position) ?? 0);
  const from = Math.min(...slots);
  const to = Math.max(...slots) + 1;
  const within = positions.slice(from, to);
  return {
    id,
    executiveId: executive.id,
    absenceId: cause,
    from,
    to,
    minutes: within.map((position) => demands.get(position)?.minutes ?? 0),
    weight: demandWeight(executive),
    candidates: candidatesOf(grid, executive, dutyIds, demands, within, free),
  };
}

/** Minutes that say somebody is not there then: more than any half-day has. */
export const NOT_THERE_MINUTES = 24 * 60;

function candidatesOf(
  grid: Grid,
  executive: OfficeExecutive,
  dutyIds: readonly string[],
  demands: Map<number, Piece>,
  within: number[],
  free: Map<string, number[]>,
): Episode["candidates"] {
  const { office } = grid;
  const [firstPosition = 0] = demands.keys();
  const on = grid.halfDays[firstPosition]?.on ?? office.from;
  const judge = judgeFor(office, executive, on, dutyIds);
  const asked = within.map((position) => demands.get(position)?.minutes ?? 0);
  const minutesFor = minutesForEach(grid, executive, demands, within, asked);
  const candidates: Episode["candidates"] = [];
  for (const assistant of office.assistants.values()) {
    if (!judge.isEligible(assistant)) continue;
    const minutes = minutesFor(assistant);
    const row = free.get(assistant.id) ?? [];
    if (!within.some((position, i) => demands.has(position) && (row[position] ?? 0) >= (minutes[i] ?? 0)))
      continue;
    const isAsAsked = minutes.every((needed, i) => needed === asked[i]);
    const misfit = judge.misfit(assistant);
    candidates.push({ assistantId: assistant.id, misfit, ...(isAsAsked ? {} : { minutes }) });
  }
  return candidates;
}

/** Minutes a person needs for each half-day asked of them; beyond anything where they are not there in its hours. */
function minutesForEach(
  { office, halfDays }: Grid,
  executive: OfficeExecutive,
  demands: Map<number, Piece>,
  within: number[],
  asked: number[],
): (assistant: OfficeAssistant) => number[] {
  const byPercent = new Map<number, number[]>();
  const isInHours = [...demands.values()].some((piece) => piece.window !== null);
  return (assistant) => {
    const percent = familiarityPercent(office, assistant.id, executive);
    const minutes = byPercent.get(percent) ?? asked.map((needed) => atPercent(needed, percent));
    byPercent.set(percent, minutes);
    const isAwayByTheHour = assistant.absences.some((absence) => absence.window);
    if (!isInHours && !isAwayByTheHour) return minutes;
    return minutes.map((needed, i) => {
      const piece = demands.get(within[i] ?? 0);
      const at = halfDays[within[i] ?? 0];
      if (!piece || !at || (piece.window === null && !isAwayByTheHour)) return needed;
      return isThereFor(office, assistant, at, piece.window) ? needed : NOT_THERE_MINUTES;
    });
  };
}

/**
 * Covers that stand become pins or prior. One the rules would not make (a manager's override) stays outside the
 * problem: its demand is met and its minutes are taken.
 */
function place(
  { office }: Grid,
  executive: OfficeExecutive,
  episode: Episode,
  demands: Map<number, Piece>,
  slotOf: Map<number, number>,
  free: Map<string, number[]>,
  pinned: PlanProblem["pinned"],
  prior: PlanProblem["prior"],
): void {
  for (const [position, { cover, minutes }] of demands) {
    if (!cover) continue;
    const { assistantId } = cover;
    const slot = slotOf.get(position) ?? 0;
    const needs = neededMinutes(office, assistantId, executive, minutes);
    const fits = (free.get(assistantId)?.[position] ?? 0) >= needs;
    if (fits && episode.candidates.some((c) => c.assistantId === assistantId)) {
      (cover.pinned ? pinned : prior).push({ episodeId: episode.id, slot, assistantId });
      continue;
    }
    episode.minutes[slot - episode.from] = 0;
    take(free, assistantId, position, needs);
  }
}

type Served = PlanProblem["pinned"][number];

/**
 * Standing covers within what their people can carry together. One beyond it stands outside the problem: its demand is
 * met, and whoever carries it has nothing more to give then.
 */
function keepWhatFits(
  standing: readonly Served[],
  episodes: readonly Episode[],
  assistants: PlanProblem["assistants"],
): Set<Served> {
  const episodeOfId = new Map(episodes.map((episode) => [episode.id, episode]));
  const left = new Map(assistants.map((assistant) => [assistant.id, [...assistant.capacity]]));
  const capacity = new Map(assistants.map((assistant) => [assistant.id, assistant.capacity]));
  return new Set(
    standing.filter(({ episodeId, slot, assistantId }) => {
      const episode = episodeOfId.get(episodeId);
      const rest = left.get(assistantId);
      const whole = capacity.get(assistantId);
      if (!episode || !rest || !whole) return false;
      const candidate = episode.candidates.find((one) => one.assistantId === assistantId);
      const minutes = (candidate?.minutes ?? episode.minutes)[slot - episode.from] ?? 0;
      const free = rest[slot] ?? 0;
      const fits = minutes <= free;
      rest[slot] = fits ? free - minutes : 0;
      if (!fits) {
        whole[slot] = (whole[slot] ?? 0) - free;
        episode.minutes[slot - episode.from] = 0;
      }
      return fits;
    }),
  );
}

/** Everybody of the pool, and of those whom other pools lend whoever could take something. */
function capacities(
  grid: Grid,
  poolId: string,
  positions: number[],
  free: Map<string, number[]>,
  episodes: Episode[],
): PlanProblem["assistants"] {
  const asked = new Set(episodes.flatMap((episode) => episode.candidates.map((one) => one.assistantId)));
  const rows = [...grid.office.assistants.values()]
    .filter((assistant) => assistant.poolId === poolId || asked.has(assistant.id))
    .map(({ id }) => {
      const left = free.get(id) ?? [];
      return { id, capacity: positions.map((p) => left[p] ?? 0) };
    });
  const carried = (id: string) => grid.office.carried.get(id) ?? 0;
  const demand =
    sum(episodes.map((episode) => sum(episode.minutes))) + sum(rows.map((row) => carried(row.id)));
  const total = sum(rows.map((row) => sum(row.capacity)));
  return rows.map((row) => {
    const free = sum(row.capacity);
    const fair = Math.ceil((FAIR_SHARE * demand * free) / (total || 1));
    return { ...row, expected: Math.max(0, Math.min(free, fair - carried(row.id))) };
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
