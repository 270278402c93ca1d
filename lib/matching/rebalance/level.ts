import type { Highs } from "highs";
import { relaxationDuals, solveProgramme } from "@/lib/solver/programme";
import { type Stopping, shareOf } from "@/lib/solver/stopping";
import { leastOverload, pricedBound, type RelaxedBound, roundedBound } from "./bound";
import { improveAssignment } from "./improve";
import { type DeskAssignment, type DeskOption, optionOf, type RebalanceInstance, sumsOf } from "./instance";
import { pointOf, pricesOf, programmeOf, type Stage } from "./stage";

/** A level solved: the best assignment met, and a bound of its cost that holds over every pair. */
export type LevelAnswer = { assignment: DeskAssignment; cost: number; bound: number };

const MOST_CHOSEN = 40_000;
const BEST_OF_DESK = 15;
const ROUNDS = 40;
const NEW_OF_DESK = 3;
const NEAR = 1e-6;
const NONE = Number.NEGATIVE_INFINITY;
/** So few options near a good assignment are chosen from at once, without looking for a better one first. */
const FEW_NEAR = 1_200;

/** Solves one level from a known assignment, within the time left: up to `pairsAtOnce` pairs as one programme, more as prices ask for them. */
export function solveLevel(
  highs: Highs,
  instance: RebalanceInstance,
  stage: Stage,
  start: DeskAssignment,
  stopping: Stopping,
  pairsAtOnce: number,
): LevelAnswer {
  const all = instance.options.flat();
  const today = { assignment: start, cost: levelCost(instance, stage, start) };
  const known = better(
    instance,
    stage,
    today,
    improveAssignment(instance, stage, start, shareOf(stopping, 0.25)),
  );
  const floor = stage.level === "overload" ? leastOverload(instance, stage.mostChanges) : NONE;
  if (known.cost <= floor) return { ...known, bound: floor };
  if (all.length <= pairsAtOnce) {
    const found = choose(highs, instance, stage, all, known.assignment, stopping);
    return { ...better(instance, stage, known, found.assignment), bound: found.bound };
  }
  const priced = priceColumns(highs, instance, stage, known.assignment, shareOf(stopping, 0.5));
  const bound = roundedBound(priced.bound.bound);
  if (known.cost <= bound) return { ...known, bound };
  const around = nearTo(all, priced.bound, known);
  const best =
    around.length <= FEW_NEAR
      ? known
      : chooseOf(
          highs,
          instance,
          stage,
          nearestOf(around, priced.bound, known),
          known,
          shareOf(stopping, 0.5),
        ).known;
  if (best.cost <= bound) return { ...best, bound };
  const near = nearTo(all, priced.bound, best);
  if (near.length > MOST_CHOSEN || stopping.isOver()) return { ...best, bound };
  const exact = chooseOf(highs, instance, stage, near, best, stopping);
  return { ...exact.known, bound: Math.max(bound, Math.min(exact.known.cost, exact.bound)) };
}

/** The options a better assignment than the best can have, by what they cost above the bound, and those of the best itself. */
function nearTo(
  all: readonly DeskOption[],
  { bound, excess }: RelaxedBound,
  { assignment, cost }: Known,
): DeskOption[] {
  const room = cost - 1 - bound + NEAR;
  return all.filter((option) => assignment[option.desk] === option.assistant || excess(option) <= room);
}

/** The nearest of these options, and those of the best assignment. */
function nearestOf(
  around: readonly DeskOption[],
  { excess }: RelaxedBound,
  { assignment }: Known,
): DeskOption[] {
  const own = (option: DeskOption) => assignment[option.desk] === option.assistant;
  const nearest = around.toSorted((a, b) => excess(a) - excess(b)).slice(0, FEW_NEAR);
  return [...new Set([...nearest, ...around.filter(own)])];
}

function chooseOf(
  highs: Highs,
  instance: RebalanceInstance,
  stage: Stage,
  columns: readonly DeskOption[],
  known: Known,
  stopping: Stopping,
): { known: Known; bound: number } {
  const { assignment, bound } = choose(highs, instance, stage, columns, known.assignment, stopping);
  return { known: better(instance, stage, known, assignment), bound };
}

/** The cost of an assignment at a level. */
export function levelCost(instance: RebalanceInstance, stage: Stage, assignment: DeskAssignment): number {
  const { value, changes, overload } = sumsOf(instance, assignment);
  if (stage.level === "overload") return overload;
  return changes - instance.lostDesks - instance.scale * value;
}

