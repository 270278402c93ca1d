import type { Cover, Instance } from "@/lib/coverage/planner/problem/instance";
import { fairnessCost } from "@/lib/coverage/planner/result/fairness";
import { int, item } from "@/lib/solver/arrays";
import { forEachRun } from "./columns";
import { addCut, brokenCut, chargeOf, type FairnessCut, type FairnessCuts, limitOf } from "./fairness-cuts";

/** The mean of the plans that prices led to: per assistant how much of a run of so many minutes, times `weight`. */
export type AverageRuns = { weight: number; of: Map<number, number>[] };

/** No plan met yet. */
export function noRuns({ people }: Instance): AverageRuns {
  return { weight: 1, of: Array.from({ length: people }, () => new Map()) };
}

/** The subgradient of a cut at the average plan, beside what its runs are charged themselves. */
export function meanSubgradient(
  { firstSlope, secondSlope, expected }: Instance,
  cut: FairnessCut,
  { weight, of }: AverageRuns,
): number {
  let subgradient = -limitOf(cut);
  for (const [minutes, sum] of item(of, cut.person)) {
    subgradient +=
      sum *
      weight *
      (chargeOf(cut, minutes) - fairnessCost(minutes, int(expected, cut.person), firstSlope, secondSlope));
  }
  return subgradient;
}

/** Lets the mean move towards a plan by a share. */
export function averageRuns(runs: AverageRuns, instance: Instance, plan: Cover, share: number) {
  runs.weight *= 1 - share;
  for (const [index, served] of plan.entries()) {
    forEachRun(item(instance.episodes, index), served, (person, minutes) => {
      const own = item(runs.of, person);
      own.set(minutes, (own.get(minutes) ?? 0) + share / runs.weight);
    });
  }
}

const leastShare = 0.01;

/** Takes the fairness cuts into force that the mean breaks; returns how many. */
export function cutAverage(instance: Instance, cuts: FairnessCuts, { weight, of }: AverageRuns): number {
  let added = 0;
  for (const [person, own] of of.entries()) {
    const runs = [...own]
      .map(([minutes, sum]) => ({ minutes, share: sum * weight }))
      .filter(({ share }) => share > leastShare);
    if (runs.length < 2 && !runs.some(({ share }) => share < 0.99)) continue;
    const cut = brokenCut(instance, person, { runs, charged: chargedBy(instance, cuts, person, runs) });
    if (!cut) continue;
    addCut(cuts, cut);
    added++;
  }
  return added;
}

// What the limits in force make the mean pay already.
function chargedBy(
  { firstSlope, secondSlope, expected }: Instance,
  cuts: FairnessCuts,
  person: number,
  runs: readonly { minutes: number; share: number }[],
): number {
  const free = int(expected, person);
  let own = 0;
  let all = 0;
  for (const { minutes, share } of runs) {
    own += share * fairnessCost(minutes, free, firstSlope, secondSlope);
    all += share * minutes;
  }
  const charges = (cuts.of.get(person) ?? []).map((place) => {
    const cut = item(cuts.list, place);
    return runs.reduce((sum, run) => sum + run.share * chargeOf(cut, run.minutes), -limitOf(cut));
  });
  return Math.max(
    own,
    firstSlope * (all - free),
    secondSlope * all - (2 * secondSlope - firstSlope) * free,
    ...charges,
  );
}
