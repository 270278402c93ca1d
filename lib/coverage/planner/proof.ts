import type { Highs } from "highs";
import { cutAverage } from "@/lib/coverage/planner/patterns/average-runs";
import { candidatesByReducedCost } from "@/lib/coverage/planner/patterns/candidates-by-reduced-cost";
import { capacityRows } from "@/lib/coverage/planner/patterns/capacity-rows";
import {
  generateColumns,
  type PricedBound,
  wholeBound,
} from "@/lib/coverage/planner/patterns/column-generation";
import { planRows, type RowPlan } from "@/lib/coverage/planner/patterns/columns";
import { noCuts } from "@/lib/coverage/planner/patterns/fairness-cuts";
import { makeMaster } from "@/lib/coverage/planner/patterns/master";
import { listColumns, solvePool } from "@/lib/coverage/planner/patterns/pattern-pool";
import { makePatternPricing } from "@/lib/coverage/planner/patterns/pattern-pricing";
import { type Ascent, ascendPrices, type Pattern } from "@/lib/coverage/planner/prices/price-ascent";
import { stepDualsUnder } from "@/lib/coverage/planner/prices/step-duals";
import type { Cover, Instance } from "@/lib/coverage/planner/problem/instance";
import type { StepDuals } from "@/lib/coverage/planner/schedules/schedule-bound";
import type { Guide } from "@/lib/coverage/planner/search/search-state";
import { int, num } from "@/lib/solver/arrays";
import { type Stopping, shareOf } from "@/lib/solver/stopping";

export type Proof = { cover: Cover; quality: number; bound: number };

export type ProofOptions = {
  spare: Float64Array;
  stopping: Stopping;
  mostColumns: number;
  /** How far prices rise before the search follows them. */
  iterations: number;
  /** What follows the first prices: schedules (elsewhere), the programme over patterns, or more turns of prices and search. */
  next: "schedules" | "programme" | "turns";
  onBound: (found: Proof) => void;
  /** Searches on from a plan as the prices lead, for this share of the time left. */
  search: (found: Proof, guidance: Guidance, share: number) => Proof;
};

/** What prices teach a search: what to pay beside what stands, and whom to look at for each episode. */
export type Guidance = { guide: Guide; near: readonly Int32Array[] };

/** A proof by patterns, and the dual values of steps under its prices, where schedules are to follow. */
export type PatternProof = { best: Proof; duals: StepDuals | null };

// The shares of the time left in which prices rise and the search follows.
const turnsBefore = {
  schedules: [{ rise: 0.3, search: 0.4 }],
  programme: [{ rise: 0.3, search: 0.4 }],
  turns: [
    { rise: 0.5, search: 0.4 },
    { rise: 0.2, search: 0.5 },
    { rise: 0.3, search: 1 },
  ],
};

/** A better bound in a moment, by prices alone. */
export function lagrangianBound(
  instance: Instance,
  spare: Float64Array,
  upper: number,
  stopping: Stopping,
): number {
  const relaxed = convexInstance(instance);
  const rows = { capacity: capacityRows(relaxed), cuts: noCuts() };
  const risen = ascendPrices(relaxed, makePatternPricing(relaxed), rows, {
    spare,
    upper,
    iterations: 60,
    stopping,
  });
  return wholeBound(risen.bound);
}

/**
 * Proves how good a plan at the minimum uncovered weight can be, and follows the prices that prove it to a better one.
 * A pattern whose reduced cost exceeds the gap is in no better plan; so when all others can be listed, the integer
 * programme over them is the whole truth. Where even the linear one takes too long, prices and search take turns.
 */
export function proveByPatterns(
  highs: Highs,
  instance: Instance,
  start: Proof,
  options: ProofOptions,
): PatternProof {
  const relaxed = convexInstance(instance);
  const rows = planRows(relaxed, capacityRows(relaxed), options.spare);
  const { spare, stopping } = options;
  const patterns = makePatternPricing(relaxed);
  const guidance = (priced: PricedBound): Guidance => ({
    guide: guideFrom(relaxed, rows, priced),
    near: candidatesByReducedCost(relaxed, rows, priced.prices, patterns),
  });
  const pool: Pattern[] = start.cover.map((served, index) => ({ index, served }));
  let best = start;
  let risen: Ascent | null = null;
  const hasProgramme = options.next === "programme";
  for (const { rise, search } of turnsBefore[options.next]) {
    risen = ascendPrices(relaxed, patterns, rows, {
      spare,
      upper: best.quality,
      iterations: options.iterations,
      stopping: shareOf(stopping, rise),
      ...(risen ? { start: risen } : {}),
      ...(hasProgramme ? { onPattern: (found, turn) => turn % 8 === 0 && pool.push(found) } : {}),
    });
    best = raised(best, risen.bound);
    options.onBound(best);
    if (best.bound >= best.quality || stopping.isOver()) return { best, duals: null };
    best = options.search(best, guidance(risen), search);
    if (options.next === "turns") cutAverage(relaxed, rows.cuts, risen.runs);
  }
  if (options.next === "schedules" && risen)
    return { best, duals: stepDualsUnder(relaxed, rows, risen.prices, patterns) };
  if (!hasProgramme || !risen || stopping.isOver()) return { best, duals: null };
  const master = makeMaster(highs, relaxed, rows, shareOf(stopping, 0.7));
  try {
    master.add([...pool, ...best.cover.map((served, index) => ({ index, served }))]);
    const priced = generateColumns(relaxed, master, patterns, spare, best.quality, risen);
    best = raised(best, priced.bound);
    options.onBound(best);
    if (best.bound >= best.quality || stopping.isOver()) return { best, duals: null };
    best = options.search(best, guidance(priced), 0.6);
    const isConvex = relaxed === instance;
    for (let round = 0; round < 2 && best.bound < best.quality && !stopping.isOver() && isConvex; round++) {
      const limit = options.mostColumns;
      const all = listColumns(relaxed, rows, priced, best, limit, patterns);
      const isWide = best.quality - best.bound > 0.01 * best.quality;
      if (!all && isWide) return { best: options.search(best, guidance(priced), 1), duals: null };
      if (!all && master.columns.length > limit) break;
      const columns = all ?? master.columns;
      best = solvePool(highs, instance, rows, columns, best, all !== null, stopping);
      if (all) break;
    }
    return { best, duals: null };
  } finally {
    master.dispose();
  }
}

function raised(best: Proof, bound: number): Proof {
  return { ...best, bound: Math.max(best.bound, wholeBound(bound)) };
}

// The dual values of time, for a search to follow.
function guideFrom(instance: Instance, rows: RowPlan, { prices }: PricedBound): Guide {
  const cells = new Float64Array(instance.people * instance.slots);
  const { first, divisor } = rows.capacity;
  for (let cell = 0; cell < cells.length; cell++) {
    for (let row = int(first, cell); row < int(first, cell + 1); row++) {
      cells[cell] = num(cells, cell) + num(prices.capacity, row) / int(divisor, row);
    }
  }
  return {
    cells,
    share: prices.firstSlope.map((firstSlope, person) => 1 - firstSlope - num(prices.secondSlope, person)),
    minutePrice: prices.firstSlope.map(
      (firstSlope, person) =>
        firstSlope * instance.firstSlope + num(prices.secondSlope, person) * instance.secondSlope,
    ),
  };
}

/** The instance with fairness made convex where its second slope is the lower one: a valid relaxation. */
export function convexInstance(instance: Instance): Instance {
  return instance.firstSlope > instance.secondSlope
    ? { ...instance, firstSlope: instance.secondSlope }
    : instance;
}
