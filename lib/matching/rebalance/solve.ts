import type { Highs } from "highs";
import { loadSolver, solverVersion } from "@/lib/solver/programme";
import { makeStopping, type Stopping, shareOf } from "@/lib/solver/stopping";
import { pricedBound, roundedBound } from "./bound";
import { rebalanceHash } from "./input-hash";
import {
  type DeskAssignment,
  firstAssignment,
  makeInstance,
  type RebalanceInstance,
  sumsOf,
} from "./instance";
import { type LevelAnswer, levelCost, solveLevel } from "./level";
import type { RebalanceProblem } from "./problem";
import type { CurvePoint, DeskMove, RebalanceOptions, RebalanceResult } from "./result";
import type { Stage } from "./stage";

type Means = { highs: Highs | null; instance: RebalanceInstance; pairsAtOnce: number };
type Point = { assignment: DeskAssignment; overloadBound: number; valueBound: number };

/** The share of the time that the asked number of changes has before the rest of the curve. */
const SHARE_OF_LAST = 0.6;
const PAIRS_AT_ONCE = 1_000;
/** Up to so many pairs the points of the curve are solved in order, each from the one before; above it the last goes first. */
const SMALL = 10_000;

/** Finds who should support whom: the best with at most so many changes, and each point of the curve before it as its own optimum. */
export async function rebalance(
  problem: RebalanceProblem,
  options: RebalanceOptions,
): Promise<RebalanceResult> {
  const stopping = makeStopping(options);
  const instance = makeInstance(problem);
  const highs = options.solver === "none" ? null : await loadSolver();
  const means = { highs, instance, pairsAtOnce: options.pairsAtOnce ?? PAIRS_AT_ONCE };
  const { leastChanges } = instance;
  if (leastChanges > problem.mostChanges) return emptyResult(problem, leastChanges, stopping);
  const points = new Map<number, Point>();
  const today = firstAssignment(instance);
  const most = problem.mostChanges;
  const isSmall = instance.options.reduce((sum, list) => sum + list.length, 0) <= SMALL;
  if (!isSmall) points.set(most, solvePoint(means, most, today, shareOf(stopping, SHARE_OF_LAST)));
  let known = today;
  for (let changes = leastChanges; changes < most; changes++) {
    const share = shareOf(stopping, 1 / (most - changes + (isSmall ? 1 : 0)));
    const point = solvePoint(means, changes, known, share);
    points.set(changes, point);
    options.onPoint?.(curvePoint(problem, instance, changes, point));
    known = point.assignment;
  }
  if (isSmall) points.set(most, solvePoint(means, most, known, stopping));
  const last = points.get(most);
  if (last && isBetter(instance, known, last.assignment)) points.set(most, { ...last, assignment: known });
  const curve = [...points]
    .sort(([a], [b]) => a - b)
    .map(([changes, point]) => curvePoint(problem, instance, changes, point));
  return resultOf(problem, instance, curve, points.get(most), stopping);
}

function solvePoint(means: Means, mostChanges: number, start: DeskAssignment, stopping: Stopping): Point {
  const { instance } = means;
  const { overload } = sumsOf(instance, start);
  const least: LevelAnswer =
    overload === 0
      ? { assignment: start, cost: 0, bound: 0 }
      : solveStage(means, { level: "overload", mostChanges }, start, shareOf(stopping, 0.4));
  const stage: Stage = { level: "value", mostChanges, overload: least.cost };
  const best = solveStage(means, stage, least.assignment, stopping);
  const valueBound = Math.floor((mostChanges - instance.lostDesks - best.bound) / instance.scale);
  return { assignment: best.assignment, overloadBound: Math.max(0, least.bound), valueBound };
}

