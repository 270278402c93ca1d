import type { Cover, Episode, Instance } from "@/lib/coverage/planner/problem/instance";
import type { PlanProblem } from "@/lib/coverage/planner/problem/problem";
import { int, item } from "@/lib/solver/arrays";
import type { Assignment, Uncovered, UncoveredReason } from "./plan-result";

/** One assignment per run; slots without demand inside a run belong to it. */
export function listAssignments(problem: PlanProblem, instance: Instance, cover: Cover): Assignment[] {
  return instance.episodes.flatMap((episode, index) => {
    const document = item(problem.episodes, episode.place);
    const served = item(cover, index);
    const runs: Assignment[] = [];
    for (let step = 0; step < episode.steps; step++) {
      const candidate = int(served, step);
      if (candidate < 0) continue;
      const slot = int(episode.slots, step);
      const last = runs.at(-1);
      if (last && step > 0 && int(served, step - 1) === candidate) last.to = slot + 1;
      else {
        const { assistantId } = item(document.candidates, candidate);
        runs.push({ episodeId: document.id, from: slot, to: slot + 1, assistantId });
      }
    }
    return runs;
  });
}

/** Every uncovered slot with demand, with why. */
export function listUncovered(problem: PlanProblem, instance: Instance, cover: Cover): Uncovered[] {
  return instance.episodes.flatMap((episode, index) => {
    const document = item(problem.episodes, episode.place);
    const open = [...item(cover, index).keys()].filter((step) => int(item(cover, index), step) < 0);
    return open.map((step) => ({
      episodeId: document.id,
      slot: int(episode.slots, step),
      minutes: int(episode.demand, step),
      reasons: [whyOpen(instance, episode, step)],
    }));
  });
}

function whyOpen(instance: Instance, episode: Episode, step: number): UncoveredReason {
  if (episode.people.length === 0) return "no_candidates";
  const capacities = [...episode.people].map((person) =>
    int(instance.capacity, person * instance.slots + int(episode.slots, step)),
  );
  if (capacities.every((minutes) => minutes === 0)) return "none_at_work";
  const couldAlone = capacities.some(
    (minutes, candidate) => minutes > 0 && minutes >= int(episode.take, candidate * episode.steps + step),
  );
  if (!couldAlone) return "none_with_enough_time";
  return episode.weight === 0 ? "weighs_nothing" : "time_held_by_others";
}

/** The plan behind a verified result, as the search holds it. */
export function reportedCoverOf(
  problem: PlanProblem,
  instance: Instance,
  assignments: readonly Assignment[],
): Cover {
  const byEpisode = new Map<string, Assignment[]>();
  for (const one of assignments) byEpisode.set(one.episodeId, [...(byEpisode.get(one.episodeId) ?? []), one]);
  return instance.episodes.map((episode) => {
    const document = item(problem.episodes, episode.place);
    const served = new Int32Array(episode.steps).fill(-1);
    for (const one of byEpisode.get(document.id) ?? []) {
      const candidate = document.candidates.findIndex((other) => other.assistantId === one.assistantId);
      for (let step = 0; step < episode.steps; step++) {
        const slot = int(episode.slots, step);
        if (one.from <= slot && slot < one.to) served[step] = candidate;
      }
    }
    return served;
  });
}
