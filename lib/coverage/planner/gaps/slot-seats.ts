import { int } from "@/lib/coverage/planner/problem/arrays";
import { ableFor, minutesFor, personFor, type SlotTask, type Want } from "./slot-task";

/** A slot being filled: the room left, the candidate who serves each want, and whom each person serves. */
export type Seats = {
  task: SlotTask;
  left: Int32Array;
  served: Map<Want, number>;
  guests: Map<number, Want[]>;
};

/** A slot in which nobody is served yet. */
export function emptySeats(task: SlotTask): Seats {
  return { task, left: Int32Array.from(task.room), served: new Map(), guests: new Map() };
}

/** Whether a candidate has room left for a want. */
export function fits({ left }: Seats, want: Want, candidate: number): boolean {
  return minutesFor(want, candidate) <= int(left, personFor(want, candidate));
}

/** Lets a candidate serve a want. */
export function seat(seats: Seats, want: Want, candidate: number) {
  const person = personFor(want, candidate);
  seats.left[person] = int(seats.left, person) - minutesFor(want, candidate);
  seats.served.set(want, candidate);
  const guests = seats.guests.get(person);
  if (guests) guests.push(want);
  else seats.guests.set(person, [want]);
}

function unseat(seats: Seats, want: Want) {
  const candidate = seats.served.get(want) as number;
  const person = personFor(want, candidate);
  seats.left[person] = int(seats.left, person) + minutesFor(want, candidate);
  seats.served.delete(want);
  const guests = seats.guests.get(person) as Want[];
  guests.splice(guests.indexOf(want), 1);
}

/**
 * Serves a want where it leaves least room, or by moving others who are not at home along a chain. Where that fails, the
 * lightest on any chain is left out, and whoever is in the way of the want, in theirs, and so on, is returned.
 */
export function seatSomewhere(seats: Seats, want: Want): Set<Want> | null {
  const candidate = tightest(seats, want);
  if (candidate < 0) return seatByChain(seats, want);
  seat(seats, want, candidate);
  return null;
}

function tightest({ left }: Seats, want: Want): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of ableFor(want)) {
    const after = int(left, personFor(want, candidate)) - minutesFor(want, candidate);
    if (after < 0 || after >= least) continue;
    least = after;
    best = candidate;
  }
  return best;
}

type Push = { by: Want; candidate: number };

// Breadth first: a want takes a person's time from one guest, who takes another's, until one finds room that is free.
function seatByChain(seats: Seats, want: Want): Set<Want> | null {
  const pushes = new Map<Want, Push>();
  const met = new Set([want]);
  const queue = [want];
  const crossed = new Set<number>();
  for (const mover of queue) {
    for (const candidate of ableFor(mover)) {
      const person = personFor(mover, candidate);
      if (crossed.has(person)) continue;
      const lacking = minutesFor(mover, candidate) - int(seats.left, person);
      if (lacking <= 0) {
        moveAlong(seats, pushes, mover, candidate);
        return null;
      }
      for (const guest of seats.guests.get(person) ?? []) {
        met.add(guest);
        const isKept = pushes.has(guest) || seats.task.homes.has(guest);
        if (isKept || minutesFor(guest, seats.served.get(guest) as number) < lacking) continue;
        crossed.add(person);
        pushes.set(guest, { by: mover, candidate });
        queue.push(guest);
      }
    }
  }
  const lightest = [...pushes.keys()].reduce((least, one) => (one.weight < least.weight ? one : least), want);
  const push = pushes.get(lightest);
  if (push) {
    unseat(seats, lightest);
    moveAlong(seats, pushes, push.by, push.candidate);
  }
  return met;
}

function moveAlong(seats: Seats, pushes: ReadonlyMap<Want, Push>, last: Want, free: number) {
  let mover = last;
  let candidate = free;
  for (;;) {
    const push = pushes.get(mover);
    if (push) unseat(seats, mover);
    seat(seats, mover, candidate);
    if (!push) return;
    mover = push.by;
    candidate = push.candidate;
  }
}
