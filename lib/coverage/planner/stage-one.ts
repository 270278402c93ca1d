import type { Highs } from "highs";
import { int, item } from "@/lib/coverage/planner/arrays";
import { roundedRows, weightInRow } from "@/lib/coverage/planner/capacity-rows";
import type { Cover, Episode, Instance } from "@/lib/coverage/planner/instance";
import { emptyCover } from "@/lib/coverage/planner/search-state";
import {
  addColumn,
  addRow,
  emptyProgramme,
  type Programme,
  solveProgramme,
} from "@/lib/coverage/planner/solver";
import { type Stopping, shareOf } from "@/lib/coverage/planner/stopping";

/** One episode that wants someone in one slot: what it weighs uncovered, and who has room for it alone. */
export type Want = { index: number; step: number; weight: number; options: number[] };

/**
 * The least uncovered weight, slot by slot (slots are independent here). `spare` is what exceeds the demand nobody
 * could serve; `bound` is proven. `cover` reaches the minimum; a step may stay open only where some minimum leaves it.
 */
export type StageOne = {
  uncoveredWeight: number;
  bound: number;
  isProven: boolean;
  spare: Float64Array;
  cover: Cover;
};

export type SlotAnswer = {
  lost: number;
  bound: number;
  chosen: Map<Want, number>;
  doubtful: Set<Want>;
};

/** Finds the least uncovered weight and writes to the instance which steps may stay open. */
export function coverMost(instance: Instance, highs: Highs | null, stopping: Stopping): StageOne {
  const cover = emptyCover(instance);
  const spare = new Float64Array(instance.slots);
  let uncoveredWeight = 0;
  let bound = 0;
  for (const [slot, wants] of wantsBySlot(instance).entries()) {
    const answer = coverSlot(instance, slot, wants, highs, stopping);
    for (const want of wants) {
      const episode = item(instance.episodes, want.index);
      const isHopeless = want.options.length === 0;
      if (isHopeless) {
        uncoveredWeight += want.weight;
        bound += want.weight;
      }
      const mayStayOpen = isHopeless || want.weight === 0 || (answer.lost > 0 && answer.doubtful.has(want));
      episode.mayStayOpen[want.step] = mayStayOpen ? 1 : 0;
      item(cover, want.index)[want.step] = answer.chosen.get(want) ?? -1;
    }
    spare[slot] = answer.lost;
    uncoveredWeight += answer.lost;
    bound += answer.bound;
  }
  return { uncoveredWeight, bound, isProven: bound >= uncoveredWeight, spare, cover };
}

/** Everything unpinned that wants someone, by slot. */
export function wantsBySlot(instance: Instance): Want[][] {
  const bySlot: Want[][] = Array.from({ length: instance.slots }, () => []);
  for (const [index, episode] of instance.episodes.entries()) {
    for (let step = 0; step < episode.steps; step++) {
      if (int(episode.pin, step) >= 0) {
        episode.mayStayOpen[step] = 0;
        continue;
      }
      item(bySlot, int(episode.slots, step)).push({
        index,
        step,
        weight: episode.weight * int(episode.demand, step),
        options: ableCandidates(episode, step),
      });
    }
  }
  return bySlot;
}

/** The least weight left open in one slot among those whom someone could serve. */
export function coverSlot(
  instance: Instance,
  slot: number,
  wants: readonly Want[],
  highs: Highs | null,
  stopping: Stopping,
): SlotAnswer {
  const chosen = new Map<Want, number>();
  const servable = wants.filter((want) => want.options.length > 0 && want.weight > 0);
  const rest = peel(instance, slot, servable, chosen);
  const doubtful = new Set(rest);
  const fitted = bestFit(instance, slot, rest);
  const lost = rest.reduce((sum, want) => sum + (fitted.has(want) ? 0 : want.weight), 0);
  if (lost === 0) return { lost, bound: 0, chosen: new Map([...chosen, ...fitted]), doubtful };
  const mayPonder = highs && !stopping.isOver();
  const solved = mayPonder ? solveSlot(instance, slot, rest, highs, shareOf(stopping, 0.5)) : null;
  if (!solved || solved.lost > lost) {
    return { lost, bound: solved?.bound ?? 0, chosen: new Map([...chosen, ...fitted]), doubtful };
  }
  return { ...solved, chosen: new Map([...chosen, ...solved.chosen]), doubtful };
}

/** The candidates able to serve a step, by their place in the episode's list. */
export function ableCandidates(episode: Episode, step: number): number[] {
  const able: number[] = [];
  for (let candidate = 0; candidate < episode.people.length; candidate++) {
    if (episode.able[candidate * episode.steps + step] === 1) able.push(candidate);
  }
  return able;
}

function personOf(instance: Instance, want: Want, candidate: number): number {
  return int(item(instance.episodes, want.index).people, candidate);
}

function minutesOf(instance: Instance, want: Want, candidate: number): number {
  const episode = item(instance.episodes, want.index);
  return int(episode.use, candidate * episode.steps + want.step);
}

