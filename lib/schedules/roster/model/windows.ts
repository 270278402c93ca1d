import type { Highs } from "highs";
import { int, item } from "@/lib/solver/arrays";
import { solveProgramme } from "@/lib/solver/programme";
import type { Stopping } from "@/lib/solver/stopping";
import type { RosterChoice, RosterInstance } from "../problem/instance";
import { shuffled } from "../search/search";
import { makeRosterState, type Score, scoreOf } from "../search/state";
import { buildRosterProgramme, type Goal, type Scope } from "./programme";

const TRY_MS = 2_000;
const SIZES = { first: 600, least: 150, most: 6_000 };
const GROWTH = { quick: 1.2, solved: 1.1, unsolved: 0.7 };

/**
 * Frees a part of a roster, some people or some days, and fills it best with everything else as it is; larger parts while
 * they are solved, smaller ones where they are not. Ends with the time, or after `patience` parts without a gain.
 */
export function solveWindows(
  highs: Highs,
  instance: RosterInstance,
  roster: RosterChoice,
  random: () => number,
  stopping: Stopping,
  more: { isLeastUnmet: boolean; patience: number; onBetter: (roster: RosterChoice, score: Score) => void },
): RosterChoice {
  let best = roster;
  let score = scoreOf(makeRosterState(instance, best));
  const sizes = { people: SIZES.first, days: SIZES.first };
  for (let idle = 0; idle < more.patience && !stopping.isOver(); ) {
    const kind = random() < 0.4 ? "people" : "days";
    const scope = (kind === "people" ? somePeople : someDays)(instance, sizes[kind], random);
    const goal: Goal =
      more.isLeastUnmet && instance.demandFirst ? { kind: "cost", unmet: score.unmet } : { kind: "both" };
    const began = stopping.elapsedMs();
    const model = buildRosterProgramme(instance, best, scope, goal);
    const { values, isProven } = solveProgramme(
      highs,
      model.programme,
      within(stopping, TRY_MS),
      model.startOf(best),
    );
    const isQuick = stopping.elapsedMs() - began < TRY_MS / 5;
    const growth = isProven ? (isQuick ? GROWTH.quick : GROWTH.solved) : GROWTH.unsolved;
    sizes[kind] = Math.min(SIZES.most, Math.max(SIZES.least, Math.round(sizes[kind] * growth)));
    const found = values && model.read(values);
    const foundScore = found && scoreOf(makeRosterState(instance, found));
    if (foundScore && foundScore.value < score.value) {
      best = found;
      score = foundScore;
      idle = 0;
      more.onBetter(best, score);
    } else {
      if (foundScore && foundScore.value === score.value) best = found;
      idle++;
    }
  }
  return best;
}

function within(stopping: Stopping, ms: number): Stopping {
  const end = stopping.elapsedMs() + ms;
  return {
    ...stopping,
    remainingMs: () => Math.max(0, Math.min(stopping.remainingMs(), end - stopping.elapsedMs())),
  };
}

function somePeople(instance: RosterInstance, size: number, random: () => number): Scope {
  const people: number[] = [];
  let options = 0;
  for (const place of shuffled(instance.people.length, random)) {
    if (options > size) break;
    people.push(place);
    options += item(instance.people, place).from.length;
  }
  return { people, from: 0, to: instance.days };
}

function someDays(instance: RosterInstance, size: number, random: () => number): Scope {
  const first = Math.floor(random() * instance.days);
  let options = 0;
  let to = first;
  while (to < instance.days && options <= size) {
    for (const { dayStart } of instance.people) options += int(dayStart, to + 1) - int(dayStart, to);
    to++;
  }
  return { people: instance.people.map(({ place }) => place), from: first, to };
}
