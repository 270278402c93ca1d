import type { Highs } from "highs";
import { wholeBound } from "@/lib/coverage/planner/patterns/column-generation";
import { addKnapsackRows } from "@/lib/coverage/planner/prices/knapsack-rows";
import { isUncoverable } from "@/lib/coverage/planner/prices/prices";
import type { Cover, Instance } from "@/lib/coverage/planner/problem/instance";
import type { Proof } from "@/lib/coverage/planner/proof";
import { fairnessCost } from "@/lib/coverage/planner/result/fairness";
import { minutesGiven, scoreCover } from "@/lib/coverage/planner/result/score";
import { int, item, num } from "@/lib/solver/arrays";
import { addColumn, addRow, emptyProgramme, type Programme, solveProgramme } from "@/lib/solver/programme";
import type { Stopping } from "@/lib/solver/stopping";

type Terms = [number, number][];
type Columns = { fairness: number[]; open: number[]; served: number[][] };

/** Whether nothing has a neighbour: every episode has one step, and fairness only gets dearer. */
export function isOfSingleSteps({ episodes, firstSlope, secondSlope }: Instance): boolean {
  return firstSlope <= secondSlope && episodes.every((episode) => episode.steps === 1);
}

/** Decides an instance of single steps by the textbook programme: a column for each episode and candidate. */
export function proveSingleSteps(
  highs: Highs,
  instance: Instance,
  best: Proof,
  spare: Float64Array,
  stopping: Stopping,
): Proof {
  const programme = emptyProgramme();
  const columns = addColumns(programme, instance);
  addEpisodeRows(programme, instance, columns, spare);
  addPersonRows(programme, instance, columns);
  const start = startOf(programme, instance, columns, best.cover);
  const { values, isProven, bound } = solveProgramme(highs, programme, stopping, start);
  if (!values) return best;
  const cover = columns.served.map((served) =>
    Int32Array.of(served.findIndex((column) => column >= 0 && num(values, column) > 0.5)),
  );
  const { quality } = scoreCover(instance, cover);
  const better = quality < best.quality ? { ...best, cover, quality } : best;
  return { ...better, bound: Math.max(best.bound, isProven ? better.quality : wholeBound(bound)) };
}

function addColumns(programme: Programme, { people, episodes, piece, secondSlope }: Instance): Columns {
  const fairness = Array.from({ length: people }, () =>
    secondSlope > 0 ? addColumn(programme, 1, Number.POSITIVE_INFINITY, false) : -1,
  );
  const open = episodes.map((episode) =>
    episode.mayStayOpen[0] === 1 ? addColumn(programme, num(episode.openCost, 0), 1, true) : -1,
  );
  const served = episodes.map((episode) =>
    Array.from(episode.people.keys(), (candidate) =>
      episode.feasible[candidate] === 1
        ? addColumn(programme, num(episode.cost, candidate) + piece, 1, true)
        : -1,
    ),
  );
  return { fairness, open, served };
}

function addEpisodeRows(
  programme: Programme,
  { episodes }: Instance,
  { open, served }: Columns,
  spare: Float64Array,
) {
  const openBySlot: Terms[] = Array.from(spare, () => []);
  for (const [index, episode] of episodes.entries()) {
    const column = item(open, index);
    const terms = [column, ...item(served, index)].filter((one) => one >= 0);
    addRow(
      programme,
      1,
      1,
      terms.map((one): [number, number] => [one, 1]),
    );
    if (column < 0 || isUncoverable(episode, 0)) continue;
    item(openBySlot, int(episode.slots, 0)).push([column, episode.weight * int(episode.demand, 0)]);
  }
  for (const [slot, terms] of openBySlot.entries()) {
    if (terms.length > 0) addRow(programme, Number.NEGATIVE_INFINITY, num(spare, slot), terms);
  }
}

function addPersonRows(
  programme: Programme,
  { people, slots, residual, episodes, firstSlope, secondSlope, expected }: Instance,
  { fairness, served }: Columns,
) {
  const uses: Terms[] = Array.from(residual, () => []);
  const takes: Terms[] = Array.from({ length: people }, () => []);
  for (const [index, episode] of episodes.entries()) {
    for (const [candidate, column] of item(served, index).entries()) {
      if (column < 0) continue;
      const person = int(episode.people, candidate);
      item(uses, person * slots + int(episode.slots, 0)).push([column, int(episode.use, candidate)]);
      item(takes, person).push([column, int(episode.take, candidate)]);
    }
  }
  for (const [cell, terms] of uses.entries()) addKnapsackRows(programme, int(residual, cell), terms);
  for (const [person, terms] of secondSlope > 0 ? takes.entries() : []) {
    const free = int(expected, person);
    for (const [slope, limit] of [
      [firstSlope, firstSlope * free],
      [secondSlope, (2 * secondSlope - firstSlope) * free],
    ] as const) {
      const line = terms.map(([column, minutes]): [number, number] => [column, slope * minutes]);
      addRow(programme, Number.NEGATIVE_INFINITY, limit, [...line, [item(fairness, person), -1]]);
    }
  }
}

function startOf(
  programme: Programme,
  instance: Instance,
  { fairness, open, served }: Columns,
  cover: Cover,
): Float64Array {
  const start = new Float64Array(programme.cost.length);
  for (const [index, own] of cover.entries()) {
    const candidate = int(own, 0);
    start[candidate < 0 ? item(open, index) : item(item(served, index), candidate)] = 1;
  }
  const { firstSlope, secondSlope, expected } = instance;
  if (secondSlope === 0) return start;
  for (const [person, minutes] of minutesGiven(instance, cover).entries()) {
    start[item(fairness, person)] = fairnessCost(minutes, int(expected, person), firstSlope, secondSlope);
  }
  return start;
}
