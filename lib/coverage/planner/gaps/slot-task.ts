import { int } from "@/lib/coverage/planner/problem/arrays";
import type { Episode, Instance } from "@/lib/coverage/planner/problem/instance";

/** The tables of an episode that say who could serve a step alone, and the minutes it takes of them. */
export type Offers = Pick<Episode, "steps" | "people" | "use" | "able">;

/** One episode that wants someone in one slot, and what it weighs uncovered. Who could serve it is read when first asked. */
export type Want = { index: number; step: number; weight: number; offers: Offers; able: number[] | null };

/**
 * One slot to fill: the room each person has there, and the wants. A want with a home (one of its candidates) is moved
 * from there only where it saves uncovered weight.
 */
export type SlotTask = { room: Int32Array; wants: readonly Want[]; homes: ReadonlyMap<Want, number> };

/** What a slot is charged: whole parts of uncovered weight first, then everyone moved from home. */
export type Charges = { unit: number; scale: number };

/** The room everybody has in one slot. */
export function roomIn(instance: Instance, slot: number): Int32Array {
  return Int32Array.from({ length: instance.people }, (_, person) =>
    int(instance.room, person * instance.slots + slot),
  );
}

/** The want of one step of an episode. */
export function wantOf(episode: Episode, index: number, step: number): Want {
  const weight = episode.weight * int(episode.demand, step);
  return { index, step, weight, offers: episode, able: null };
}

/** The candidates who could serve a want alone, by their place in the episode's list. */
export function ableFor(want: Want): readonly number[] {
  if (want.able) return want.able;
  const { offers, step } = want;
  const able: number[] = [];
  for (let candidate = 0; candidate < offers.people.length; candidate++) {
    if (offers.able[candidate * offers.steps + step] === 1) able.push(candidate);
  }
  want.able = able;
  return able;
}

/** Who a candidate for a want is. */
export function personFor({ offers }: Want, candidate: number): number {
  return int(offers.people, candidate);
}

/** The minutes a want takes of a candidate's room. */
export function minutesFor({ offers, step }: Want, candidate: number): number {
  return int(offers.use, candidate * offers.steps + step);
}

/** How a slot's charges are counted: in the common part of all weights, each worth more than all moves together. */
export function chargesOf({ wants, homes }: SlotTask): Charges {
  const unit = wants.reduce((sum, want) => commonDivisor(sum, want.weight), 0) || 1;
  return { unit, scale: homes.size + 1 };
}

/** What it costs that a candidate serves a want, or that nobody does. */
export function chargeFor(
  { homes }: SlotTask,
  { unit, scale }: Charges,
  want: Want,
  candidate: number | undefined,
): number {
  const home = homes.get(want);
  const moved = home === undefined || home === candidate ? 0 : 1;
  return candidate === undefined ? (scale * want.weight) / unit + moved : moved;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
