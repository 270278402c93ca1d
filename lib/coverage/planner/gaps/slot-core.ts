import type { Highs } from "highs";
import { int } from "@/lib/coverage/planner/problem/arrays";
import type { Stopping } from "@/lib/coverage/planner/problem/stopping";
import { type Fill, fillByProgramme } from "./slot-programme";
import { fillBySearch } from "./slot-search";
import { ableFor, type Charges, minutesFor, personFor, type SlotTask, type Want } from "./slot-task";

/** Some wants of a slot served as if there were no others, and whom a plan that leaves as little open may leave open. */
export type CoreFill = Fill & { doubtful: ReadonlySet<Want> };

/** Fills a slot with some of its wants at least charge; null where that is more than the limits allow. */
export function fillCore(
  task: SlotTask,
  wants: readonly Want[],
  charges: Charges,
  start: ReadonlyMap<Want, number>,
  highs: Highs | null,
  stopping: Stopping,
): CoreFill | null {
  const served = new Map<Want, number>();
  const doubtful = new Set<Want>();
  let charge = 0;
  let bound = 0;
  for (const group of groupsOf(peel(task, wants, served))) {
    const solved =
      fillBySearch(task, group, charges) ??
      (highs && !stopping.isOver() ? fillByProgramme(highs, task, group, charges, start, stopping) : null);
    if (!solved) return null;
    charge += solved.charge;
    bound += solved.bound;
    for (const [want, place] of solved.served) served.set(want, place);
    const isOpen = group.some((want) => !solved.served.has(want));
    if (isOpen) for (const want of group) doubtful.add(want);
  }
  return { charge, bound, served, doubtful };
}

// Whoever is asked for no more than their room serves all who ask, free of charge, without a choice being lost.
function peel(task: SlotTask, wants: readonly Want[], served: Map<Want, number>): Want[] {
  const asked = new Int32Array(task.room.length);
  const ask = (want: Want, sign: 1 | -1) => {
    for (const candidate of ableFor(want)) {
      const person = personFor(want, candidate);
      asked[person] = int(asked, person) + sign * minutesFor(want, candidate);
    }
  };
  for (const want of wants) ask(want, 1);
  let rest = [...wants];
  for (;;) {
    const kept = rest.filter((want) => {
      const home = task.homes.get(want);
      const host = ableFor(want).find((candidate) => {
        const person = personFor(want, candidate);
        return (home ?? candidate) === candidate && int(asked, person) <= int(task.room, person);
      });
      if (host !== undefined) served.set(want, host);
      return host === undefined;
    });
    if (kept.length === rest.length) return rest;
    for (const want of rest) if (served.has(want)) ask(want, -1);
    rest = kept;
  }
}

// Those who share no possible person, not even through others, don't touch each other.
function groupsOf(wants: readonly Want[]): Want[][] {
  const groups = new Map<Set<number>, Want[]>();
  for (const want of wants) {
    const own = ableFor(want).map((candidate) => personFor(want, candidate));
    const people = new Set(own);
    const group = [want];
    for (const [others, theirs] of groups) {
      if (!own.some((person) => others.has(person))) continue;
      for (const person of others) people.add(person);
      group.push(...theirs);
      groups.delete(others);
    }
    groups.set(people, group);
  }
  return [...groups.values()];
}
