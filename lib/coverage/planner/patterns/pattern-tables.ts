import { int, num } from "@/lib/solver/arrays";

/**
 * The prices under which an episode's best pattern is sought, among the first `count` candidates of `who`. `cost` and
 * `open` price candidate × step and uncovered steps (Infinity forbids). A run of V minutes by a candidate with `base`
 * minutes adds `share` × (fairness(base + V) − fairness(base)) + `minutePrice` × V + `extra`(V).
 */
export type View = {
  who: Int32Array;
  count: number;
  cost: Float64Array;
  open: Float64Array;
  base: Float64Array;
  share: Float64Array;
  minutePrice: Float64Array;
  extra: (((minutes: number) => number) | null)[];
};

/** The cheapest ways to serve the steps before each: who came last, from where, and which way led there. */
export type Ends = { cost: Float64Array; who: Int32Array; from: Int32Array; before: Int32Array };

/** Where each candidate's open run stands: its cost and beginning, and the slope its minutes cost (NaN where bent). */
export type Runs = { cost: Float64Array; from: Int32Array; slope: Float64Array };

/** What a search works in: the cheapest ends and, by another person, the second cheapest, and the open runs. */
export type Tables = { first: Ends; second: Ends; runs: Runs };

const unreached = -3;

/** Tables of ends for so many steps. */
export function makeEnds(size: number): Ends {
  return {
    cost: new Float64Array(size),
    who: new Int32Array(size),
    from: new Int32Array(size),
    before: new Int32Array(size),
  };
}

/** Forgets all ends of an episode with so many steps. */
export function clearEnds(ends: Ends, steps: number) {
  ends.cost.fill(Number.POSITIVE_INFINITY, 0, steps + 1);
  ends.who.fill(unreached, 0, steps + 1);
}

/** Notes an end where it is the cheapest, or the cheapest by another person than that. */
export function offerEnd(
  first: Ends,
  second: Ends,
  end: number,
  cost: number,
  who: number,
  from: number,
  before: number,
) {
  const least = num(first.cost, end);
  if (cost < least) {
    const was = int(first.who, end);
    if (was !== who) setEnd(second, end, least, was, int(first.from, end), int(first.before, end));
    setEnd(first, end, cost, who, from, before);
  } else if (cost < num(second.cost, end) && int(first.who, end) !== who) {
    setEnd(second, end, cost, who, from, before);
  }
}

/** Writes one end. */
export function setEnd(ends: Ends, at: number, cost: number, who: number, from: number, before: number) {
  ends.cost[at] = cost;
  ends.who[at] = who;
  ends.from[at] = from;
  ends.before[at] = before;
}

/** The cheapest way to its end, as candidate places. */
export function readBack(steps: number, first: Ends, second: Ends, out: Int32Array) {
  let end = steps;
  let ends = first;
  while (end > 0) {
    const from = int(ends.from, end);
    out.fill(int(ends.who, end), from, end);
    ends = int(ends.before, end) === 1 ? second : first;
    end = from;
  }
}
