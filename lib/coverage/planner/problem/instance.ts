import { int, item } from "@/lib/solver/arrays";
import type { PlanProblem } from "./problem";

/**
 * An episode reduced to its slots with demand ("steps"). Tables of candidate × step are flat: [candidate * steps + step].
 * `take` counts towards fairness; `use` towards room, and is 0 where a pin has already reserved it.
 */
export type Episode = {
  place: number;
  steps: number;
  slots: Int32Array;
  demand: Int32Array;
  weight: number;
  people: Int32Array;
  misfit: Int32Array;
  take: Int32Array;
  use: Int32Array;
  feasible: Uint8Array;
  cost: Float64Array;
  openCost: Float64Array;
  pin: Int32Array;
  prior: Int32Array;
  mayStayOpen: Uint8Array;
};

export type Instance = {
  slots: number;
  people: number;
  residual: Int32Array;
  capacity: Int32Array;
  expected: Int32Array;
  piece: number;
  change: number;
  firstSlope: number;
  secondSlope: number;
  episodes: Episode[];
  uncoveredPenalty: number;
};

/** For each episode, who serves each step: the candidate's place in the episode's list, or -1. */
export type Cover = Int32Array[];

/** Lays a problem out in typed arrays; an assistant who is not at work (capacity 0) can serve no executive. */
export function buildInstance(problem: PlanProblem): Instance {
  const personOf = new Map(problem.assistants.map((person, index) => [person.id, index]));
  const capacity = Int32Array.from(problem.assistants.flatMap((person) => person.capacity));
  const [firstSlope, secondSlope] = problem.weights.fairness;
  const frame = {
    slots: problem.slots,
    people: problem.assistants.length,
    capacity,
    expected: Int32Array.from(problem.assistants, (person) => person.expected),
    piece: problem.weights.piece,
    change: problem.weights.change,
    firstSlope,
    secondSlope,
  };
  const pins = servedTable(problem.pinned, personOf);
  const prior = servedTable(problem.prior, personOf);
  const episodes = problem.episodes.flatMap((document, place) => {
    const episode = layOut(document, place, personOf, prior, frame.change);
    for (let step = 0; step < episode.steps; step++) {
      const person = pins.get(document.id)?.get(int(episode.slots, step));
      if (person !== undefined) episode.pin[step] = episode.people.indexOf(person);
    }
    return episode.steps > 0 ? [episode] : [];
  });
  return reservePins({ ...frame, episodes });
}

/** The same instance with its current pins reserved: refreshes room, use and able after pins were changed. */
export function reservePins(frame: Omit<Instance, "residual" | "uncoveredPenalty">): Instance {
  const residual = Int32Array.from(frame.capacity);
  const episodes = frame.episodes.map((episode) => ({
    ...episode,
    use: episode.take.slice(),
    mayStayOpen: episode.mayStayOpen.slice(),
  }));
  forEachPin(episodes, (episode, candidate, step) => {
    const cell = int(episode.people, candidate) * frame.slots + int(episode.slots, step);
    residual[cell] = int(residual, cell) - int(episode.take, candidate * episode.steps + step);
  });
  for (const episode of episodes) episode.feasible = feasibleTable(frame, episode, residual);
  forEachPin(episodes, (episode, candidate, step) => {
    episode.use[candidate * episode.steps + step] = 0;
  });
  return { ...frame, residual, episodes, uncoveredPenalty: penaltyFor(frame) };
}

type EpisodeDoc = PlanProblem["episodes"][number];
type ServedTable = Map<string, Map<number, number>>;

function servedTable(list: PlanProblem["prior"], personOf: Map<string, number>): ServedTable {
  const table: ServedTable = new Map();
  for (const one of list) {
    const bySlot = table.get(one.episodeId) ?? new Map<number, number>();
    bySlot.set(one.slot, personOf.get(one.assistantId) as number);
    table.set(one.episodeId, bySlot);
  }
  return table;
}

function layOut(
  document: EpisodeDoc,
  place: number,
  personOf: Map<string, number>,
  priorTable: ServedTable,
  change: number,
): Episode {
  const offsets = [...document.minutes.keys()].filter((offset) => item(document.minutes, offset) > 0);
  const steps = offsets.length;
  const candidates = document.candidates;
  const priorSlots = priorTable.get(document.id);
  const prior = Int32Array.from(offsets, (offset) => priorSlots?.get(document.from + offset) ?? -1);
  const people = Int32Array.from(candidates, (one) => personOf.get(one.assistantId) as number);
  const take = new Int32Array(candidates.length * steps);
  const cost = new Float64Array(candidates.length * steps);
  for (const [candidate, { minutes = document.minutes, misfit }] of candidates.entries()) {
    for (let step = 0; step < steps; step++) {
      const node = candidate * steps + step;
      const was = int(prior, step);
      take[node] = item(minutes, item(offsets, step));
      cost[node] = misfit + (was >= 0 && was !== int(people, candidate) ? change : 0);
    }
  }
  return {
    place,
    steps,
    slots: Int32Array.from(offsets, (offset) => document.from + offset),
    demand: Int32Array.from(offsets, (offset) => item(document.minutes, offset)),
    weight: document.weight,
    people,
    misfit: Int32Array.from(candidates, (one) => one.misfit),
    take,
    use: take,
    feasible: new Uint8Array(take.length),
    cost,
    openCost: Float64Array.from(prior, (was) => (was >= 0 ? change : 0)),
    pin: new Int32Array(steps).fill(-1),
    prior,
    mayStayOpen: new Uint8Array(steps).fill(1),
  };
}

function forEachPin(episodes: Episode[], visit: (episode: Episode, candidate: number, step: number) => void) {
  for (const episode of episodes) {
    for (let step = 0; step < episode.steps; step++) {
      const candidate = int(episode.pin, step);
      if (candidate >= 0) visit(episode, candidate, step);
    }
  }
}

function feasibleTable(
  frame: Pick<Instance, "slots" | "capacity">,
  episode: Episode,
  residual: Int32Array,
): Uint8Array {
  const feasible = new Uint8Array(episode.take.length);
  for (let candidate = 0; candidate < episode.people.length; candidate++) {
    for (let step = 0; step < episode.steps; step++) {
      const cell = int(episode.people, candidate) * frame.slots + int(episode.slots, step);
      const node = candidate * episode.steps + step;
      const pinned = int(episode.pin, step);
      const fits = int(frame.capacity, cell) > 0 && int(episode.take, node) <= int(residual, cell);
      feasible[node] = (pinned >= 0 ? pinned === candidate : fits) ? 1 : 0;
    }
  }
  return feasible;
}

// Above every possible quality cost, so one uncovered minute outweighs any gain in quality.
function penaltyFor(frame: Omit<Instance, "residual" | "uncoveredPenalty">): number {
  let worst = 1;
  const slope = Math.max(frame.firstSlope, frame.secondSlope);
  for (const episode of frame.episodes) {
    let highest = 0;
    for (let place = 0; place < episode.misfit.length; place++)
      highest = Math.max(highest, int(episode.misfit, place));
    let most = 0;
    for (let node = 0; node < episode.take.length; node++) most = Math.max(most, int(episode.take, node));
    worst += episode.steps * (highest + frame.change + frame.piece + slope * most);
  }
  return worst;
}
