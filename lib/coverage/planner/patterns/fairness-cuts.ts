import type { Instance } from "@/lib/coverage/planner/problem/instance";
import { int, item } from "@/lib/solver/arrays";

/**
 * A lower bound on one assistant's fairness cost by their runs: at least Σ charge(minutes of run) − limit. It rounds the
 * line `slope × (minutes − free)` by whole parts of `divisor` (mixed-integer rounding), so that fractions of runs can't
 * slip under the free minutes as whole runs could not.
 */
export type FairnessCut = { person: number; slope: number; divisor: number; whole: number; part: number };

/** The cuts in force, and which are whose. */
export type FairnessCuts = { list: FairnessCut[]; of: Map<number, number[]> };

/** No cuts yet. */
export function noCuts(): FairnessCuts {
  return { list: [], of: new Map() };
}

/** Takes a cut into force. */
export function addCut(cuts: FairnessCuts, cut: FairnessCut) {
  const own = cuts.of.get(cut.person);
  if (own) own.push(cuts.list.length);
  else cuts.of.set(cut.person, [cuts.list.length]);
  cuts.list.push(cut);
}

/** What a cut charges a run of so many minutes. */
export function chargeOf({ slope, divisor, part }: FairnessCut, minutes: number): number {
  const parts = minutes / divisor;
  const whole = Math.floor(parts);
  return slope * divisor * ((1 - part) * whole + Math.max(0, parts - whole - part));
}

/** What a cut takes off the sum of its charges. */
export function limitOf({ slope, divisor, part, whole }: FairnessCut): number {
  return slope * divisor * (1 - part) * whole;
}

/** One assistant's runs in a fractional plan: minutes and how much of the run there is, and the fairness charged so far. */
export type FractionalLoad = { runs: { minutes: number; share: number }[]; charged: number };

const leastGain = 0.5;

/** The cut that a fractional load breaks most, if any. */
export function brokenCut(instance: Instance, person: number, load: FractionalLoad): FairnessCut | null {
  const divisors = new Set(load.runs.flatMap(({ minutes }) => [minutes, minutes / 2]));
  let best: FairnessCut | null = null;
  let most = load.charged + leastGain;
  for (const divisor of divisors) {
    for (const cut of cutsBy(instance, person, divisor)) {
      let bound = -limitOf(cut);
      for (const { minutes, share } of load.runs) bound += share * chargeOf(cut, minutes);
      if (bound <= most) continue;
      most = bound;
      best = cut;
    }
  }
  return best;
}

function cutsBy(
  { firstSlope, secondSlope, expected }: Instance,
  person: number,
  divisor: number,
): FairnessCut[] {
  const share = int(expected, person);
  const lines = [
    { slope: firstSlope, free: share },
    {
      slope: secondSlope,
      free: secondSlope > 0 ? ((2 * secondSlope - firstSlope) * share) / secondSlope : 0,
    },
  ];
  return lines.flatMap(({ slope, free }) => {
    const whole = Math.floor(free / divisor);
    const part = free / divisor - whole;
    const isUseful = slope > 0 && divisor > 0 && part < 1 - 1e-6;
    return isUseful ? [{ person, slope, divisor, whole, part }] : [];
  });
}

/** What the cuts in force charge one run, each by its price. */
export function pricedCharge(
  cuts: FairnessCuts,
  own: readonly number[],
  prices: Float64Array,
  minutes: number,
): number {
  let charge = 0;
  for (const place of own) {
    const price = prices[place] ?? 0;
    if (price > 0) charge += price * chargeOf(item(cuts.list, place), minutes);
  }
  return charge;
}
