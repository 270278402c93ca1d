import {
  ableFor,
  minutesFor,
  personFor,
  type SlotTask,
  type Want,
} from "@/lib/coverage/planner/gaps/slot-task";
import { randomStream } from "@/lib/coverage/planner/problem/random";

export type TaskShape = { wants: number; people: number; chance: number; homes: boolean };

/** A tight slot for a seed: rooms that hold one to three wants, minutes that differ by person, and homes now and then. */
export function makeSlotTask(seed: number, shape: TaskShape): SlotTask {
  const next = randomStream(seed);
  const upTo = (most: number) => Math.floor(next() * (most + 1));
  const room = Int32Array.from({ length: shape.people }, () => 20 + 10 * upTo(8));
  const wants: Want[] = [];
  const homes = new Map<Want, number>();
  for (let index = 0; wants.length < shape.wants; index++) {
    const people = [...room.keys()].filter(() => next() < shape.chance);
    const minutes = 10 + 10 * upTo(5);
    const use = people.map(() => minutes + (next() < 0.3 ? 5 * upTo(3) : 0));
    const able = use.map((one, place) => (one <= (room[people[place] as number] as number) ? 1 : 0));
    const offers = {
      steps: 1,
      people: Int32Array.from(people),
      use: Int32Array.from(use),
      able: Uint8Array.from(able),
    };
    const want: Want = { index, step: 0, weight: minutes * (1 + upTo(2)), offers, able: null };
    if (ableFor(want).length === 0) continue;
    wants.push(want);
    const home = ableFor(want)[upTo(ableFor(want).length - 1)] as number;
    if (shape.homes && next() < 0.7) homes.set(want, home);
  }
  return { room, wants, homes };
}

export type SlotTruth = { lost: number; moved: number; mayBeOpen: Set<Want> };

/** The least weight left open, the fewest moved from home at that, and who is open in some least plan, by trying all. */
export function tryAllOf({ room, wants, homes }: SlotTask): SlotTruth {
  const left = Int32Array.from(room);
  let truth: SlotTruth = { lost: Number.POSITIVE_INFINITY, moved: 0, mayBeOpen: new Set() };
  const open: Want[] = [];

  function tryFrom(index: number, lost: number, moved: number) {
    if (lost > truth.lost) return;
    const want = wants[index];
    if (!want) {
      if (lost < truth.lost) truth = { lost, moved, mayBeOpen: new Set(open) };
      truth.moved = Math.min(truth.moved, moved);
      for (const one of open) truth.mayBeOpen.add(one);
      return;
    }
    const home = homes.get(want);
    for (const candidate of ableFor(want)) {
      const person = personFor(want, candidate);
      const minutes = minutesFor(want, candidate);
      if ((left[person] as number) < minutes) continue;
      left[person] = (left[person] as number) - minutes;
      tryFrom(index + 1, lost, moved + (home === undefined || home === candidate ? 0 : 1));
      left[person] = (left[person] as number) + minutes;
    }
    open.push(want);
    tryFrom(index + 1, lost + want.weight, moved + (home === undefined ? 0 : 1));
    open.pop();
  }

  tryFrom(0, 0, 0);
  return truth;
}