type Known = { assignment: DeskAssignment; cost: number };

function better(
  instance: RebalanceInstance,
  stage: Stage,
  known: Known,
  found: DeskAssignment | null,
): Known {
  if (!found) return known;
  const { changes, overload } = sumsOf(instance, found);
  const isAllowed =
    changes <= stage.mostChanges && (stage.level === "overload" || overload <= stage.overload);
  const cost = levelCost(instance, stage, found);
  return isAllowed && cost < known.cost ? { assignment: found, cost } : known;
}

function choose(
  highs: Highs,
  instance: RebalanceInstance,
  stage: Stage,
  columns: readonly DeskOption[],
  start: DeskAssignment,
  stopping: Stopping,
): { assignment: DeskAssignment | null; bound: number } {
  if (columns.length === 0) return { assignment: null, bound: 0 };
  if (stopping.isOver()) return { assignment: null, bound: Number.NEGATIVE_INFINITY };
  const programme = programmeOf(instance, stage, columns, true);
  const answer = solveProgramme(highs, programme, stopping, pointOf(instance, stage, columns, start));
  const bound = Number.isFinite(answer.bound) ? roundedBound(answer.bound) : Number.NEGATIVE_INFINITY;
  if (!answer.values) return { assignment: null, bound };
  const assignment = new Int32Array(instance.desks.length).fill(-1);
  for (const [place, { desk, assistant }] of columns.entries())
    if ((answer.values[place] ?? 0) > 0.5) assignment[desk] = assistant;
  return { assignment, bound };
}

/** Meets columns until no pair is worth more than its prices, or time is up: the columns, and the best bound met. */
function priceColumns(
  highs: Highs,
  instance: RebalanceInstance,
  stage: Stage,
  start: DeskAssignment,
  stopping: Stopping,
): { columns: DeskOption[]; bound: RelaxedBound } {
  const columns = new Set(firstColumns(instance, start));
  const free = { minute: new Float64Array(instance.capacity.length), change: 0, over: 0 };
  let best = pricedBound(instance, stage, free);
  for (let round = 0; round < ROUNDS && !stopping.isOver(); round++) {
    const list = [...columns];
    const dual = relaxationDuals(highs, programmeOf(instance, stage, list, false), stopping);
    if (!dual) break;
    const priced = pricedBound(instance, stage, pricesOf(instance, stage, dual));
    if (priced.bound > best.bound) best = priced;
    const before = columns.size;
    for (const option of worthMeeting(instance, list, columns, priced)) columns.add(option);
    if (columns.size === before) break;
  }
  return { columns: [...columns], bound: best };
}

/** Of each desk the pairs that these prices make cheaper than any met so far, the cheapest first. */
function worthMeeting(
  { options }: RebalanceInstance,
  met: readonly DeskOption[],
  columns: ReadonlySet<DeskOption>,
  { excess }: RelaxedBound,
): DeskOption[] {
  const reached = new Float64Array(options.length).fill(Number.POSITIVE_INFINITY);
  for (const option of met) reached[option.desk] = Math.min(reached[option.desk] ?? 0, excess(option));
  return options.flatMap((list, desk) => {
    const most = (reached[desk] ?? 0) - NEAR;
    if (!(most > 0)) return [];
    return list
      .filter((one) => !columns.has(one) && excess(one) < most)
      .toSorted((a, b) => excess(a) - excess(b))
      .slice(0, NEW_OF_DESK);
  });
}

/** Of each desk its best pairs, the one it has, and those with the most room. */
function firstColumns(instance: RebalanceInstance, start: DeskAssignment): DeskOption[] {
  const roomiest = new Set(
    instance.capacity
      .map((most, place) => ({ most, place }))
      .toSorted((a, b) => b.most - a.most || a.place - b.place)
      .slice(0, NEW_OF_DESK)
      .map(({ place }) => place),
  );
  return instance.options.flatMap((list, desk) => {
    const own = optionOf(instance, start, desk);
    const best = list.toSorted((a, b) => b.gain - a.gain || a.assistant - b.assistant).slice(0, BEST_OF_DESK);
    const rest = list.filter((one) => one.change === 0 || roomiest.has(one.assistant));
    return [...best, ...rest, ...(own ? [own] : [])];
  });
}
