import type { Highs } from "highs";
import type { Stopping } from "@/lib/coverage/planner/problem/stopping";
import { type CoreFill, fillCore } from "./slot-core";
import type { Fill } from "./slot-programme";
import { emptySeats, fits, type Seats, seat, seatSomewhere } from "./slot-seats";
import { ableFor, type Charges, chargeFor, chargesOf, type SlotTask, type Want } from "./slot-task";

/**
 * How a slot is filled: the candidate who serves each want, the weight left open, and a proven bound on it.
 * A plan that leaves no more open than that leaves it among the `doubtful`.
 */
export type SlotAnswer = {
  lost: number;
  bound: number;
  served: ReadonlyMap<Want, number>;
  doubtful: ReadonlySet<Want>;
};

/** What may be spent on a slot. Where there is a `goal`, it is enough to know whether so little can be left open. */
export type SlotEffort = {
  highs: Highs | null;
  stopping: Stopping;
  start?: ReadonlyMap<Want, number>;
  goal?: number;
};

/**
 * Fills a slot with least weight left open, and then with as few as possible moved from home. Only wants that stand in
 * each other's way (the core) are planned exactly: what they lack at least, the whole slot lacks. So once all others fit
 * around them free of charge, the whole is proven.
 */
export function fillSlot(task: SlotTask, { highs, stopping, start, goal }: SlotEffort): SlotAnswer {
  const charges = chargesOf(task);
  const core = new Set<Want>();
  let inner: CoreFill = { charge: 0, bound: 0, served: new Map(), doubtful: new Set() };
  let best: Fill = { charge: Number.POSITIVE_INFINITY, bound: 0, served: start ?? task.homes };
  for (;;) {
    const { seats, missing } = fitAround(task, core, inner.served, best.served);
    const charge = chargeOf(task, charges, seats);
    const found = charge < best.charge ? { charge, served: seats.served } : best;
    best = { ...found, bound: Math.max(inner.bound, best.bound) };
    const answer = answerFrom(task, charges, best, inner.doubtful);
    const isDecided = goal !== undefined && (answer.lost <= goal || answer.bound > goal);
    if (isDecided || best.charge <= best.bound || inner.charge > inner.bound) return answer;
    const isMost = 2 * (core.size + missing.size) > task.wants.length;
    if (isMost) best = fitAgain(task, charges, best, stopping);
    for (const want of isMost ? task.wants : missing) core.add(want);
    const solved = fillCore(task, [...core], charges, best.served, highs, stopping);
    if (!solved) return answerFrom(task, charges, best, core);
    inner = solved;
  }
}

const rounds = 20;

// Before most of a slot is planned exactly: whoever was left out comes first in the next round.
function fitAgain(task: SlotTask, charges: Charges, start: Fill, stopping: Stopping): Fill {
  const urgency = new Map<Want, number>();
  let best = start;
  for (let round = 0; round < rounds && best.charge > best.bound && !stopping.isOver(); round++) {
    const { seats } = fitAround(task, new Set(), new Map(), new Map(), urgency);
    const charge = chargeOf(task, charges, seats);
    if (charge < best.charge) best = { ...best, charge, served: seats.served };
    for (const want of task.wants) {
      if (!seats.served.has(want)) urgency.set(want, (urgency.get(want) ?? 0) + 1);
    }
  }
  return best;
}

// Where the bound isn't reached, anything may turn out to be left open.
function answerFrom(
  task: SlotTask,
  { unit, scale }: Charges,
  fill: Fill,
  doubtful: ReadonlySet<Want>,
): SlotAnswer {
  const lost = task.wants.reduce((sum, want) => sum + (fill.served.has(want) ? 0 : want.weight), 0);
  const bound = Math.min(lost, unit * Math.floor(fill.bound / scale));
  const isProven = fill.charge <= fill.bound;
  return { lost, bound, served: fill.served, doubtful: isProven ? doubtful : new Set(task.wants) };
}

function chargeOf(task: SlotTask, charges: Charges, { served }: Seats): number {
  return task.wants.reduce((sum, want) => sum + chargeFor(task, charges, want, served.get(want)), 0);
}

// Those outside the core stay at home or where they were if they can. Who can't be served free of charge is missing,
// together with those in the way.
function fitAround(
  task: SlotTask,
  core: ReadonlySet<Want>,
  inner: ReadonlyMap<Want, number>,
  start: ReadonlyMap<Want, number>,
  urgency: ReadonlyMap<Want, number> = new Map(),
): { seats: Seats; missing: Set<Want> } {
  const seats = emptySeats(task);
  for (const [want, candidate] of inner) seat(seats, want, candidate);
  const loose: Want[] = [];
  for (const want of task.wants) {
    if (core.has(want)) continue;
    const candidate = task.homes.get(want) ?? start.get(want);
    if (candidate !== undefined && fits(seats, want, candidate)) seat(seats, want, candidate);
    else loose.push(want);
  }
  const missing = new Set<Want>();
  loose.sort(
    (a, b) =>
      (urgency.get(b) ?? 0) - (urgency.get(a) ?? 0) ||
      ableFor(a).length - ableFor(b).length ||
      b.weight - a.weight,
  );
  for (const want of loose) {
    const met = seatSomewhere(seats, want);
    if (met) for (const one of met) missing.add(one);
    else if (task.homes.has(want)) missing.add(want);
  }
  return { seats, missing };
}
