import type { PlanProblem } from "@/lib/coverage/planner/problem";

/** A 128-bit fingerprint of a problem, equal for equal documents whatever the order of their keys. */
export function hashProblem(problem: PlanProblem): string {
  const text = JSON.stringify([
    problem.slots,
    problem.assistants.map((person) => [person.id, person.capacity, person.expected]),
    problem.episodes.map((episode) => [
      episode.id,
      episode.executiveId,
      episode.absenceId,
      episode.from,
      episode.to,
      episode.minutes,
      episode.weight,
      episode.candidates.map((one) => [one.assistantId, one.misfit, one.minutes ?? null]),
    ]),
    problem.pinned.map((pin) => [pin.episodeId, pin.slot, pin.assistantId]),
    problem.prior.map((one) => [one.episodeId, one.slot, one.assistantId]),
    [problem.weights.piece, problem.weights.change, problem.weights.fairness],
  ]);
  const seeds = [0x9e3779b9, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f];
  return seeds.map((seed) => hashText(text, seed)).join("");
}

function hashText(text: string, seed: number): string {
  let hash = seed ^ text.length;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, "0");
}
