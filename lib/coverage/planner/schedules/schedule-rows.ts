import { isUncoverable } from "@/lib/coverage/planner/prices/prices";
import type { Cover, Episode, Instance } from "@/lib/coverage/planner/problem/instance";
import { fairnessCost } from "@/lib/coverage/planner/result/fairness";
import { int, num } from "@/lib/solver/arrays";

/** A step that may stay open: its coverage row, its cost, and what it weighs in its slot's limit. */
export type OpenColumn = { row: number; cost: number; slot: number; weight: number };

/**
 * The rows of the schedule programme: one per episode step (served once or open), one per assistant (one schedule), one
 * per slot with spare weight. `first` is an episode's first row, `episodeOf` the way back.
 */
export type ScheduleRows = {
  steps: number;
  first: Int32Array;
  episodeOf: Int32Array;
  people: number;
  spare: Map<number, number>;
  count: number;
  open: OpenColumn[];
};

/** One assistant's whole schedule as a column: its true cost, the coverage rows it fills, in order, and as which candidate. */
export type ScheduleColumn = { person: number; cost: number; rows: Int32Array; candidates: Int32Array };

/** Numbers the rows and lists the steps that may stay open. */
export function scheduleRows(instance: Instance, spare: Float64Array): ScheduleRows {
  const first = new Int32Array(instance.episodes.length);
  const episodeOf: number[] = [];
  const open: OpenColumn[] = [];
  for (const [index, episode] of instance.episodes.entries()) {
    first[index] = episodeOf.length;
    for (let step = 0; step < episode.steps; step++) {
      if (episode.mayStayOpen[step] === 1) open.push(openColumn(episode, step, episodeOf.length));
      episodeOf.push(index);
    }
  }
  const steps = episodeOf.length;
  const spareRows = new Map<number, number>();
  let count = steps + instance.people;
  spare.forEach((weight, slot) => {
    if (weight > 0) spareRows.set(slot, count++);
  });
  return {
    steps,
    first,
    episodeOf: Int32Array.from(episodeOf),
    people: instance.people,
    spare: spareRows,
    count,
    open,
  };
}

function openColumn(episode: Episode, step: number, row: number): OpenColumn {
  const weight = isUncoverable(episode, step) ? 0 : episode.weight * int(episode.demand, step);
  return { row, cost: num(episode.openCost, step), slot: int(episode.slots, step), weight };
}

/** The column of a schedule, whose rows are given in order. */
export function scheduleColumn(
  instance: Instance,
  rows: ScheduleRows,
  person: number,
  filled: Int32Array,
  candidates: Int32Array,
): ScheduleColumn {
  let cost = 0;
  let minutes = 0;
  for (let place = 0; place < filled.length; place++) {
    const row = int(filled, place);
    const index = int(rows.episodeOf, row);
    const episode = instance.episodes[index] as Episode;
    const node = int(candidates, place) * episode.steps + row - int(rows.first, index);
    const goesOn = place > 0 && int(filled, place - 1) === row - 1 && int(rows.episodeOf, row - 1) === index;
    cost += num(episode.cost, node) + (goesOn ? 0 : instance.piece);
    minutes += int(episode.take, node);
  }
  cost += fairnessCost(minutes, int(instance.expected, person), instance.firstSlope, instance.secondSlope);
  return { person, cost, rows: filled, candidates };
}

/** Each assistant's schedule in a plan, those who serve nobody left out. */
export function schedulesOf(instance: Instance, rows: ScheduleRows, cover: Cover): ScheduleColumn[] {
  const filled = new Map<number, { rows: number[]; candidates: number[] }>();
  for (let row = 0; row < rows.steps; row++) {
    const index = int(rows.episodeOf, row);
    const candidate = int(cover[index] as Int32Array, row - int(rows.first, index));
    if (candidate < 0) continue;
    const person = int((instance.episodes[index] as Episode).people, candidate);
    const own = filled.get(person) ?? { rows: [], candidates: [] };
    own.rows.push(row);
    own.candidates.push(candidate);
    filled.set(person, own);
  }
  return [...filled].map(([person, own]) =>
    scheduleColumn(instance, rows, person, Int32Array.from(own.rows), Int32Array.from(own.candidates)),
  );
}

/** The plan that these schedules make; a step that several serve goes to the last. */
export function coverOfSchedules(
  instance: Instance,
  rows: ScheduleRows,
  columns: Iterable<ScheduleColumn>,
): Cover {
  const cover = instance.episodes.map((episode) => new Int32Array(episode.steps).fill(-1));
  for (const column of columns) {
    for (let place = 0; place < column.rows.length; place++) {
      const row = int(column.rows, place);
      const index = int(rows.episodeOf, row);
      (cover[index] as Int32Array)[row - int(rows.first, index)] = int(column.candidates, place);
    }
  }
  return cover;
}

/** A key equal for equal schedules of the same assistant. */
export function scheduleKey(column: ScheduleColumn): string {
  return `${column.person}:${column.rows.join()}`;
}
