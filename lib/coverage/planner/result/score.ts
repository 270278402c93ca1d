import type { Cover, Episode, Instance } from "@/lib/coverage/planner/problem/instance";
import { int, item } from "@/lib/solver/arrays";
import { fairnessCost } from "./fairness";
import type { PlanScore } from "./plan-result";

/** The cover minutes each assistant gives in a plan. */
export function minutesGiven(instance: Instance, cover: Cover): Float64Array {
  const minutes = new Float64Array(instance.people);
  for (const [index, episode] of instance.episodes.entries()) {
    const served = item(cover, index);
    for (let step = 0; step < episode.steps; step++) {
      const candidate = int(served, step);
      if (candidate < 0) continue;
      const person = int(episode.people, candidate);
      minutes[person] = (minutes[person] as number) + int(episode.take, candidate * episode.steps + step);
    }
  }
  return minutes;
}

/** The parts of a plan's score, all as costs. */
export function scoreCover(instance: Instance, cover: Cover): PlanScore {
  const score = { uncoveredWeight: 0, misfit: 0, pieces: 0, fairness: 0, change: 0, quality: 0 };
  for (const [index, episode] of instance.episodes.entries()) {
    addEpisode(instance, episode, item(cover, index), score);
  }
  minutesGiven(instance, cover).forEach((minutes, person) => {
    score.fairness += fairnessCost(
      minutes,
      int(instance.expected, person),
      instance.firstSlope,
      instance.secondSlope,
    );
  });
  score.quality = score.misfit + score.pieces + score.fairness + score.change;
  return score;
}

function addEpisode(instance: Instance, episode: Episode, served: Int32Array, score: PlanScore) {
  let last = -1;
  for (let step = 0; step < episode.steps; step++) {
    const candidate = int(served, step);
    const was = int(episode.prior, step);
    if (candidate < 0) score.uncoveredWeight += episode.weight * int(episode.demand, step);
    else score.misfit += int(episode.misfit, candidate);
    if (candidate >= 0 && candidate !== last) score.pieces += instance.piece;
    if (was >= 0 && (candidate < 0 || int(episode.people, candidate) !== was))
      score.change += instance.change;
    last = candidate;
  }
}