function solveStage(
  { highs, instance, pairsAtOnce }: Means,
  stage: Stage,
  start: DeskAssignment,
  stopping: Stopping,
): LevelAnswer {
  const free = { minute: new Float64Array(instance.capacity.length), change: 0, over: 0 };
  const plain = roundedBound(pricedBound(instance, stage, free).bound);
  if (!highs || stopping.isOver())
    return { assignment: start, cost: levelCost(instance, stage, start), bound: plain };
  const answer = solveLevel(highs, instance, stage, start, stopping, pairsAtOnce);
  return { ...answer, bound: Math.max(plain, answer.bound) };
}

function isBetter(instance: RebalanceInstance, a: DeskAssignment, b: DeskAssignment): boolean {
  const [left, right] = [sumsOf(instance, a), sumsOf(instance, b)];
  const apart = right.overload - left.overload || left.value - right.value || right.changes - left.changes;
  return apart > 0;
}

function idOf({ assistantIds }: RebalanceInstance, place: number | undefined): string | null {
  return place === undefined || place < 0 ? null : (assistantIds[place] ?? null);
}

function placesOf(instance: RebalanceInstance): ReadonlyMap<string, number> {
  return new Map(instance.desks.map(({ id }, place) => [id, place]));
}

function assignmentOf(problem: RebalanceProblem, instance: RebalanceInstance, assignment: DeskAssignment) {
  const places = placesOf(instance);
  return problem.desks.map(({ id }) => ({
    deskId: id,
    assistantId: idOf(instance, assignment[places.get(id) ?? -1]),
  }));
}

function movesOf(
  problem: RebalanceProblem,
  instance: RebalanceInstance,
  assignment: DeskAssignment,
): DeskMove[] {
  const places = placesOf(instance);
  return problem.desks.flatMap(({ id, present }) => {
    const to = idOf(instance, assignment[places.get(id) ?? -1]);
    return to === present ? [] : [{ deskId: id, from: present, to }];
  });
}

function curvePoint(
  problem: RebalanceProblem,
  instance: RebalanceInstance,
  changes: number,
  { assignment, overloadBound, valueBound }: Point,
): CurvePoint {
  const { value, overload, changes: used } = sumsOf(instance, assignment);
  const bound = Math.max(value, valueBound);
  const isProven = overload <= overloadBound && value >= bound;
  const moves = movesOf(problem, instance, assignment);
  return { changes, used, overload, value, bound, isProven, moves };
}

function resultOf(
  problem: RebalanceProblem,
  instance: RebalanceInstance,
  curve: CurvePoint[],
  point: Point | undefined,
  stopping: Stopping,
): RebalanceResult {
  const last = curve.at(-1);
  if (!point || !last) return emptyResult(problem, instance.leastChanges, stopping);
  const isProven = curve.every((one) => one.isProven);
  const { overload, value, bound, moves } = last;
  return {
    status: isProven ? "optimal" : stopping.isCancelled() ? "cancelled" : "bounded",
    leastChanges: instance.leastChanges,
    assignment: assignmentOf(problem, instance, point.assignment),
    moves,
    unassigned: instance.options.filter((list) => list.length === 0).length,
    ...{ overload, value },
    bound: { overload: Math.min(overload, point.overloadBound), value: bound },
    certificate: { isProven: last.isProven, gap: value === 0 ? 0 : (bound - value) / value },
    curve,
    inputHash: rebalanceHash(problem),
    solverVersion,
    elapsedMs: Math.round(stopping.elapsedMs()),
  };
}

function emptyResult(problem: RebalanceProblem, leastChanges: number, stopping: Stopping): RebalanceResult {
  return {
    ...{
      status: "impossible",
      leastChanges,
      assignment: [],
      moves: [],
      unassigned: 0,
      overload: 0,
      value: 0,
    },
    ...{ bound: { overload: 0, value: 0 }, certificate: { isProven: true, gap: 0 }, curve: [] },
    ...{
      inputHash: rebalanceHash(problem),
      solverVersion,
      elapsedMs: Math.round(stopping.elapsedMs()),
    },
  };
}
