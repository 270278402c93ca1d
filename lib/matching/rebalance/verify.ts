import { ok, type Parsed, reject } from "@/lib/result";
import { pairKey, type RebalanceProblem } from "./problem";
import type { CurvePoint, DeskMove, RebalanceResult } from "./result";

const mostFaults = 10;

type Recount = { value: number; overload: number; changes: number; unassigned: number };

/**
 * Checks a result against its document without anything of the search: pairs, fixed desks, changes, every sum of every point of the
 * curve, and that bounds are no lower than what was reached. Returns the recounted sums, or the first faults.
 */
export function verifyRebalance(
  problem: RebalanceProblem,
  result: RebalanceResult,
): Parsed<Recount, "bad_rebalance"> {
  if (result.status === "impossible") {
    const least = mustChange(problem);
    const isSound = least === result.leastChanges && least > problem.mostChanges;
    return isSound
      ? ok({ value: 0, overload: 0, changes: least, unassigned: 0 })
      : faulty([`leastChanges says ${result.leastChanges}, recounted ${least}`]);
  }
  const { recount, faults } = recountOf(problem, result.moves);
  const assigned = new Map(result.assignment.map(({ deskId, assistantId }) => [deskId, assistantId]));
  const moved = afterMoves(problem, result.moves);
  for (const [deskId, assistantId] of moved)
    if (assigned.get(deskId) !== assistantId) faults.push(`"${deskId}" is assigned otherwise than it moves`);
  if (assigned.size !== problem.desks.length) faults.push("not every desk is named once");
  faults.push(...sumFaults("result", result, recount));
  if (recount.unassigned !== result.unassigned) faults.push(`unassigned: recounted ${recount.unassigned}`);
  if (recount.changes > problem.mostChanges) faults.push(`${recount.changes} changes are too many`);
  faults.push(...curveFaults(problem, result.curve));
  return faults.length === 0 ? ok(recount) : faulty(faults);
}

function faulty(faults: string[]): Parsed<Recount, "bad_rebalance"> {
  return reject("bad_rebalance", { details: { faults: faults.slice(0, mostFaults) } });
}

function sumFaults(
  name: string,
  said: { value: number; overload: number; bound: number | { value: number } },
  recount: Recount,
): string[] {
  const most = typeof said.bound === "number" ? said.bound : said.bound.value;
  return [
    ...(said.value === recount.value ? [] : [`${name}: value ${said.value}, recounted ${recount.value}`]),
    ...(said.overload === recount.overload
      ? []
      : [`${name}: overload ${said.overload}, recounted ${recount.overload}`]),
    ...(most >= recount.value ? [] : [`${name}: a bound below what was reached`]),
  ];
}

function curveFaults(problem: RebalanceProblem, curve: readonly CurvePoint[]): string[] {
  return curve.flatMap((point, index) => {
    const { recount, faults } = recountOf(problem, point.moves);
    const before = curve[index - 1];
    const isWorse =
      before &&
      (point.overload > before.overload ||
        (point.overload === before.overload && point.value < before.value));
    return [
      ...faults,
      ...sumFaults(`curve[${index}]`, point, recount),
      ...(recount.changes === point.used && recount.changes <= point.changes
        ? []
        : [`curve[${index}]: recounted ${recount.changes} changes`]),
      ...(isWorse ? [`curve[${index}]: worse than with fewer changes`] : []),
    ];
  });
}

function afterMoves(problem: RebalanceProblem, moves: readonly DeskMove[]): Map<string, string | null> {
  const moved = new Map(moves.map(({ deskId, to }) => [deskId, to]));
  return new Map(
    problem.desks.map(({ id, present }) => [id, moved.has(id) ? (moved.get(id) ?? null) : present]),
  );
}

function possiblePairs({ fit, barred }: RebalanceProblem): Map<string, number> {
  const out = new Set(barred.map(pairKey));
  return new Map(
    fit.map((pair): [string, number] => [pairKey(pair), pair.points]).filter(([key]) => !out.has(key)),
  );
}

function mustChange(problem: RebalanceProblem): number {
  const possible = possiblePairs(problem);
  return problem.desks.filter(
    ({ id, present }) => present !== null && !possible.has(pairKey({ assistantId: present, deskId: id })),
  ).length;
}

function recountOf(problem: RebalanceProblem, moves: readonly DeskMove[]) {
  const possible = possiblePairs(problem);
  const takable = new Set(
    problem.fit.filter((pair) => possible.has(pairKey(pair))).map(({ deskId }) => deskId),
  );
  const faults: string[] = [];
  const recount: Recount = { value: 0, overload: 0, changes: 0, unassigned: 0 };
  const loads = new Map<string, number>();
  const after = afterMoves(problem, moves);
  const fixed = new Set(problem.fixed);
  for (const { id, load, weight, present } of problem.desks) {
    const assistantId = after.get(id) ?? null;
    if (present !== null && assistantId !== present) recount.changes++;
    if (fixed.has(id) && assistantId !== present) faults.push(`"${id}" is fixed and moves`);
    if (assistantId === null) {
      recount.unassigned++;
      if (takable.has(id)) faults.push(`"${id}" has nobody though somebody could`);
      continue;
    }
    const points = possible.get(pairKey({ assistantId, deskId: id }));
    if (points === undefined) faults.push(`"${assistantId}" is ruled out for "${id}"`);
    recount.value += weight * (points ?? 0);
    loads.set(assistantId, (loads.get(assistantId) ?? 0) + load);
  }
  for (const { id, capacity } of problem.assistants)
    recount.overload += Math.max(0, (loads.get(id) ?? 0) - capacity);
  return { recount, faults };
}