function roomOf(instance: Instance, slot: number, person: number): number {
  return int(instance.room, person * instance.slots + slot);
}

// Whoever lists an assistant with room for everyone still listing them is served without a choice being lost.
function peel(instance: Instance, slot: number, wants: Want[], chosen: Map<Want, number>): Want[] {
  const asked = new Int32Array(instance.people);
  const ask = (want: Want, sign: 1 | -1) => {
    for (const candidate of want.options) {
      const person = personOf(instance, want, candidate);
      asked[person] = int(asked, person) + sign * minutesOf(instance, want, candidate);
    }
  };
  for (const want of wants) ask(want, 1);
  let rest = wants;
  for (;;) {
    const kept = rest.filter((want) => {
      const host = want.options.find((candidate) => {
        const person = personOf(instance, want, candidate);
        return int(asked, person) <= roomOf(instance, slot, person);
      });
      if (host !== undefined) chosen.set(want, host);
      return host === undefined;
    });
    if (kept.length === rest.length) return rest;
    const gone = new Set(rest);
    for (const want of kept) gone.delete(want);
    for (const want of gone) ask(want, -1);
    rest = kept;
  }
}

function bestFit(instance: Instance, slot: number, wants: readonly Want[]): Map<Want, number> {
  const left = new Map<number, number>();
  const leftOf = (person: number) => left.get(person) ?? roomOf(instance, slot, person);
  const fitted = new Map<Want, number>();
  const order = [...wants].sort((a, b) => a.options.length - b.options.length || b.weight - a.weight);
  for (const want of order) {
    let host = -1;
    let tightest = Number.POSITIVE_INFINITY;
    for (const candidate of want.options) {
      const after = leftOf(personOf(instance, want, candidate)) - minutesOf(instance, want, candidate);
      if (after >= 0 && after < tightest) {
        tightest = after;
        host = candidate;
      }
    }
    if (host < 0) continue;
    fitted.set(want, host);
    left.set(personOf(instance, want, host), tightest);
  }
  return fitted;
}

/**
 * The exact answer for one slot by a small integer programme. Among equals it keeps as many as it can with whom they
 * are `settled` with (candidate by want), which is how a repair moves as few as possible.
 */
export function solveSlot(
  instance: Instance,
  slot: number,
  wants: readonly Want[],
  highs: Highs,
  stopping: Stopping,
  settled: ReadonlyMap<Want, number> = new Map(),
): SlotAnswer | null {
  const programme = emptyProgramme();
  const byPerson = new Map<number, [number, number][]>();
  const unit = wants.reduce((sum, want) => commonDivisor(sum, want.weight), 0) || 1;
  const scale = settled.size + 1;
  const columns = wants.map((want) => {
    const partner = settled.get(want);
    const open = addColumn(
      programme,
      (scale * want.weight) / unit + (partner === undefined ? 0 : 1),
      1,
      true,
    );
    const served = want.options.map((candidate) => {
      const isMoved = partner !== undefined && partner !== candidate;
      const column = addColumn(programme, isMoved ? 1 : 0, 1, true);
      const person = personOf(instance, want, candidate);
      const terms = byPerson.get(person) ?? [];
      terms.push([column, minutesOf(instance, want, candidate)]);
      byPerson.set(person, terms);
      return column;
    });
    addRow(
      programme,
      1,
      1,
      [open, ...served].map((column): [number, number] => [column, 1]),
    );
    return served;
  });
  for (const [person, terms] of byPerson) addRoomRows(programme, roomOf(instance, slot, person), terms);
  const answer = solveProgramme(highs, programme, stopping);
  return (
    answer.values &&
    readSlot(wants, columns, answer.values, answer.isProven, (answer.bound * unit) / scale, unit)
  );
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

// Minutes alone let fractions in; the rounded rows cut them off.
function addRoomRows(programme: Programme, room: number, terms: readonly [number, number][]) {
  const uses = terms.map(([, use]) => use);
  for (const row of roundedRows(room, uses)) {
    const rounded = terms.map(([column, use]): [number, number] => [column, weightInRow(row.divisor, use)]);
    addRow(
      programme,
      Number.NEGATIVE_INFINITY,
      row.limit,
      rounded.filter(([, weight]) => weight > 0),
    );
  }
}

function readSlot(
  wants: readonly Want[],
  columns: readonly number[][],
  values: Float64Array,
  isProven: boolean,
  bound: number,
  unit: number,
): SlotAnswer {
  const chosen = new Map<Want, number>();
  let lost = 0;
  for (const [index, want] of wants.entries()) {
    const position = item(columns, index).findIndex((column) => (values[column] as number) > 0.5);
    if (position >= 0) chosen.set(want, item(want.options, position));
    else lost += want.weight;
  }
  const proven = isProven ? lost : Math.max(0, unit * Math.ceil(bound / unit - 1e-6));
  return { lost, bound: proven, chosen, doubtful: new Set(wants) };
}
