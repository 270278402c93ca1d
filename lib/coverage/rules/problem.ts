import type { PlanProblem } from "@/lib/coverage/planner/problem";
import { halfDayIndex } from "@/lib/time/half-day";
import { type DemandCause, demandWeight, type SlotState } from "./demand";
import { ineligibilities, misfitFor } from "./eligibility";
import { executivesOf, freeMinutes, type Grid, take } from "./grid";
import { withoutDeclined } from "./offers";
import { needsSupport, type OfficeExecutive } from "./office";

const WEIGHTS: PlanProblem["weights"] = { piece: 150, change: 40, fairness: [2, 6] };

/** Fair share of cover: half as much again as an even split by free time. */
const FAIR_SHARE = 1.5;

/** A planning problem of one pool, and the half-day index each of its slots stands for. */
export type PoolProblem = { problem: PlanProblem; slotIndexes: number[] };

type Demand = { minutes: number; state: Extract<SlotState, { status: "gap" | "cover" }> };
type Episode = PlanProblem["episodes"][number];

/** The planner's question for a pool: every half-day somebody there is without their own assistant, and who could take it. */
export function problemOf(grid: Grid, poolId: string): PoolProblem {
  const positions = neededPositions(grid, poolId);
  const slotOf = new Map(positions.map((position, slot) => [position, slot]));
  const free = freeMinutes(grid);
  countOtherPoolsCovers(grid, poolId, free);
  const episodes: Episode[] = [];
  const pinned: PlanProblem["pinned"] = [];
  const prior: PlanProblem["prior"] = [];
  for (const executive of executivesOf(grid.office, poolId)) {
    for (const demands of demandsByCause(grid, executive)) {
      const episode = episodeOf(grid, executive, demands, positions, slotOf, free);
      place(episode, demands, slotOf, free, pinned, prior);
      if (episode.minutes.some((minutes) => minutes > 0)) episodes.push(episode);
    }
  }
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
  return withoutDeclined({ problem, slotIndexes }, grid.office.declined ?? []);
}

/** Half-days on which anybody of the pool needs support. */
function neededPositions(grid: Grid, poolId: string): number[] {
  const executives = executivesOf(grid.office, poolId);
  return grid.halfDays.flatMap(({ on, part }, position) =>
    executives.some((executive) => needsSupport(grid.office, executive, on, part)) ? [position] : [],
  );
}

/** The executive's demand by half-day of the grid, one map for each cause. */
function demandsByCause(grid: Grid, executive: OfficeExecutive): Map<number, Demand>[] {
  const byCause = new Map<string, Map<number, Demand>>();
  grid.rows.get(executive.id)?.forEach((state, position) => {
    if ((state.status !== "gap" && state.status !== "cover") || state.minutes === 0) return;
    const key = causeKey(state.cause);
    const demands = byCause.get(key) ?? new Map<number, Demand>();
    byCause.set(key, demands.set(position, { minutes: state.minutes, state }));
  });
  return [...byCause.values()];
}

/** One word for a cause: the absence, or what else keeps the own assistant from being there. */
function causeKey(cause: DemandCause): string {
  if (cause.kind === "absence") return cause.absenceId;
  return cause.kind === "unassigned" ? "unassigned" : `${cause.kind}:${cause.assistantId}`;
}

function episodeOf(
  grid: Grid,
  executive: OfficeExecutive,
  demands: Map<number, Demand>,
  positions: number[],
  slotOf: Map<number, number>,
  free: Map<string, number[]>,
): Episode {
  const slots = [...demands.keys()].map((position) => slotOf.get(position) ?? 0);
  const from = Math.min(...slots);
  const to = Math.max(...slots) + 1;
  const minutes = positions.slice(from, to).map((position) => demands.get(position)?.minutes ?? 0);
  const [first] = demands.values();
  const cause = first ? causeKey(first.state.cause) : "";
  const candidates = candidatesOf(grid, executive, demands, free);
  const id = `${executive.id}/${cause}`;
  return {
    id,
    executiveId: executive.id,
    absenceId: cause,
    from,
    to,
    minutes,
    weight: demandWeight(executive),
    candidates,
  };
}

function candidatesOf(
  grid: Grid,
  executive: OfficeExecutive,
  demands: Map<number, Demand>,
  free: Map<string, number[]>,
): Episode["candidates"] {
  const [firstPosition = 0] = demands.keys();
  const on = grid.halfDays[firstPosition]?.on ?? grid.office.from;
  return [...grid.office.assistants.values()]
    .filter((assistant) =>
      [...demands].some(([position, demand]) => (free.get(assistant.id)?.[position] ?? 0) >= demand.minutes),
    )
    .filter((assistant) => ineligibilities(grid.office, assistant, executive, on).length === 0)
    .map((assistant) => ({
      assistantId: assistant.id,
      misfit: misfitFor(grid.office, assistant, executive, on),
    }));
}

/**
 * Covers that stand become pins or prior. One the rules would not make (a manager's override) stays outside the
 * problem: its demand is met and its minutes are taken.
 */
function place(
  episode: Episode,
  demands: Map<number, Demand>,
  slotOf: Map<number, number>,
  free: Map<string, number[]>,
  pinned: PlanProblem["pinned"],
  prior: PlanProblem["prior"],
): void {
  for (const [position, { state, minutes }] of demands) {
    if (state.status !== "cover") continue;
    const { assistantId, cover } = state;
    const slot = slotOf.get(position) ?? 0;
    const fits = (free.get(assistantId)?.[position] ?? 0) >= minutes;
    if (fits && episode.candidates.some((c) => c.assistantId === assistantId)) {
      (cover.pinned ? pinned : prior).push({ episodeId: episode.id, slot, assistantId });
      continue;
    }
    episode.minutes[slot - episode.from] = 0;
    take(free, assistantId, position, minutes);
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
      const minutes = episode.minutes[slot - episode.from] ?? 0;
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

function countOtherPoolsCovers(grid: Grid, poolId: string, free: Map<string, number[]>): void {
  for (const executive of grid.office.executives) {
    if (executive.poolId === poolId) continue;
    grid.rows.get(executive.id)?.forEach((state, position) => {
      if (state.status === "cover") take(free, state.assistantId, position, state.minutes);
    });
  }
}

function capacities(
  grid: Grid,
  poolId: string,
  positions: number[],
  free: Map<string, number[]>,
  episodes: Episode[],
): PlanProblem["assistants"] {
  const rows = [...grid.office.assistants.values()]
    .filter((assistant) => assistant.poolId === poolId)
    .map((assistant) => ({
      id: assistant.id,
      capacity: positions.map((p) => free.get(assistant.id)?.[p] ?? 0),
    }));
  const demand = sum(episodes.flatMap((episode) => episode.minutes));
  const total = sum(rows.flatMap((row) => row.capacity));
  return rows.map((row) => {
    const free = sum(row.capacity);
    return { ...row, expected: Math.min(free, Math.ceil((FAIR_SHARE * demand * free) / (total || 1))) };
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
